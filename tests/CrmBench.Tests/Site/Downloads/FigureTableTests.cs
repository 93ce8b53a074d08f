using System.Text;
using System.Text.Json;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Downloads;

public class FigureTableTests
{
    private static SmallWorld World() => new() { UseCases = [Case("a"), Case("b")], Dimensions = [Group("accuracy", Percent("solved"))] };

    [Fact]
    public void One_figure_is_one_row_and_what_was_not_measured_has_none()
    {
        var board = World().Add("m", scores: [Score("solved", 50, "a", n: 100)]).Board();

        var rows = RowsOf(board);

        // Over all use cases, and in the one that was measured; the dimension of one metric is that metric, and one figure.
        Assert.Equal(["", "a"], rows.Select(row => row["use_case_id"]));
        Assert.All(rows, row => Assert.Equal(("dimension", "accuracy", "solved"), (row["kind"], row["dimension"], row["metric"])));
        Assert.All(rows, row => Assert.Equal(("50", "percent", "0", "100", "100"), (row["value"], row["unit"], row["scale_low"], row["scale_high"], row["n"])));
        Assert.Equal(["partial", "partial"], rows.Select(row => row["standing"]));
        Assert.Equal(["1", ""], rows.Select(row => row["use_cases_covered"]));
    }

    [Fact]
    public void A_dimension_of_several_metrics_is_a_figure_of_its_own()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", Percent("solved"), Percent("polite"))] };

        var rows = RowsOf(world.Add("m", scores: [Score("solved", 50, "a", n: 100), Score("polite", 70, "a", n: 100)]).Board());

        Assert.Equal(
            ["dimension  60", "metric solved 50", "metric polite 70"],
            rows.Where(row => row["use_case_id"] == "a").Select(row => $"{row["kind"]} {row["metric"]} {row["value"]}"));
    }

    [Fact]
    public void Rank_and_range_stand_once_a_row_with_the_figure_that_orders_the_board()
    {
        var board = World()
            .Add("one", scores: [Score("solved", 50, "a", n: 100), Score("solved", 60, "b", n: 100)])
            .Add("two", scores: [Score("solved", 90, "a", n: 100), Score("solved", 95, "b", n: 100)])
            .Board();

        var ranked = RowsOf(board).Where(row => row["rank"].Length > 0).ToArray();

        Assert.Equal(["two 1 1 1", "one 2 2 2"], ranked.Select(row => $"{row["model_id"]} {row["rank"]} {row["rank_best"]} {row["rank_worst"]}"));
        Assert.All(ranked, row => Assert.Equal(("", "dimension"), (row["use_case_id"], row["kind"])));
    }

    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("@x", "'@x")]
    [InlineData("GPT-5", "GPT-5")]
    public void A_name_that_a_spreadsheet_would_run_becomes_text(string name, string written)
    {
        var board = World().Add(name, scores: [Score("solved", 50, "a", n: 100)]).Board();

        Assert.Equal(written, RowsOf(board)[0]["model"]);
    }

    [Fact]
    public void Numbers_are_the_shortest_decimals_of_what_was_computed_and_truth_is_a_word()
    {
        var world = new SmallWorld { UseCases = [Case("a"), Case("b"), Case("c")], Dimensions = [Group("accuracy", Percent("solved"))] };
        var board = world.Add("m", scores: [Score("solved", 0.01, "a"), Score("solved", 0.02, "b"), Score("solved", 0.03, "c")]).Board();

        var rows = RowsOf(board);

        // As doubles these add up to 0.06 and 0.02 only nearly.
        Assert.Equal(["0.02", "0.01", "0.02", "0.03"], rows.Select(row => row["value"]));
        Assert.All(rows, row => Assert.Equal("true", row["invented"]));
    }

    [Fact]
    public void Json_holds_the_same_figures_as_csv()
    {
        var board = World()
            .Add("one", scores: [Score("solved", 50, "a", n: 100), Score("solved", 60, "b", n: 100)])
            .Add("two", scores: [Score("solved", 70, "a", n: 100)])
            .Board();

        using var json = JsonDocument.Parse(ResultsJson.Write(board));

        var told = json.RootElement.GetProperty("rows").EnumerateArray().SelectMany(row => FiguresOf(json.RootElement, row));
        Assert.Equal(
            RowsOf(board).Select(row => $"{row["model_id"]} {row["use_case_id"]} {row["dimension"]} {row["value"]} {row["interval_low"]} {row["path"]} {row["line"]}"),
            told);
    }

    /// <summary>The lines of a board's CSV, by column; no field of the worlds here holds a comma.</summary>
    private static IReadOnlyList<Dictionary<string, string>> RowsOf(Leaderboard board)
    {
        var lines = Encoding.UTF8.GetString(FigureTable.Form.WriteCsv(ResultFigure.Of(board))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    // As a reader of the JSON puts its figures together.
    private static IEnumerable<string> FiguresOf(JsonElement board, JsonElement row)
    {
        var figures = row.GetProperty("figures");
        var count = figures.EnumerateObject().Where(column => column.Value.ValueKind == JsonValueKind.Array).Max(column => column.Value.GetArrayLength());
        JsonElement? At(string name, int i) =>
            !figures.TryGetProperty(name, out var column) ? null : column.ValueKind == JsonValueKind.Array ? column[i] : column;
        JsonElement? Listed(string list, string name, int i) =>
            At(name, i) is { ValueKind: JsonValueKind.Number } position ? board.GetProperty(list)[position.GetInt32()] : null;

        for (var i = 0; i < count; i++)
        {
            var measure = Listed("measures", "measure", i)!.Value;
            var source = Listed("sources", "source", i)!.Value;
            yield return $"{row.GetProperty("model_id")} {Listed("use_cases", "use_case", i)?.GetProperty("use_case_id")} {measure.GetProperty("dimension")} "
                + $"{At("value", i)} {At("interval_low", i)} {source.GetProperty("path")} {At("line", i)}";
        }
    }
}
