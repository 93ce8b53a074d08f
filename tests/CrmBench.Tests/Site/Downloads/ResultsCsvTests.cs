using System.Text;
using System.Text.Json;
using CrmBench.Site.Downloads;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Downloads;

public class ResultsCsvTests
{
    private static SmallWorld World() => new() { UseCases = [Case("a"), Case("b")], Dimensions = [Group("accuracy", Percent("solved"))] };

    [Fact]
    public void One_figure_is_one_row_and_what_was_not_measured_has_none()
    {
        var board = World().Add("m", scores: [Score("solved", 50, "a", n: 100)]).Board();

        var lines = Encoding.UTF8.GetString(ResultsCsv.Write(board)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // The header, dimension and metric over all use cases, dimension and metric in the one use case that was measured.
        Assert.Equal(5, lines.Length);
        Assert.Contains("bench,r,programs,yes,m,m,,P,,,,a,accuracy,solved,percent,50,40.22", lines[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("@x", "'@x")]
    [InlineData("GPT-5", "GPT-5")]
    public void A_name_that_a_spreadsheet_would_run_becomes_text(string name, string written)
    {
        var board = World().Add(name, scores: [Score("solved", 50, "a", n: 100)]).Board();

        var first = Encoding.UTF8.GetString(ResultsCsv.Write(board)).Split('\n')[1];

        Assert.Equal(written, first.Split(',')[5]);
    }

    [Fact]
    public void Json_holds_the_same_figures_as_csv()
    {
        var board = World()
            .Add("one", scores: [Score("solved", 50, "a", n: 100), Score("solved", 60, "b", n: 100)])
            .Add("two", scores: [Score("solved", 70, "a", n: 100)])
            .Board();

        using var json = JsonDocument.Parse(ResultsJson.Write(board));
        var values = json.RootElement.GetProperty("rows").EnumerateArray()
            .SelectMany(row => row.GetProperty("figures").EnumerateArray())
            .Select(figure => figure.GetProperty("value").GetDouble());

        Assert.Equal(ResultFigure.Of(board).Select(figure => figure.Estimate.Value), values);
    }
}
