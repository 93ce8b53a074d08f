using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>The page of a benchmark's methods tells of those that it uses, and of no others.</summary>
public class MethodologyPageTests
{
    public static TheoryData<string> Benchmarks =>
        [.. Directory.EnumerateDirectories(BoardsSite.PathOf("data/benchmarks")).Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(Benchmarks))]
    public void Repeated_tries_are_told_of_only_where_a_metric_has_them(string benchmark)
    {
        var definition = File.ReadAllText(BoardsSite.PathOf($"data/benchmarks/{benchmark}/benchmark.json"));

        Assert.Equal(definition.Contains("\"pass_power\"", StringComparison.Ordinal), Page(benchmark).GetElementById("passk") is not null);
    }

    [Theory]
    [MemberData(nameof(Benchmarks))]
    public void Agreement_is_told_of_only_where_raters_can_agree(string benchmark)
    {
        var hasPage = BoardsSite.Files.Keys.Any(file => file.StartsWith($"{benchmark}/", StringComparison.Ordinal) && file.EndsWith("agreement/index.html", StringComparison.Ordinal));

        Assert.Equal(hasPage, Page(benchmark).GetElementById("agreement") is not null);
    }

    [Theory]
    [MemberData(nameof(Benchmarks))]
    public void No_column_of_the_use_cases_is_empty(string benchmark)
    {
        var table = Page(benchmark).QuerySelector("#use-cases ~ .scroll table");
        var columns = table?.QuerySelectorAll("thead th").Length ?? 0;

        for (var column = 1; column <= columns; column++)
        {
            Assert.Contains(table!.QuerySelectorAll($"tbody tr > :nth-child({column})"), cell => cell.TextContent.Trim().Length > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Benchmarks))]
    public void Grades_are_explained_only_where_something_is_graded(string benchmark)
    {
        var definition = File.ReadAllText(BoardsSite.PathOf($"data/benchmarks/{benchmark}/benchmark.json"));

        Assert.Equal(definition.Contains("\"grade\"", StringComparison.Ordinal), Page(benchmark).GetElementById("grades") is not null);
    }

    [Fact]
    public void Every_section_is_somewhere_and_the_list_of_contents_names_those_that_are_there()
    {
        var pages = Benchmarks.Select(row => Page(row.Data)).ToArray();

        Assert.All(
            (string[])["rank-ranges", "intervals", "percentiles", "cost-and-tiers", "trust", "checks-on-submissions"],
            id => Assert.Contains(pages, page => page.GetElementById(id) is not null));
        Assert.All(pages, page => Assert.All(
            page.QuerySelectorAll(".doc a[href^='#']"),
            link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..]))));
    }

    private static IHtmlDocument Page(string benchmark) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(BoardsSite.Files[$"{benchmark}/methodology/index.html"]));
}
