using CrmBench.Site.Charts;
using CsCheck;

namespace CrmBench.Tests.Site.Charts;

public class DayScaleTests
{
    private static readonly Gen<(DateOnly First, DateOnly Last)> Ranges =
        Gen.Select(Gen.Int[700_000, 760_000], Gen.Int[0, 12_000]).Select((first, length) => (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(first + length)));

    [Fact]
    public void A_scale_holds_whole_months_with_all_days_in_them() => Ranges.Sample(range =>
    {
        var scale = Of(range.First, range.Last);

        Assert.Equal(1, DateOnly.FromDayNumber((int)scale.Low).Day);
        Assert.Equal(1, DateOnly.FromDayNumber((int)scale.High).Day);
        Assert.True(scale.Low <= range.First.DayNumber && range.Last.DayNumber < scale.High);
        Assert.True(range.First.DayNumber - scale.Low < 31 && scale.High - range.Last.DayNumber <= 31);
    });

    [Fact]
    public void Ticks_are_first_days_of_months_evenly_apart_and_told_apart() => Ranges.Sample(range =>
    {
        var ticks = Of(range.First, range.Last).HorizontalTicks(DayScale.TickText, 640);

        Assert.NotEmpty(ticks);
        Assert.Equal(ticks.Select(tick => tick.Text).Distinct(), ticks.Select(tick => tick.Text));
    });

    [Theory]
    [InlineData("2025-09-29", "2025-12-11", "Sep 2025|Oct 2025|Nov 2025|Dec 2025|Jan 2026")]
    [InlineData("2024-11-04", "2026-08-10", "Jan 2025|Jul 2025|Jan 2026|Jul 2026")]
    [InlineData("2019-02-14", "2026-08-10", "2020|2021|2022|2023|2024|2025|2026")]
    [InlineData("2026-03-05", "2026-03-05", "Mar 2026|Apr 2026")]
    public void Ticks_name_the_month_or_the_year(string first, string last, string expected) =>
        Assert.Equal(expected.Split('|'), Of(Day(first), Day(last)).HorizontalTicks(DayScale.TickText, 420).Select(tick => tick.Text));

    private static DayScale Of(DateOnly first, DateOnly last) => DayScale.Around(new ValueRange(first.DayNumber, last.DayNumber), 0, 420);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
