using System.Globalization;
using System.Xml.Linq;
using CrmBench.Core.Model;
using CrmBench.Site.Charts;

namespace CrmBench.Tests.Site.Charts;

/// <summary>What single kinds of charts with rows promise beyond what all promise.</summary>
public class RowChartTests
{
    private static readonly ChartFrame Frame = new("c", "T", "D", "Nothing.") { Width = 600 };

    [Fact]
    public void Ranks_are_written_as_ranges_and_a_sure_rank_as_one_number()
    {
        var chart = new RankRangeChart(Frame, "Rank", "Range", [new RankRangeRow("A", 1, 5, 2), new RankRangeRow("B", 6, 6, 6)]);

        Assert.Equal([["A", "2", "1–5"], ["B", "6", "6"]], chart.ToTable().Rows.Select(row => row.ToArray()));
    }

    [Fact]
    public void Rank_axis_names_every_rank_of_a_short_board()
    {
        var svg = XElement.Parse(new RankRangeChart(Frame, "Rank", "Range", [new RankRangeRow("A", 1, 8, 2)]).Render());

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], Ticks(svg));
    }

    [Theory]
    [InlineData("Model B")]
    [InlineData("Model H (reasoning)")]
    public void The_name_of_the_strong_row_is_whole_where_there_is_room(string name)
    {
        var chart = new RankRangeChart(Frame, "Rank", "Range", [new RankRangeRow(name, 1, 2, 1, Strong: true), new RankRangeRow("A", 1, 2, 2)]);

        Assert.Contains(XElement.Parse(chart.Render()).Descendants("text"), text => text.Value == name);
    }

    [Fact]
    public void Difference_is_filled_only_where_its_interval_excludes_zero()
    {
        var chart = new ForestChart(Frame, Samples.Plain, "Model",
        [
            new ForestRow("Noise", -1.5, new Whisker(-4, 1)),
            new ForestRow("Real", -8, new Whisker(-11, -5)),
            new ForestRow("Unknown spread", 3, null),
        ]);

        var kinds = XElement.Parse(chart.Render()).Descendants("circle").Select(circle => circle.Parent!.Attribute("class")!.Value);

        Assert.Equal(["chart-partial", "chart-best", "chart-partial"], kinds);
    }

    [Fact]
    public void Sides_of_a_difference_may_be_named_where_neither_is_better()
    {
        var chart = new ForestChart(Frame, Samples.Plain, "Metric", [new ForestRow("Tone", 2, new Whisker(-3, 4))])
        {
            Sides = ("people give more", "programs give more"),
        };

        var svg = chart.Render();

        Assert.Contains("← people give more", svg, StringComparison.Ordinal);
        Assert.Contains("programs give more →", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("better", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_puts_the_better_value_to_the_right_whichever_way_the_metric_runs()
    {
        var seconds = new ChartAxis("Seconds", value => value + " s") { Better = Direction.Lower };
        var chart = new ProfileChart(Frame, "Metric", "Field",
        [
            new ProfileRow(Samples.Percent, 90, null, new([10, 50, 90])),
            new ProfileRow(seconds, 1, null, new([1, 5, 9])),
            new ProfileRow(seconds, 9, null, new([1, 5, 9])),
        ]);

        var places = XElement.Parse(chart.Render()).Descendants("circle").Select(circle => (double)circle.Attribute("cx")!).ToArray();

        Assert.Equal(places[0], places[1]);
        Assert.True(places[2] < places[1]);
    }

    [Fact]
    public void Coefficient_below_the_scale_is_marked_and_named_by_its_verdict()
    {
        AgreementZone[] zones = [new(-1, "poor"), new(0.667, "tentative"), new(0.8, "reliable")];
        var chart = new AgreementChart(Frame, "alpha", "Metric", value => value.ToString("0.0", CultureInfo.InvariantCulture), [.. zones],
            [new AgreementRow("Low", -0.9, null), new AgreementRow("At the bound", 0.8, null), new AgreementRow("None", null, null)]);

        var svg = XElement.Parse(chart.Render());

        Assert.Equal(["poor", "reliable", "—"], chart.ToTable().Rows.Select(row => row[^1]));
        Assert.Equal(2, svg.Descendants("circle").Count());
        Assert.Contains(svg.Descendants("path"), path => path.Attribute("d")!.Value.Contains("l3 3", StringComparison.Ordinal));
    }

    [Fact]
    public void Grades_are_given_in_percent_of_the_row()
    {
        var chart = new DistributionChart(Frame, "Metric", "Ratings", ["Poor", "Good"], [new DistributionRow("Factuality", [1, 3])]);

        Assert.Equal(["Factuality", "4", "25%", "75%"], chart.ToTable().Rows.Single().ToArray());
    }

    [Fact]
    public void Percentiles_begin_at_zero_seconds_unless_the_axis_is_logarithmic()
    {
        var axis = new ChartAxis("Seconds", value => value + " s") { Suffix = " s" };
        var chart = new PercentileChart(
            Frame, axis, "Model", ["p50", "p90", "p95", "p99"], [new PercentileRow("A", [2, 4, 5, 9])]);

        var linear = XElement.Parse(chart.Render());
        var log = XElement.Parse((chart with { Axis = axis with { Log = true } }).Render());

        Assert.Equal("0 s", Ticks(linear)[0]);
        Assert.Equal(["2 s", "5 s", "10 s"], Ticks(log));
    }

    [Fact]
    public void Percentiles_lie_on_bands_as_wide_as_their_intervals_where_they_have_some()
    {
        var axis = new ChartAxis("Seconds", value => value + " s");
        var row = new PercentileRow("A", [2, 5, 9]) { Intervals = [new Whisker(1, 3), new Whisker(4, 8), null], Remark = "120, 2 failed" };
        var chart = new PercentileChart(Frame, axis, "Model", ["p50", "p95", "p99"], [row]) { RemarkName = "Calls" };

        var bands = XElement.Parse(chart.Render()).Descendants("path").Single(path => path.Attribute("class")?.Value == "chart-span");

        Assert.Equal(2, bands.Attribute("d")!.Value.Count(letter => letter == 'M'));
        Assert.Equal(["Model", "p50", "p95", "p99", "Calls"], chart.ToTable().Headers.ToArray());
        Assert.Equal(["A", "2 s (1 s to 3 s)", "5 s (4 s to 8 s)", "9 s", "120, 2 failed"], chart.ToTable().Rows.Single().ToArray());
    }

    [Fact]
    public void History_breaks_where_a_release_has_no_value()
    {
        var chart = new HistoryChart(Frame, Samples.Percent, "Release",
            [new("2026-01", 50, null), new("2026-02", 52, null), new("2026-03", null, null), new("2026-04", 60, null)]);

        var line = XElement.Parse(chart.Render()).Descendants("path").Single(path => path.Attribute("class")?.Value == "chart-line");

        Assert.Equal(2, line.Attribute("d")!.Value.Count(letter => letter == 'M'));
    }

    [Fact]
    public void Long_names_stand_above_their_marks_in_a_narrow_chart()
    {
        var rows = new[] { new RankRangeRow("Qwen3.5-397B-A17B (enabled)", 1, 3, 2), new RankRangeRow("GPT-5.2", 1, 3, 1) };
        var narrow = new RankRangeChart(Frame with { Width = 320 }, "Rank", "Range", [.. rows]).Render();

        Assert.Contains(">Qwen3.5-397B-A17B (enabled)<", narrow, StringComparison.Ordinal);
    }

    private static string[] Ticks(XElement svg) =>
        [.. svg.Descendants("g").First(g => g.Attribute("class")?.Value == "chart-ticks").Elements("text").Select(text => text.Value)];
}
