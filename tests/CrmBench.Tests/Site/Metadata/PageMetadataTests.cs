using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Metadata;

/// <summary>What programs find in the pages: the dataset of schema.org, and the twin in Markdown.</summary>
public class PageMetadataTests
{
    private const string Root = "https://example.org/board/";

    private static readonly HtmlParser Parser = new();

    // Required and recommended for datasets by search engines; a description has 50 characters at least.
    [Theory]
    [InlineData("service-agents/index.html")]
    [InlineData("service-agents/2026-08/index.html")]
    [InlineData("data/index.html")]
    public void A_page_of_data_describes_its_dataset(string page)
    {
        var dataset = Dataset(page)!;

        Assert.Equal("https://schema.org", Text(dataset["@context"]));
        Assert.Equal("Dataset", Text(dataset["@type"]));
        Assert.InRange(Text(dataset["description"]).Length, 50, 5000);
        Assert.NotEqual("", Text(dataset["name"]));
        Assert.NotEqual("", Text(dataset["creator"]!["name"]));
        Assert.StartsWith("https://", Text(dataset["license"]), StringComparison.Ordinal);
        Assert.NotEmpty(dataset["distribution"]!.AsArray());
        Assert.All(dataset["distribution"]!.AsArray(), download =>
            Assert.Contains(Text(download!["contentUrl"])[Root.Length..], BoardsSite.Files.Keys));
    }

    [Theory]
    [InlineData("demonstration/index.html")]
    [InlineData("call-summaries/2025-12/index.html")]
    [InlineData("about/index.html")]
    public void Invented_results_drafts_and_prose_are_no_datasets(string page) => Assert.Null(Dataset(page));

    [Fact]
    public void A_board_leads_to_its_twin_which_has_every_row()
    {
        var boards = BoardsSite.Files.Keys.Where(path => path.EndsWith("/index.md", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(boards);
        Assert.All(boards, twin =>
        {
            var page = Parser.ParseDocument(Encoding.UTF8.GetString(BoardsSite.Files[twin.Replace("index.md", "index.html", StringComparison.Ordinal)]));
            Assert.Equal($"/board/{twin}", page.QuerySelector("link[rel=alternate][type='text/markdown']")!.GetAttribute("href"));
            var rows = Encoding.UTF8.GetString(BoardsSite.Files[twin]).Split('\n').Where(line => line.StartsWith('|')).ToArray();
            Assert.True(rows.Length > 2, twin);
            Assert.All(rows, row => Assert.Equal(rows[0].Replace("\\|", "", StringComparison.Ordinal).Count(sign => sign == '|'), row.Replace("\\|", "", StringComparison.Ordinal).Count(sign => sign == '|')));
            Assert.Equal(page.QuerySelectorAll("table.board tbody tr[id]").Length, rows.Length - 2);
        });
    }

    private static JsonNode? Dataset(string page) =>
        Parser.ParseDocument(Encoding.UTF8.GetString(BoardsSite.Files[page])).QuerySelector("script[type='application/ld+json']") is { } element
            ? JsonNode.Parse(element.TextContent)
            : null;

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
