using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Site.Words;
using ChartAxis = CrmBench.Site.Charts.ChartAxis;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>Numbers become the same text in the browser as on the page that was built.</summary>
public class FormatTwinTests
{
    private static readonly Dictionary<string, PrintedUnit> Units = new()
    {
        ["grade"] = Unit.Grade,
        ["percent"] = Unit.Percent,
        ["seconds"] = Unit.Seconds,
        ["usd"] = Unit.Usd,
        ["minutes"] = Unit.Minutes,
        ["share"] = Unit.Share,
        ["count"] = Unit.Count,
        ["number tokens"] = new(Unit.Number, "tokens"),
        ["count steps 0"] = new(Unit.Count, "steps", 0),
        ["number Elo 2"] = new(Unit.Number, "Elo", 2),
        ["usd  3"] = new(Unit.Usd, "", 3),
        ["seconds  0"] = new(Unit.Seconds, "", 0),
        ["percent  2"] = new(Unit.Percent, "", 2),
    };

    public static TheoryData<string> UnitNames => [.. Units.Keys];

    [Theory]
    [MemberData(nameof(UnitNames))]
    public async Task Any_number_has_the_same_text(string unit)
    {
        var random = Xoshiro256.FromText($"format/{unit}");
        double[] values = [.. Values(random)];
        // Sides that differ by about the last digit that is shown.
        double[][] spans = [.. values.Select(value => Sides(random, value))];
        var told = await ScriptModules.RunAsync<string[]>(
            ["format", "doubt"],
            """
            ({ format, doubt }, [written, values, spans]) => values.map((value, i) => {
              const [kind, name, decimals] = written.split(" ");
              const unit = written.includes(" ") ? { unit: kind, unit_name: name || undefined, decimals: decimals ? Number(decimals) : undefined } : kind;
              const [low, high] = [value, values[(i + 1) % values.length]].sort((a, b) => a - b);
              return [
                format.value(unit, value), format.withUnit(unit, value), format.difference(unit, value), format.withSign(unit, value),
                format.range(unit, low, high), format.spread(unit, low, high, value), format.spread(unit, value - spans[i][0], value + spans[i][1], value),
                doubt.about(Math.abs(value)), format.usd(value),
              ].join(" ");
            })
            """,
            new object[] { unit, values, spans });

        AssertSame(values.Select((value, i) => Tell(Units[unit], value, values[(i + 1) % values.Length], spans[i])), told);
    }

    /// <summary>A call and a year are what the program would print of a thousandth or so many times the money.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(520_000)]
    [InlineData(37)]
    public async Task Money_for_other_numbers_of_calls_is_the_product(int calls)
    {
        var random = Xoshiro256.FromText($"calls/{calls}");
        double[] values = [0, .. Enumerable.Range(0, 2000).Select(_ => Math.Round(random.NextDouble() * 0.2, 2 + random.NextInt(4)))];
        var told = await ScriptModules.RunAsync<string[]>(
            ["format", "money"],
            """
            ({ format, money }, [calls, values]) => {
              money.countMoney({ per: calls === 1 ? "call" : "year", calls });
              return [money.moneyPer({ one: "issue", many: "issues" }), ...values.map(value => format.value("usd", value))];
            }
            """,
            new object[] { calls, values });

        var per = calls == 1 ? "per issue" : $"a year, at {Format.Count(calls)} issues";
        AssertSame([per, .. values.Select(value => Format.Usd(value * calls))], told);
    }

    [Fact]
    public async Task What_stands_unseen_around_a_number_to_line_up_its_column_is_the_same()
    {
        string[] texts = ["7", "71.6", "$0.0821", "1,272", "\u22120.5", "$98.70"];
        var worlds = texts.SelectMany(text => Enumerable.Range(0, 5).SelectMany(most => Enumerable.Range(0, 6).Select(signs => (Text: text, Most: most, Signs: signs)))).ToArray();

        var told = await ScriptModules.RunAsync<string[][]>(
            ["recount"],
            """
            ({ recount }, worlds) => worlds.map(([text, most, signs]) => {
              const shown = { textContent: text, dataset: {} };
              recount.fit(shown, recount.decimalsIn(text), most, signs);
              return [shown.dataset.pad ?? "", shown.dataset.lead ?? ""];
            })
            """,
            worlds.Select(world => new object[] { world.Text, world.Most, world.Signs }).ToArray());

        Assert.All(worlds.Index(), world =>
        {
            var figure = new CrmBench.Site.Pages.Figure("", 0, world.Item.Text).Among(world.Item.Most).Before(world.Item.Signs);
            Assert.Equal([figure.Pad ?? "", figure.Lead ?? ""], told[world.Index]);
        });
    }

    [Fact]
    public async Task A_publishers_band_is_quoted_beside_our_own_and_never_twice()
    {
        var told = await ScriptModules.RunAsync<string[]>(
            ["marks"],
            """
            ({ marks }, worlds) => {
              class Told { children = []; setAttribute() {} append(...children) { this.children.push(...children); } }
              globalThis.document = { createElement: () => new Told() };
              return worlds.map(({ asPublished, span }) => marks.published({
                board: { dimensions: [{ tiers: { as_published: asPublished, bands: [{ name: "Low" }, { name: "Medium" }, { name: "High" }] } }] },
                band: () => span,
              }, 0, 0).map(one => one.children?.join("") ?? one).join(""));
            }
            """,
            new[]
            {
                new { asPublished = false, span = (int[]?)[0, 1] },
                new { asPublished = false, span = (int[]?)[2, 2] },
                new { asPublished = false, span = (int[]?)null },
                new { asPublished = true, span = (int[]?)[0, 0] },
            });

        Assert.Equal([" publisher: Low–Medium", " publisher: High", "", ""], told);
    }

    [Fact]
    public async Task Money_is_for_as_many_calls_as_the_pages_say()
    {
        var told = await ScriptModules.RunAsync<string[]>(
            ["format", "money"], "({ format, money }, call) => [String(format.money.calls), `US$ ${money.moneyPer(call)}`]", new { one = "issue", many = "issues" });

        Assert.Equal([Format.Plain(PrintedNumber.PrintedCalls), $"US$ per {Format.Count(PrintedNumber.PrintedCalls)} issues"], told);
    }

    [Fact]
    public async Task Counts_and_ranks_have_the_same_text()
    {
        int[] numbers = [0, 1, 2, 9, 10, 99, 100, 999, 1000, 12_345, 999_999, 1_000_000, 2_000_000_000, -1, -1000];
        var told = await ScriptModules.RunAsync<string[]>(
            ["format"],
            """
            ({ format }, numbers) => numbers.map((number) => [
              format.count(number), format.plural(number, "model"), format.plural(number, "try", "tries"),
              format.ranks(Math.abs(number) + 1, Math.abs(number) + 1), format.ranks(1, Math.abs(number) + 1),
            ].join(" "))
            """,
            numbers);

        AssertSame(
            numbers.Select(number => string.Join(
                ' ',
                Format.Count(number),
                Format.Counted(number, "model"),
                Format.Plural(number, "try", "tries"),
                Format.Ranks(new RankRange(Math.Abs(number) + 1, Math.Abs(number) + 1)),
                Format.Ranks(new RankRange(1, Math.Abs(number) + 1)))),
            told);
    }

    [Theory]
    [InlineData(false, new double[] { 0, 5, 10, 15 })]
    [InlineData(false, new double[] { 2.4, 2.6, 2.8, 3 })]
    [InlineData(false, new double[] { 0, 0.05, 0.1 })]
    [InlineData(false, new double[] { -0.5, 0, 0.5 })]
    [InlineData(false, new double[] { 0, 20_000, 40_000 })]
    [InlineData(true, new double[] { 0.001, 0.01, 0.1, 1, 10, 1000 })]
    [InlineData(true, new double[] { 0.05, 0.1, 0.2, 0.5, 1, 2 })]
    [InlineData(true, new double[] { 1e-8, 2e-7, 0.000001, 1e9 })]
    public async Task Ticks_of_an_axis_have_the_same_text(bool log, double[] ticks)
    {
        var axis = new ChartAxis("", Format.Coefficient);
        var decimals = log ? -1 : ticks.Max(tick => BitConverter.GetBytes(decimal.GetBits((decimal)tick)[3])[2]);
        var told = await ScriptModules.RunAsync<string[]>(
            ["axis"], "({ axis }, [ticks, log]) => [...axis.tickTexts(ticks, false, log), ...axis.tickTexts(ticks, true, log)]", new object[] { ticks, log });

        AssertSame(
            ticks.Select(tick => axis.TickText(tick, decimals)).Concat(ticks.Select(tick => (axis with { Currency = "$" }).TickText(tick, decimals))), told);
    }

    private static double[] Sides(Xoshiro256 random, double value)
    {
        var near = Math.Max(Math.Abs(value), 1e-3) * random.NextDouble();
        return [near, Math.Abs(near + (Math.Pow(10, -random.NextInt(4)) * random.NextInt(3)))];
    }

    private static string Tell(PrintedUnit unit, double value, double next, double[] sides)
    {
        var interval = new Interval(Math.Min(value, next), Math.Max(value, next));
        return string.Join(
            ' ',
            Format.Value(unit, value),
            Format.WithUnit(unit, value),
            Format.Difference(unit, value),
            Format.WithSign(unit, value),
            Format.Range(unit, interval),
            Format.Spread(unit, interval, value),
            Format.Spread(unit, new Interval(value - sides[0], value + sides[1]), value),
            Format.About(Math.Abs(value)),
            Format.Usd(value));
    }

    /// <summary>Halves that binary numbers hold exactly, neighbours of every bound, and anything from tiny to huge, also below zero.</summary>
    private static IEnumerable<double> Values(Xoshiro256 random)
    {
        double[] bounds = [0, 0.005, 0.05, 0.0995, 0.1, 0.5, 0.995, 1, 9.995, 10, 99.95, 99.995, 100, 999.5, 1000, 1e6];
        var powers = Enumerable.Range(-20, 30).Select(power => Math.Pow(10, power));
        var halves = Enumerable.Range(0, 800).Select(eighth => eighth / 8.0);
        var anything = Enumerable.Range(0, 6000).Select(_ => Math.Pow(10, (18 * random.NextDouble()) - 9) * random.NextDouble());
        var usual = Enumerable.Range(0, 3000).Select(i => Math.Round(100 * random.NextDouble(), i % 5));
        return bounds.Concat(powers).SelectMany(bound => (double[])[bound, Math.BitIncrement(bound), Math.BitDecrement(bound)])
            .Concat(halves).Concat(anything).Concat(usual)
            .SelectMany(value => (double[])[value, -value])
            .Where(value => Math.Abs(value) is 0 or > 1e-90)
            .Select(value => value == 0 ? 0 : value);
    }

    private static void AssertSame(IEnumerable<string> expected, string[] told)
    {
        var lines = expected.ToArray();
        Assert.Equal(lines.Length, told.Length);
        Assert.Equal([], lines.Zip(told).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First} | {pair.Second}").Take(5));
    }
}
