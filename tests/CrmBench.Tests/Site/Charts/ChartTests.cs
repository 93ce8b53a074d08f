using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CrmBench.Site.Charts;

namespace CrmBench.Tests.Site.Charts;

/// <summary>What every kind of chart keeps, whatever it is given.</summary>
public class ChartTests
{
    private static readonly ImmutableArray<Chart> All =
    [
        .. Samples.Of(Samples.Names(8), Samples.Spread),
        .. Samples.Of(Samples.Names(8), Samples.Spread, 600),
        .. Samples.Of(Samples.Names(50), Samples.Spread),
        .. Samples.Of(Samples.Names(50), Samples.Spread, 600),
        .. Samples.Of(Samples.Names(1), Samples.Spread),
        .. Samples.Of(Samples.Names(6), _ => 100),
        .. Samples.Of(Samples.Names(6), _ => 0),
        .. Samples.Of(Samples.HostileNames, Samples.Spread),
        .. Samples.Of(Samples.HostileNames, Samples.Spread, 600),
        .. Samples.Of(Samples.HostileNames, i => i * 1e7, 240),
        .. Samples.Of(Samples.HostileNames, i => i % 2 == 0 ? double.NaN : double.NegativeInfinity),
        .. Samples.Of([], Samples.Spread),
    ];

    [Fact]
    public void Is_well_formed_and_named() => Assert.All(All, chart =>
    {
        var svg = XElement.Parse(chart.Render());

        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("Title <b>", Named(svg, "aria-labelledby", "title"));
        Assert.Equal("Says \"what\" & why", Named(svg, "aria-describedby", "desc"));
    });

    [Fact]
    public void Texts_lie_within_the_drawing() => Assert.All(All, chart =>
    {
        var svg = XElement.Parse(chart.Render());

        Assert.All(TextBoxes(svg), text => Assert.True(Bounds(svg).Encloses(text.Box), $"{chart.GetType().Name}: {text.Words} {text.Box}"));
    });

    [Fact]
    public void Texts_do_not_touch_each_other() => Assert.All(All, chart =>
    {
        var texts = TextBoxes(XElement.Parse(chart.Render()));

        foreach (var (i, text) in texts.Index())
        {
            Assert.All(texts.Skip(i + 1), other =>
                Assert.False(text.Box.Overlaps(other.Box), $"{chart.GetType().Name}: {text.Words} touches {other.Words}"));
        }
    });

    [Fact]
    public void Marks_lie_within_the_drawing() => Assert.All(All, chart =>
    {
        var svg = XElement.Parse(chart.Render());

        foreach (var circle in svg.Descendants("circle"))
        {
            var (x, y, r) = (Number(circle, "cx"), Number(circle, "cy"), Number(circle, "r"));
            Assert.True(Bounds(svg).Encloses(new Box(x - r, y - r, x + r, y + r)), chart.GetType().Name);
        }
    });

    [Fact]
    public void Numbers_are_finite() => Assert.All(All, chart =>
        Assert.DoesNotContain(
            XElement.Parse(chart.Render()).DescendantsAndSelf().Attributes().Select(attribute => attribute.Value),
            value => value.Contains("NaN", StringComparison.Ordinal) || value.Contains('∞', StringComparison.Ordinal)));

    [Fact]
    public void Without_data_it_says_so() => Assert.All(Samples.Of([], Samples.Spread), chart =>
    {
        var svg = XElement.Parse(chart.Render());

        Assert.Equal("Nothing to draw yet.", string.Join(' ', svg.Descendants("text").Select(text => text.Value)));
        Assert.Empty(chart.ToTable().Rows);
    });

    [Fact]
    public void A_long_reason_for_being_empty_is_not_cut()
    {
        const string reason = "Only one model has a published cost in this release, and one point would tell nothing against cost.";
        var chart = new ScatterChart(new ChartFrame("c", "T", "D", reason), Samples.Money, Samples.Percent, []);

        var texts = XElement.Parse(chart.Render()).Descendants("text").Select(text => text.Value);

        Assert.Equal(reason, string.Join(' ', texts));
    }

    [Fact]
    public void Markup_in_names_stays_text() => Assert.All(Samples.Of(Samples.HostileNames, Samples.Spread), chart =>
    {
        var svg = chart.Render();

        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            ["circle", "desc", "g", "path", "rect", "svg", "text", "title"],
            XElement.Parse(svg).DescendantsAndSelf().Select(element => element.Name.LocalName)
                .Concat(["circle", "desc", "g", "path", "rect", "svg", "text", "title"]).Distinct().Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Table_has_a_cell_for_every_heading_and_a_row_for_every_name()
    {
        foreach (var chart in Samples.Of(Samples.HostileNames, Samples.Spread))
        {
            var table = chart.ToTable();

            Assert.Equal(Samples.HostileNames.Length, table.Rows.Length);
            Assert.All(table.Rows, row => Assert.Equal(table.Headers.Length, row.Length));
            Assert.Equal(table.Headers.Length, table.Headers.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Renders_the_same_bytes_in_every_culture(string culture)
    {
        var before = All.Select(chart => chart.Render()).ToArray();

        CultureInfo.CurrentCulture = new CultureInfo(culture);

        Assert.Equal(before, All.Select(chart => chart.Render()));
    }

    [Fact]
    public void Twelve_rows_stay_under_eight_kilobytes() => Assert.All(Samples.Of(Samples.Names(12), Samples.Spread), chart =>
        Assert.InRange(Encoding.UTF8.GetByteCount(chart.Render()), 500, 8_000));

    [Fact]
    public void A_scatter_of_fifty_points_takes_about_nine_kilobytes() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Samples.Of(Samples.Names(50), Samples.Spread).First().Render()), 4_000, 9_500);

    [Fact]
    public void Drawn_for_two_widths_it_repeats_no_id()
    {
        foreach (var chart in Samples.Of(Samples.Names(8), Samples.Spread))
        {
            var figure = XElement.Parse(chart.RenderFitting());
            var ids = figure.Descendants().Attributes("id").Select(id => id.Value).ToArray();

            Assert.Equal(["chart chart-narrow", "chart chart-wide"], figure.Elements("svg").Select(svg => svg.Attribute("class")!.Value));
            Assert.Equal(4, ids.Distinct().Count());
            Assert.Equal(4, ids.Length);
        }
    }

    private static string Named(XElement svg, string by, string element)
    {
        var id = svg.Attribute(by)!.Value;
        return svg.Elements(element).Single(named => named.Attribute("id")!.Value == id).Value;
    }

    private static Box Bounds(XElement svg) =>
        new(0, 0, Number(svg, "width") + 0.2, Number(svg, "height") + 0.2);

    private static List<(string Words, Box Box)> TextBoxes(XElement svg)
    {
        var boxes = new List<(string, Box)>();
        foreach (var text in svg.Descendants("text"))
        {
            var words = string.Concat(text.Nodes().OfType<XText>().Select(node => node.Value));
            if (words.Length == 0)
            {
                continue;
            }

            var small = text.AncestorsAndSelf().Any(e => e.Attribute("class")?.Value is "chart-ticks" or "chart-axis" or "chart-note");
            var width = TextWidth.Of(words, small ? ChartType.Tick : ChartType.Label);
            var anchor = text.AncestorsAndSelf().Select(e => e.Attribute("text-anchor")?.Value).FirstOrDefault(value => value is not null);
            var x = text.Attribute("x") is null ? 0 : Number(text, "x");
            var left = anchor switch { "end" => x - width, "middle" => x - width / 2, _ => x };
            var y = Number(text, "y");

            // Positions are rounded to a tenth of a pixel.
            boxes.Add((words, new Box(left + 0.1, y - ChartType.Ascent + 0.1, left + width - 0.1, y + ChartType.Descent - 0.1)));
        }

        return boxes;
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
