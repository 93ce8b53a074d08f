using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Site.Charts;

namespace CrmBench.Tests.Site.Charts;

/// <summary>Charts of every kind, calm and hostile.</summary>
internal static class Samples
{
    public static readonly string Long = string.Concat(Enumerable.Repeat("Wide name ", 12));

    public static readonly ImmutableArray<string> HostileNames =
    [
        "<script>alert(1)</script>", "\"quoted\" & 'single'", Long, "نموذج المحادثة العربي الكبير (high)",
        "模型🧪🚀", "a\u202Eb\nc\u0000d", "",
    ];

    public static ChartAxis Plain { get; } = new("Accuracy, %", One);

    public static ChartAxis Percent { get; } = Plain with { Least = 0, Most = 100 };

    public static ChartAxis Money { get; } =
        new("Cost, US$ per task", value => "$" + One(value)) { Log = true, Better = Direction.Lower, Currency = "$" };

    private static ChartAxis Seconds { get; } = new("Seconds", One) { Better = Direction.Lower, Suffix = " s" };

    /// <summary>One chart of every kind, with each name in turn and figures that follow from its number.</summary>
    public static IEnumerable<Chart> Of(ImmutableArray<string> names, Func<int, double> value, int width = 340)
    {
        var frame = new ChartFrame("c", "Title <b>", "Says \"what\" & why", "Nothing to draw yet.") { Width = width };
        var rows = names.Select((name, i) => (Name: name, Value: value(i), Interval: new Whisker(value(i) - 4, value(i) + 4))).ToArray();
        yield return new ScatterChart(frame, Money, Percent, [.. rows.Select((row, i) =>
            new ScatterPoint(row.Name, row.Value / 30, row.Value) { YInterval = row.Interval, Partial = i % 3 == 2 })]);
        yield return new RankRangeChart(frame, "Rank, 1 is best", "Rank range", [.. rows.Select((row, i) =>
            new RankRangeRow(row.Name, Math.Max(1, i - 2), Math.Min(rows.Length, i + 4), i + 1, i == 1))]);
        yield return new ProfileChart(frame, "Metric", "Middle half", [.. rows.Select(row =>
            new ProfileRow(Percent with { Name = row.Name }, row.Value, row.Interval, new(rows.Select(other => other.Value))))]);
        yield return new HistoryChart(frame, Percent, "Release", [.. rows.Select((row, i) =>
            new HistoryPoint(row.Name, i % 4 == 3 ? null : row.Value, row.Interval))]);
        yield return new AgreementChart(
            frame, "Krippendorff's alpha", "Metric", One, [new AgreementZone(-1, "poor"), new AgreementZone(0.667, "usable")],
            [.. rows.Select(row =>
                new AgreementRow(row.Name, row.Value / 100, new Whisker(row.Value / 100 - 0.2, row.Value / 100 + 0.1)))]);
        yield return new DistributionChart(
            frame, "Metric", "Ratings", ["Very poor", "Poor", "Good", "Very good"],
            [.. rows.Select((row, i) => new DistributionRow(row.Name, [i, 2 * i, 3, 40]))]);
        yield return new PercentileChart(frame, Seconds, "Model", ["p50", "p90", "p95", "p99"], [.. rows.Select(row =>
            new PercentileRow(row.Name, [row.Value / 20, row.Value / 12, row.Value / 10, null]))]);
        yield return new ForestChart(frame, Plain with { Name = "Difference, points" }, "Model", [.. rows.Select(row =>
            new ForestRow(row.Name, row.Value - 50, new Whisker(row.Value - 54, row.Value - 46)))]);
    }

    public static ImmutableArray<string> Names(int count) =>
        [.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"Model {i} (high)"))];

    /// <summary>A value between 20 and 90 that looks unordered.</summary>
    public static double Spread(int i) => 20 + 37.3 * i % 70;

    private static string One(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
