using System.Xml.Linq;
using CrmBench.Site.Charts;

namespace CrmBench.Tests.Site.Charts;

public class ScatterChartTests
{
    private static readonly ChartFrame Frame = new("s", "Accuracy against cost", "A description.", "Nothing.");

    // The complete rows of tau-bench text, release 2026-08, with a published cost.
    private static readonly ScatterPoint[] TauBench =
    [
        new("GPT-5.2 (high)", 0.0928, 71.6) { YInterval = new Whisker(68.3, 75) },
        new("Claude Opus 4.5 (high)", 0.502, 70.2) { YInterval = new Whisker(67.1, 73.3) },
        new("Claude Sonnet 4.5 (enabled)", 1.2718, 63.6) { YInterval = new Whisker(60.1, 67.1) },
        new("GPT-5.2 (none)", 0.0987, 49.3) { YInterval = new Whisker(45.8, 52.9) },
        new("GPT-5.4 (xhigh)", 1.8423, 39.4) { YInterval = new Whisker(31.3, 47.6), Partial = true },
    ];

    [Fact]
    public void Every_model_has_a_tooltip_with_both_figures_and_the_interval()
    {
        var titles = Render(TauBench).Descendants("title").Select(title => title.Value).ToArray();

        Assert.Contains("GPT-5.2 (high): 71.6 (68.3 to 75.0), $0.1", titles);
        Assert.Equal(TauBench.Length + 1, titles.Length);
    }

    [Fact]
    public void Few_models_are_all_labelled() =>
        Assert.All(TauBench, point => Assert.Contains(point.Name, Texts(Render(TauBench))));

    [Fact]
    public void Frontier_is_filled_and_partial_points_are_hollow()
    {
        var svg = Render(TauBench);

        Assert.Equal(["GPT-5.2 (high)"], Group(svg, "chart-best"));
        Assert.Equal(["GPT-5.4 (xhigh)"], Group(svg, "chart-partial"));
    }

    [Fact]
    public void A_free_model_stands_at_the_lower_end_of_the_log_axis()
    {
        var svg = Render([.. TauBench, new ScatterPoint("Free", 0, 60)]);

        var lowest = svg.Descendants("circle").Min(circle => (double)circle.Attribute("cx")!);
        var free = svg.Descendants("g").Last(g => g.Element("title")?.Value.StartsWith("Free", StringComparison.Ordinal) == true);
        Assert.Equal(lowest, (double)free.Element("circle")!.Attribute("cx")!);
        Assert.NotNull(free.Element("path"));
    }

    [Fact]
    public void A_cost_that_must_be_a_slip_breaks_nothing() =>
        Assert.Equal(2, Render([new("Slip", 1e-320, 50), new("Other", 0.5, 60)]).Descendants("circle").Count());

    [Fact]
    public void An_interval_beyond_the_scale_ends_in_an_arrowhead()
    {
        var svg = Render([new("Sure", 1, 90) { YInterval = new Whisker(88, 112) }, new("Other", 2, 70)]);

        var whisker = svg.Descendants("g").Single(g => g.Element("title")?.Value.StartsWith("Sure", StringComparison.Ordinal) == true);
        Assert.Contains("l3 3", whisker.Element("path")!.Attribute("d")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_frontier_gets_its_labels_even_in_a_crowd()
    {
        var crowd = Enumerable.Range(0, 80).Select(i => new ScatterPoint("Crowd", 0.2 + 0.01 * i, 40 + 30 * Math.Sin(i)));

        var texts = Texts(Render([.. crowd, new ScatterPoint("Winner", 0.19, 71)]));

        Assert.Contains("Winner", texts);
    }

    private static XElement Render(ScatterPoint[] points) =>
        XElement.Parse(new ScatterChart(Frame, Samples.Money, Samples.Percent, [.. points]).Render());

    private static IEnumerable<string> Texts(XElement svg) => svg.Descendants("text").Select(text => text.Value);

    private static IEnumerable<string> Group(XElement svg, string kind) =>
        svg.Descendants("g").Single(g => g.Attribute("class")?.Value == kind).Elements("g")
            .Select(g => g.Element("title")!.Value.Split(':')[0]);
}
