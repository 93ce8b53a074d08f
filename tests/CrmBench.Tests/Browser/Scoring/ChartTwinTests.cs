using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Site.Charts;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>A chart that a reader filtered or enlarged has the axes, ticks and labels that the page would have drawn.</summary>
public class ChartTwinTests
{
    private const int Cases = 200;

    [Fact]
    public async Task Linear_axes_have_the_same_ends_and_the_same_choices_of_ticks()
    {
        var random = Xoshiro256.FromText("charts/linear");
        double[][] ranges = [.. Enumerable.Range(0, Cases).Select(_ => Ends(Within(random, -3, 3) * Math.Pow(10, Whole(random, 5) - 2), Within(random, 0, 50)))];
        double?[][] bounds = [.. ranges.Select((_, i) => i % 3 == 0 ? new double?[] { 0, 100 } : i % 3 == 1 ? [0, null] : [null, null])];

        var told = await ScriptModules.RunAsync<AxisTold[]>(
            ["axis"],
            "({ axis }, [ranges, bounds]) => ranges.map(([low, high], i) => axis.linear(low, high, bounds[i][0] ?? undefined, bounds[i][1] ?? undefined))",
            new object[] { ranges, bounds });

        Assert.All(ranges.Index(), range =>
        {
            var (i, ends) = range;
            var scale = LinearScale.Around(new ValueRange(ends[0], ends[1]), bounds[i][0], bounds[i][1], 0, 500);
            AssertSame(scale, told[i]);
        });
    }

    [Fact]
    public async Task Logarithmic_axes_have_the_same_ends_and_the_same_choices_of_ticks()
    {
        var random = Xoshiro256.FromText("charts/log");
        double[][] ranges = [.. Enumerable.Range(0, Cases).Select(_ =>
        {
            var low = Math.Pow(10, Within(random, -5, 2));
            return new[] { low, low * Math.Pow(10, Within(random, 0, 6)) };
        })];

        var told = await ScriptModules.RunAsync<AxisTold[]>(
            ["axis"], "({ axis }, ranges) => ranges.map(([low, high]) => axis.logarithmic(low, high))", ranges);

        Assert.All(ranges.Index(), range => AssertSame(LogScale.Around(new ValueRange(range.Item[0], range.Item[1]), 0, 500), told[range.Index]));
    }

    [Fact]
    public async Task An_axis_reaches_as_far_for_whiskers()
    {
        var random = Xoshiro256.FromText("charts/covering");
        var worlds = Enumerable.Range(0, Cases).Select(_ =>
        {
            double[] values = [.. Enumerable.Range(0, 1 + Whole(random, 6)).Select(_ => Within(random, 0, 100))];
            double[][] whiskers = [.. values.Take(Whole(random, 7)).Select(value => new[] { value - Within(random, 0, 60), value + Within(random, 0, 60) })];
            return new object[] { values, whiskers };
        }).ToArray();

        var told = await ScriptModules.RunAsync<double[][]>(
            ["axis"], "({ axis }, worlds) => worlds.map(([values, whiskers]) => axis.covering(values, whiskers))", worlds);

        Assert.All(worlds.Index(), world =>
        {
            var range = ValueRange.Covering((double[])world.Item[0], ((double[][])world.Item[1]).Select(ends => new Whisker(ends[0], ends[1])))!.Value;
            Assert.Equal([range.Low, range.High], told[world.Index]);
        });
    }

    // A board that ranks by money has money up as well as across.
    [Theory]
    [InlineData(Unit.Usd)]
    [InlineData(Unit.Percent)]
    [InlineData(Unit.Share)]
    [InlineData(Unit.Seconds)]
    [InlineData(Unit.Number)]
    public async Task An_axis_that_is_drawn_anew_is_that_of_the_page(Unit unit)
    {
        var random = Xoshiro256.FromText($"charts/over/{unit}");
        var most = unit == Unit.Share ? 1 : 100;
        var worlds = Enumerable.Range(0, Cases).Select(_ =>
        {
            double[] values = [.. Enumerable.Range(0, 1 + Whole(random, 6)).Select(_ => Whole(random, 9) == 0 ? 0 : Within(random, 0, most) * Math.Pow(10, -Whole(random, 4)))];
            double[][] whiskers = [.. values.Take(Whole(random, 7)).Select(value => new[] { value * Within(random, 0.5, 1), value * Within(random, 1, 1.4) })];
            return new object[] { values, whiskers };
        }).ToArray();
        var name = unit switch { Unit.Usd => "usd", Unit.Percent => "percent", Unit.Share => "share", Unit.Seconds => "seconds", _ => "number" };

        var told = await ScriptModules.RunAsync<AxisTold[]>(
            ["charts"], "({ charts }, [unit, worlds]) => worlds.map(([values, whiskers]) => charts.axisOver({ unit }, values, whiskers))", new object[] { name, worlds });

        var axis = new ChartAxis("", value => "")
        {
            Log = unit == Unit.Usd,
            Least = unit == Unit.Number ? null : 0,
            Most = unit switch { Unit.Percent => 100, Unit.Share => 1, _ => null },
        };
        Assert.All(worlds.Index(), world => AssertSame(
            axis.Over((double[])world.Item[0], ((double[][])world.Item[1]).Select(ends => new Whisker(ends[0], ends[1])), 0, 500)!, told[world.Index]));
    }

    [Fact]
    public async Task Texts_are_as_wide()
    {
        string[] texts = ["GPT-5.2 (no reasoning)", "Über–Modell № 3", "模型 A", "مدل ۱", "e\u0301", "🙂 x", "≥ 3 ½"];

        var told = await ScriptModules.RunAsync<double[]>(["labels"], "({ labels }, texts) => texts.map(text => labels.widthOf(text, 12.5))", texts);

        Assert.Equal(texts.Select(text => TextWidth.Of(text, 12.5)), told, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public async Task Labels_stand_where_the_page_puts_them()
    {
        var random = Xoshiro256.FromText("charts/labels");
        var plot = new Box(40, 26, 340, 237);
        var worlds = Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 2 + Whole(random, 30)).Select(i =>
        {
            var (x, y) = (Tenth(Within(random, 52, 323)), Tenth(Within(random, 30, 237)));
            return new DrawnPoint("Model " + new string('m', Whole(random, 16)), x, y)
            {
                Row = $"row-{i}",
                Faint = Whole(random, 3) == 0,
                Upright = Whole(random, 3) == 0 ? null : new Whisker(Tenth(y - 14), Tenth(y + 20)),
                Level = Whole(random, 4) == 0 ? new Whisker(Tenth(x - 10), Tenth(x + 8)) : null,
            };
        }).ToImmutableArray()).Select((points, i) => Sorted(points, Math.Min(points.Length, i % 5))).ToArray();

        // What writes elements needs a page; here it is told to a list instead.
        var told = await ScriptModules.RunAsync<string[][]>(
            ["labels"],
            """
            ({ labels }, [worlds, plot]) => {
              class Told { constructor(name) { this.name = name; this.attributes = {}; this.children = []; }
                setAttribute(name, value) { this.attributes[name] = value; } append(...children) { this.children.push(...children); } }
              globalThis.document = { createElementNS: (_, name) => new Told(name) };
              return worlds.map(({ points, frontier }) => labels.scatterLabels(points, frontier, plot).children.map(({ attributes, children }) =>
                [attributes.d ?? `${attributes.x} ${attributes.y}`, attributes["data-row"] ?? attributes.class, children[0] ?? ""].join("|")));
            }
            """,
            new object[]
            {
                worlds.Select((points, i) => new
                {
                    points = points.Select(point => new
                    {
                        name = point.Name,
                        id = point.Row,
                        x = point.X,
                        y = point.Y,
                        faint = point.Faint,
                        upright = point.Upright is { } up ? new[] { up.Low, up.High } : null,
                        level = point.Level is { } level ? new[] { level.Low, level.High } : null,
                    }),
                    frontier = Math.Min(points.Length, i % 5),
                }),
                new { left = plot.Left, top = plot.Top, right = plot.Right, bottom = plot.Bottom },
            });

        Assert.All(worlds.Index(), world =>
        {
            var svg = new SvgWriter();
            ScatterLabels.Write(svg, world.Item, Math.Min(world.Item.Length, world.Index % 5), plot, 4.5);
            Assert.Equal(Written(XElement.Parse(svg.ToString())), told[world.Index]);
        });
        Assert.Contains(told.SelectMany(each => each), line => line.EndsWith("|frontier", StringComparison.Ordinal));
        Assert.Contains(told.SelectMany(each => each), line => line.Contains("chart-leader", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Written(XElement labels) => labels.Elements().Select(element =>
    {
        var place = element.Attribute("d")?.Value ?? $"{element.Attribute("x")!.Value} {element.Attribute("y")!.Value}";
        return $"{place}|{(element.Attribute("data-row") ?? element.Attribute("class"))!.Value}|{element.Value}";
    });

    // A frontier runs from left to right.
    private static ImmutableArray<DrawnPoint> Sorted(ImmutableArray<DrawnPoint> points, int frontier) =>
        [.. points.Take(frontier).OrderBy(point => point.X), .. points.Skip(frontier)];

    private static void AssertSame(Scale scale, AxisTold told)
    {
        Assert.Equal(scale.Low, told.Low, Close);
        Assert.Equal(scale.High, told.High, Close);

        // With room for none, the coarsest set is taken; with all room the densest.
        var dense = scale.HorizontalTicks((value, _) => value.ToString("R", CultureInfo.InvariantCulture)[..1], double.PositiveInfinity);
        Assert.NotEmpty(dense);
        Assert.Contains(told.Sets, set => set.Length == dense.Length && set.Zip(dense).All(pair => Math.Abs(scale.At(pair.First) - pair.Second.Position) < 0.01));
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));

    private static double[] Ends(double middle, double half) => [middle - half, middle + half];

    private static double Within(Xoshiro256 random, double low, double high) => low + (high - low) * random.NextDouble();

    private static int Whole(Xoshiro256 random, int below) => random.NextInt(below);

    private static double Tenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    private sealed record AxisTold(double Low, double High, double[][] Sets);
}
