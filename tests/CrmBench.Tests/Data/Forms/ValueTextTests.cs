using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Forms;

namespace CrmBench.Tests.Data.Forms;

public class ValueTextTests
{
    [Theory]
    [InlineData("77.47", 77.47, 2)]
    [InlineData("0", 0, 0)]
    [InlineData("-0.50", -0.5, 2)]
    [InlineData("84.0", 84, 1)]
    [InlineData("1e-05", 0.00001, 5)]
    [InlineData("1.25E+1", 12.5, 1)]
    [InlineData("2e2", 200, 0)]
    [InlineData("-0.0", 0, 1)]
    [InlineData("4.9e-324", 0, 325)]
    [InlineData("-1e-300", 0, 300)]
    [InlineData("1e-59", 1e-59, 59)]
    public void A_number_is_digits_with_a_point(string text, double expected, int decimals)
    {
        Assert.True(ValueText.TryNumber(Encoding.UTF8.GetBytes(text), out var number, out var found));
        Assert.Equal((expected, decimals), (number, found));
    }

    [Theory]
    [InlineData("", "CB0403")]
    [InlineData(".5", "CB0403")]
    [InlineData("5.", "CB0403")]
    [InlineData("+5", "CB0403")]
    [InlineData("1e", "CB0403")]
    [InlineData("e5", "CB0403")]
    [InlineData("1e5.0", "CB0403")]
    [InlineData("1e99999", "CB0403")]
    [InlineData("1.2.3", "CB0403")]
    [InlineData(" 5", "CB0403")]
    [InlineData("\u0665", "CB0403")]
    [InlineData("00003.5", "CB0403")]
    [InlineData("007", "CB0403")]
    [InlineData("-01", "CB0403")]
    [InlineData("00", "CB0403")]
    [InlineData("01e2", "CB0403")]
    [InlineData("77.47%", "CB0404")]
    [InlineData("$1.20", "CB0404")]
    [InlineData("\u20AC 3", "CB0404")]
    [InlineData("1,5", "CB0405")]
    [InlineData("1,234.5", "CB0405")]
    [InlineData("1,5 %", "CB0405")]
    [InlineData("N/A", "CB0406")]
    [InlineData("-", "CB0406")]
    [InlineData("null", "CB0406")]
    [InlineData("NaN", "CB0407")]
    [InlineData("-Infinity", "CB0407")]
    public void Everything_else_is_refused_with_what_to_write(string text, string code)
    {
        Assert.False(ValueText.TryNumber(Encoding.UTF8.GetBytes(text), out _, out _));
        Assert.Equal(code, ValueText.NumberProblem(new Located<string>(text, new SourcePlace("t.csv")), whole: false).Code);
    }

    [Theory]
    [InlineData("12", true)]
    [InlineData("-3", true)]
    [InlineData("+3", false)]
    [InlineData("03", false)]
    [InlineData("-00", false)]
    [InlineData("02e2", false)]
    [InlineData("0", true)]
    [InlineData("200.0", true)]
    [InlineData("2e2", true)]
    [InlineData("2.5e1", true)]
    [InlineData("200.5", false)]
    [InlineData("25e-1", false)]
    [InlineData("200.00000000000000000000000000000001", false)]
    [InlineData("1e30", false)]
    [InlineData("1e-400", false)]
    [InlineData("2.00000000000000000000000000000000001e2", false)]
    [InlineData("2000e-1", true)]
    [InlineData("0e-5", true)]
    [InlineData("3 ", false)]
    [InlineData("99999999999999999999", false)]
    public void A_whole_number_is_one_however_it_is_written(string text, bool expected) =>
        Assert.Equal(expected, ValueText.TryWhole(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("2026-08-04", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("2026-8-4", false)]
    [InlineData("04.08.2026", false)]
    [InlineData("2026-08-04T00:00", false)]
    public void A_date_is_year_month_and_day(string text, bool expected) => Assert.Equal(expected, ValueText.TryDate(text, out _));

    [Theory]
    [InlineData("https://example.org/a?b=c#d", true)]
    [InlineData("http://example.org/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://user:password@example.org/", false)]
    [InlineData("https://example.org/\"><script>", false)]
    [InlineData("//example.org", false)]
    [InlineData("https://", false)]
    public void An_address_is_https_and_safe_to_link(string text, bool expected) =>
        Assert.Equal(expected, ValueText.TryAddress(text, out _));
}
