using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Pages;

/// <summary>The chart of what ranks a board against the day on which each model was released, read from its data on the page.</summary>
public class OverTimeTests
{
    [Theory]
    [InlineData("service-agents")]
    [InlineData("voice-agents")]
    public void The_frontier_is_better_than_all_complete_rows_before_it(string board)
    {
        var rows = Data(board).Select(row => (
            Name: row[0],
            Value: double.Parse(row[1].Split(' ', '\u00a0', '\u202f')[0], CultureInfo.InvariantCulture),
            Day: DateOnly.ParseExact(row[2], "d MMM yyyy", CultureInfo.InvariantCulture),
            Standing: row[3])).ToArray();
        var complete = rows.Where(row => row.Standing.StartsWith("complete", StringComparison.Ordinal)).ToArray();
        var expected = complete.Where(row => complete.All(other =>
            other.Day > row.Day || other.Value < row.Value || (other.Day == row.Day && other.Value == row.Value)));

        Assert.True(rows.Length > 3);
        Assert.Equal(
            expected.Select(row => row.Name).Order(StringComparer.Ordinal),
            rows.Where(row => row.Standing.EndsWith("frontier", StringComparison.Ordinal)).Select(row => row.Name).Order(StringComparer.Ordinal));
    }

    // No day of release is known of the models of either.
    [Theory]
    [InlineData("crm-llm")]
    [InlineData("demonstration")]
    public void Without_days_there_is_no_chart(string board) => Assert.Empty(Figures(board));

    private static IEnumerable<string[]> Data(string board) =>
        Assert.Single(Figures(board)).QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray());

    private static IEnumerable<IElement> Figures(string board) => new HtmlParser()
        .ParseDocument(Encoding.UTF8.GetString(BoardsSite.Files[$"{board}/index.html"]))
        .QuerySelectorAll("figure").Where(figure => figure.QuerySelector("[id^=chart-released]") is not null);
}
