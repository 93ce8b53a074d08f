using System.Globalization;
using CrmBench.Site.Words;
using CsCheck;

namespace CrmBench.Tests.Site.Words;

public class CarriedNumberTests
{
    [Theory]
    [InlineData(0.011699999999999999, "0.0117")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(63.050000000000004, "63.05")]
    [InlineData(-0.7000000000000001, "-0.7")]
    [InlineData(0, "0")]
    [InlineData(1000, "1000")]
    [InlineData(999999999.9999999, "1000000000")]
    [InlineData(1.0 / 3, "0.333333333333")]
    [InlineData(2.0 / 3e6, "6.66666666667E-07")]
    public void What_the_arithmetic_leaves_in_doubt_is_rounded_away(double computed, string carried) =>
        Assert.Equal(carried, CarriedNumber.Of(computed).ToString("R", CultureInfo.InvariantCulture));

    // The framework's own rounding to significant digits, by way of text.
    [Fact]
    public void It_is_the_number_that_twelve_digits_as_text_give() =>
        Gen.Double[-1e9, 1e9].Select(Gen.Int[0, 12], (value, power) => value / Math.Pow(10, power)).Sample(value =>
            Math.Abs(value) < 1e-9
            || CarriedNumber.Of(value) == double.Parse(value.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    [Fact]
    public void What_was_rounded_stays() =>
        Gen.Double[-1e6, 1e6].Sample(value => CarriedNumber.Of(CarriedNumber.Of(value)) == CarriedNumber.Of(value));
}
