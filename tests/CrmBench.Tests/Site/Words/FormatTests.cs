using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Site.Words;

namespace CrmBench.Tests.Site.Words;

public class FormatTests
{
    [Theory]
    [InlineData(0.124, "+0.12")]
    [InlineData(-0.124, "\u22120.12")]
    [InlineData(0.004, "0.00")]
    [InlineData(-0.004, "0.00")]
    public void A_difference_has_its_sign_unless_it_rounds_to_zero(double value, string text) =>
        Assert.Equal(text, Format.WithSign(Unit.Grade, value));

    [Theory]
    [InlineData(0, "$0")]
    [InlineData(0.0000123, "$0.0000123")]
    [InlineData(0.0042, "$0.00420")]
    [InlineData(0.09996, "$0.100")]
    [InlineData(0.0928, "$0.0928")]
    [InlineData(0.5, "$0.500")]
    [InlineData(0.9994, "$0.999")]
    [InlineData(0.9996, "$1.00")]
    [InlineData(1.27, "$1.27")]
    [InlineData(9.996, "$10.0")]
    [InlineData(15.25, "$15.3")]
    [InlineData(99.94, "$99.9")]
    [InlineData(99.96, "$100")]
    [InlineData(1270.4, "$1,270")]
    [InlineData(1234.4, "$1,234")]
    [InlineData(-0.42, "\u2212$0.420")]
    public void Dollars_have_three_significant_digits_and_all_whole_dollars(double usd, string text) =>
        Assert.Equal(text, Format.Usd(usd));

    [Theory]
    [InlineData(0.0058, "$5.80")]
    [InlineData(0.0004, "$0.400")]
    [InlineData(0.01525, "$15.3")]
    [InlineData(1.27, "$1,270")]
    [InlineData(0, "$0")]
    public void Money_of_a_call_is_shown_for_a_thousand_calls(double usdPerCall, string text) =>
        Assert.Equal(text, Format.Value(Unit.Usd, usdPerCall));

    [Theory]
    [InlineData(4, "$5.8")]
    [InlineData(5, "$5.80")]
    [InlineData(2, "$6")]
    public void Decimals_that_a_metric_asks_for_are_those_of_one_call(int decimals, string text) =>
        Assert.Equal(text, Format.Value(new PrintedUnit(Unit.Usd, "", decimals), 0.0058));

    [Theory]
    [InlineData(0, "$0")]
    [InlineData(15, "$15.00")]
    [InlineData(0.25, "$0.25")]
    [InlineData(0.075, "$0.075")]
    [InlineData(0.0042, "$0.0042")]
    [InlineData(150, "$150")]
    public void A_list_price_is_written_as_its_provider_writes_it(double usd, string text) => Assert.Equal(text, Format.Price(usd));

    [Theory]
    [InlineData(Unit.Grade, 3.125, "3.13")]
    [InlineData(Unit.Grade, 2.375, "2.38")]
    [InlineData(Unit.Percent, 12.25, "12.3")]
    [InlineData(Unit.Percent, 0.25, "0.3")]
    [InlineData(Unit.Grade, 1.005, "1.01")]
    [InlineData(Unit.Percent, 71.55, "71.6")]
    [InlineData(Unit.Percent, 63.05, "63.1")]
    [InlineData(Unit.Percent, 63.04999999999999, "63.0")]
    [InlineData(Unit.Seconds, 0.00125, "0.0013")]
    [InlineData(Unit.Percent, 71.65000000000001, "71.7")]
    [InlineData(Unit.Seconds, 0.456, "0.46")]
    [InlineData(Unit.Seconds, 0, "0.00")]
    [InlineData(Unit.Seconds, 0.0004, "0.0004")]
    [InlineData(Unit.Seconds, 0.00312, "0.0031")]
    [InlineData(Unit.Seconds, 0.0499, "0.05")]
    [InlineData(Unit.Seconds, 0.0996, "0.10")]
    [InlineData(Unit.Seconds, 0.996, "1.0")]
    [InlineData(Unit.Seconds, 15.94, "15.9")]
    [InlineData(Unit.Seconds, 99.96, "100")]
    [InlineData(Unit.Percent, -0.04, "0.0")]
    [InlineData(Unit.Percent, -0.05000001, "\u22120.1")]
    public void Decimals_follow_the_unit_and_halves_of_the_decimal_number_round_away_from_zero(Unit unit, double value, string text) =>
        Assert.Equal(text, Format.Value(unit, value));

    [Fact]
    public void A_half_width_has_the_decimals_of_its_estimate()
    {
        Assert.Equal("±4.2", Format.Spread(Unit.Percent, new Interval(67.4, 75.8), 71.6));
        Assert.Equal("±0.46", Format.Spread(Unit.Seconds, new Interval(0.04, 0.96), 0.5));
        Assert.Equal("±0.0012", Format.Spread(Unit.Seconds, new Interval(0.0019, 0.0043), 0.0031));
        Assert.Equal("±3", Format.Spread(Unit.Seconds, new Interval(117, 123), 120));
    }

    // The sides: 3.4 and 0.7, 0 and 0.48, 0.06 and 0.04, 0.2 and 0.1 (one digit more is still one), $20 and $40, 4 and 6.
    [Theory]
    [InlineData(Unit.Percent, 99.2, 95.8, 99.9, "95.8–99.9")]
    [InlineData(Unit.Percent, 0, 0, 0.48, "0.0–0.5")]
    [InlineData(Unit.Grade, 3.96, 3.90, 4.00, "3.90–4.00")]
    [InlineData(Unit.Percent, 50.0, 49.8, 50.1, "±0.2")]
    [InlineData(Unit.Usd, 0.09, 0.07, 0.13, "$70.0–$130")]
    [InlineData(Unit.Seconds, 120, 116, 126, "116–126")]
    [InlineData(Unit.Seconds, 0.0031, 0.0028, 0.0040, "0.0028–0.004")]
    [InlineData(Unit.Percent, 1.0, -3.0, 2.0, "\u22123.0 to 2.0")]
    public void Both_ends_stand_where_the_sides_differ_by_more_than_the_last_digit(
        Unit unit, double value, double low, double high, string text) =>
        Assert.Equal(text, Format.Spread(unit, new Interval(low, high), value));

    [Fact]
    public void An_estimate_is_told_with_how_sure_it_is()
    {
        Assert.Equal("71.6 ±4.2\u00a0%", Format.WithSpread(Unit.Percent, 71.6, new Interval(67.4, 75.8)));
        Assert.Equal("99.2\u00a0% (95.8–99.9)", Format.WithSpread(Unit.Percent, 99.2, new Interval(95.8, 99.9)));
        Assert.Equal("2.2\u00a0s", Format.WithSpread(Unit.Seconds, 2.2, null));
    }

    [Theory]
    [InlineData(0.25, "0.3")]
    [InlineData(1.4, "1.4")]
    [InlineData(9.96, "10")]
    [InlineData(1234.5, "1,235")]
    public void How_much_there_is_on_average_has_a_decimal_below_ten(double value, string text) => Assert.Equal(text, Format.About(value));

    [Fact]
    public void Ranges_are_joined_by_an_en_dash_unless_a_minus_would_run_into_it()
    {
        Assert.Equal("67.4–75.8\u00a0%", Format.Range(Unit.Percent, new Interval(67.4, 75.8)));
        Assert.Equal("\u22121.0 to 2.0\u00a0%", Format.Range(Unit.Percent, new Interval(-1, 2)));
        Assert.Equal("1–5", Format.Ranks(new RankRange(1, 5)));
        Assert.Equal("8", Format.Ranks(new RankRange(8, 8)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Text_is_the_same_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        Assert.Equal("$1,270", Format.Usd(1270));
        Assert.Equal("520,000", Format.Count(520_000));
        Assert.Equal("4\u00a0Aug\u00a02026", Format.Date(new DateOnly(2026, 8, 4)));
        Assert.Equal("2026-08-04", Format.IsoDate(new DateOnly(2026, 8, 4)));
        Assert.Equal("71.6\u00a0%", Format.WithUnit(Unit.Percent, 71.6));
        Assert.Equal("95\u00a0%", Format.Level(0.95));
        Assert.Equal("12.5", Format.Coordinate(12.5));
    }

    [Theory]
    [InlineData(new string[0], "")]
    [InlineData(new[] { "a" }, "a")]
    [InlineData(new[] { "a", "b" }, "a and b")]
    [InlineData(new[] { "a", "b", "c" }, "a, b and c")]
    public void A_list_of_words_reads_as_in_a_sentence(string[] words, string text) => Assert.Equal(text, Format.List(words));
}
