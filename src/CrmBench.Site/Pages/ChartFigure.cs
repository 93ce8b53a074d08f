using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Site.Charts;
using CrmBench.Site.Charts.Drawing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>A chart with its heading, its note and its data, as the partial <c>chart</c> shows it.</summary>
internal static class ChartFigure
{
    /// <summary>A chart for a place of known width.</summary>
    public static ScriptObject Of(Chart chart, string heading, string note) => Model(chart, heading, note, chart.Render(), 2);

    /// <summary>A chart for the main column, which is a phone's or a desk's.</summary>
    public static ScriptObject Fitting(Chart chart, string heading, string note, int level = 2) =>
        Model(chart, heading, note, chart.RenderFitting(), level);

    /// <summary>The axis of a dimension's values.</summary>
    public static ChartAxis Axis(Benchmark benchmark, Dimension dimension)
    {
        var name = $"{dimension.Name}, {DimensionText.Unit(benchmark, dimension)}";
        return Axis(name, dimension.Unit, dimension.Better, dimension.Scale);
    }

    /// <summary>The axis of a metric's values, under a name of the caller's choice.</summary>
    public static ChartAxis Axis(string name, Metric metric) => Axis(name, metric.Unit, metric.Better, metric.Scale);

    public static Whisker? Whisker(Interval? interval) => interval is null ? null : new Whisker(interval.Low, interval.High);

    private static ChartAxis Axis(string name, Unit unit, Direction better, RatingScale? scale)
    {
        var axis = new ChartAxis(name, value => Format.WithUnit(unit, value)) { Better = better };
        return unit switch
        {
            Unit.Grade when scale is not null => axis with { Least = scale.Lowest, Most = scale.Highest },
            Unit.Percent => axis with { Least = 0, Most = 100 },
            Unit.Usd => axis with { Log = true, Currency = "$", Least = 0 },
            _ => axis with { Least = 0 },
        };
    }

    private static ScriptObject Model(Chart chart, string heading, string note, string markup, int level)
    {
        var table = chart.ToTable();
        return new ScriptObject
        {
            ["heading"] = heading,
            ["level"] = level,
            ["against"] = null,
            ["note"] = note,
            ["drawing"] = new Html(markup),
            ["head"] = new ScriptArray(table.Headers),
            ["rows"] = Models.List(table.Rows, row => new ScriptObject { ["name"] = row[0], ["cells"] = new ScriptArray(row.Skip(1)) }),
        };
    }
}
