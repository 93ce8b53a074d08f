using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CrmBench.Tests.Browser.Pick;

namespace CrmBench.Tests.Browser;

/// <summary>The page of a model: one view over its boards, no column that says one thing, and ways on.</summary>
[Collection(BrowserTestGroup.Name)]
public class ModelPageTests(ChromiumFixture chromium, ServedSite site)
{
    public static TheoryData<int, int> Windows => new() { { 1440, 900 }, { 1024, 768 }, { 390, 844 } };

    [Fact]
    public void A_column_that_says_the_same_in_every_line_is_a_note()
    {
        var tables = Pages().SelectMany(page => page.QuerySelectorAll(".on-board > .scroll > table")).ToArray();
        Assert.NotEmpty(tables);
        Assert.All(tables, table =>
        {
            var headings = table.QuerySelectorAll("thead th").Select(head => head.TextContent).ToArray();
            string[] Texts(string heading) => Array.IndexOf(headings, heading) is >= 0 and var column
                ? [.. table.QuerySelectorAll($"tbody tr:has(data) > :nth-child({column + 1})").Select(cell => cell.TextContent.Trim()).Distinct()]
                : [];
            var rests = Texts("What it rests on");
            Assert.True(rests.Length != 1 || rests[0].Contains(';', StringComparison.Ordinal), $"All of {table.TextContent} rest on '{string.Join("|", rests)}'.");
            var sources = table.QuerySelectorAll("tbody tr:has(data) td:last-child a").Select(link => link.TextContent).Distinct().ToArray();
            Assert.True(sources is not [not "file"], $"All of a table come from '{sources.FirstOrDefault()}'.");
        });
    }

    [Fact]
    public void Every_row_of_a_model_is_in_the_one_table_of_where_it_stands_the_newest_first()
    {
        var page = Page("models/model-a/index.html");

        var rows = page.QuerySelectorAll(".positions tbody tr");
        var dates = rows.Select(row => DateOnly.Parse(row.QuerySelector("td.nowrap")!.TextContent.Replace('\u00a0', ' '), System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(dates.OrderDescending(), dates);
        Assert.True(dates.Distinct().Count() > 1);
        // A row of each method in each release.
        Assert.Equal(4, rows.Length);
    }

    [Fact]
    public async Task Its_links_open_a_comparison_with_its_neighbours_and_a_choice_on_its_leaderboard()
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("models/model-a/"), new View());

        await opened.Page.ClickAsync(".on-board a[href*='/compare/'] >> nth=0");
        await opened.Page.WaitForSelectorAsync("[data-ask][data-ready]");
        Assert.Equal("Model A", (await opened.Page.Locator(".chosen .chip").AllTextContentsAsync())[0]);
        Assert.InRange(await opened.Page.Locator(".chosen .chip").CountAsync(), 2, 3);

        await opened.Page.GotoAsync(site.Server.AddressOf("models/model-a/"));
        await opened.Page.ClickAsync(".on-board a[href*='/choose/'] >> nth=0");
        await opened.Page.WaitForSelectorAsync("[data-ask][data-ready]");
        Assert.StartsWith("demonstration_", await opened.Page.InputValueAsync("select[name=board]"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Takes_the_width_and_no_more(int width, int height)
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf("models/model-a/"), new View(width, height));

        var share = await opened.Page.Locator(".on-board > .scroll").First.EvaluateAsync<double>(
            "part => { const main = document.querySelector('main'), space = parseFloat(getComputedStyle(main).paddingLeft); return part.querySelector('table').getBoundingClientRect().width / (main.clientWidth - 2 * space); }");

        Assert.True(share > 0.95, $"The figures take {share:P0} of the width.");
        Assert.Equal(0, await opened.FindOverflowAsync());
        Assert.Empty(await opened.FindBarriersAsync());
    }

    [Fact]
    public async Task A_use_case_opens_both_pages_with_itself_alone()
    {
        await using var view = await PickView.OpenAsync(chromium, site, "choose/?board=demonstration_2026-09_manual&uc=service-call-summary");
        Assert.Equal("1 of 11", await view.Page.InnerTextAsync(".cases > summary b"));
        Assert.Contains("?board=demonstration_2026-09_manual&uc=service-call-summary", Page("demonstration/use-cases/service-call-summary/index.html").QuerySelector(".onward a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private IEnumerable<IDocument> Pages() => site.Files.Keys
        .Where(path => path.StartsWith("models/", StringComparison.Ordinal) && path.EndsWith("/index.html", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(Page);

    private IDocument Page(string path)
    {
        using var text = new MemoryStream(site.Files[path]);
        return new HtmlParser().ParseDocument(text);
    }
}
