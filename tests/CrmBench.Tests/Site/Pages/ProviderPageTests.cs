using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Pages;

/// <summary>What the page of a provider says before its table, and where it leads.</summary>
public class ProviderPageTests
{
    [Fact]
    public void The_best_place_is_named_for_each_board_that_ranks_its_models()
    {
        foreach (var page in Pages())
        {
            var lead = page.QuerySelector(".lead")!.TextContent;
            var boards = page.QuerySelectorAll(".positions tbody tr")
                .Where(row => row.QuerySelector("td strong") is not null && row.QuerySelector(".on .muted") is null)
                .Select(row => row.QuerySelector(".on a")!.TextContent)
                .Distinct()
                .ToArray();

            Assert.All(boards, board => Assert.Contains($" on {board}", lead, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Two_ranked_models_of_a_board_can_be_compared_from_here()
    {
        var links = Pages()
            .SelectMany(page => page.QuerySelectorAll("a[href*='compare/?board=']"))
            .Cast<IHtmlAnchorElement>()
            .Select(link => link.GetAttribute("href")!)
            .ToArray();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.InRange(link.Split("&rows=")[1].Split(',').Length, 2, 4));
    }

    private static IEnumerable<IHtmlDocument> Pages() => BoardsSite.Files
        .Where(file => file.Key.StartsWith("providers/", StringComparison.Ordinal) && file.Key.EndsWith("/index.html", StringComparison.Ordinal) && file.Key != "providers/index.html")
        .Select(file => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file.Value)));
}
