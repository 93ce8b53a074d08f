using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>
/// What readers ask, on the page where they would ask it. The answer stands on the first screen, or where a link on the first screen leads
/// in one click: nobody has to search.
/// </summary>
[Collection(PageTestGroup.Name)]
public class ReaderQuestionsTests(ChromiumFixture chromium, ServedSite site)
{
    private const string Home = "";
    private const string Board = "service-agents/";
    private const string RatedBoard = "demonstration/";
    private const string UseCase = "demonstration/use-cases/service-call-summary/";
    private const string Model = "models/model-a/";

    private static readonly View Desk = new();

    public static TheoryData<string, string, string, string> Questions => new()
    {
        // Question, page, link to follow or nothing, and what the answer says.
        { "What is this?", Home, "", "Evidence for choosing a language model for sales and service work" },
        { "What does rank 1-5 mean?", Board, "ranks are ranges", @"Rank \d+–\d+ means: the intervals leave open every place from \d+ to \d+" },
        { "Why are these models not ranked?", Board, "", "Not ranked against complete rows" },
        { "Why is a row without some use cases not ranked?", Board, "ranks are ranges", "Rows without a rank lack some use cases" },
        { "Is this difference real?", Board, "", @"Differences below about [\d.]+ points are usually not told apart" },
        { "Is $93 per 1,000 tasks cheap?", Board, "", @"Low \$9\d\.\d" },
        { "What is low and what is high?", Board, "ranks are ranges", @"Cost, US\$ per 1,000 tasks: Low up to \$[\d.]+, Medium up to" },
        { "What does a dash mean?", Board, "ranks are ranges", "A dash is not measured. It is never counted as zero" },
        { "Who says so?", Board, "Source", "Gives Solved" },
        { "In which line does this number stand?", Board, "", "^file" },
        { "When was this measured?", Board, "", @"release of August 2026 \(18 Aug 2026\)" },
        { "Is there something newer or older?", Board, "", "^January 2026, older list$" },
        { "How is accuracy made?", Board, "Methodology", "How are the numbers of Service agents made" },
        { "Which tasks were these?", Board, "4 use cases", "^Retail" },
        { "Which other leaderboards are there?", Board, "", "^CRMArena$" },
        { "How do I add my results?", Board, "Submit", "Get the repository" },
        { "May I use these numbers?", Board, "Data", "Where are the data, and may I use them" },
        { "Can I trust the judges?", RatedBoard, "Do the raters agree?", "Krippendorff|the raters agree|agree" },
        { "Did people or programs judge?", RatedBoard, "", "^Manual$" },
        { "Are these real models?", RatedBoard, "", "Invented data" },
        { "Which model should I take for call summaries?", UseCase, "", "Model [A-Z].* with [\\d.]+" },
        { "What does it cost per year?", UseCase, "", @"\$[\d,.]+ to \$[\d,.]+" },
        { "Where do call summaries stand?", RatedBoard, "11 use cases", "Service: Call Summary" },
        { "How good is this one model?", Model, "", @"rank \d+(–\d+)? of \d+ on Demonstration" },
        { "When were this model's results released?", Model, "", "release of September 2026, 30 Sep 2026" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public Task Is_answered_on_the_first_screen_or_one_click_away(string question, string page, string link, string answer) =>
        FindsAsync(Desk, question, page, link, answer);

    // What a phone shows first is less; what it says is the same.
    [Theory]
    [InlineData("What does rank 1-5 mean?", Board, "ranks are ranges", @"Rank \d+–\d+ means")]
    [InlineData("Is this difference real?", Board, "", "Differences below about")]
    [InlineData("When was this measured?", Board, "", @"release of August 2026 \(18 Aug 2026\)")]
    [InlineData("Can I trust the judges?", RatedBoard, "Do the raters agree?", "agree")]
    [InlineData("Are these real models?", RatedBoard, "", "Invented data")]
    [InlineData("Which model should I take for call summaries?", UseCase, "", "Model [A-Z].* with [\\d.]+")]
    [InlineData("What does it cost per year?", UseCase, "", @"\$[\d,.]+ to \$[\d,.]+")]
    public Task Is_answered_on_a_phone_too(string question, string page, string link, string answer) =>
        FindsAsync(new View(Width: 390, Height: 844), question, page, link, answer);

    private async Task FindsAsync(View view, string question, string path, string link, string answer)
    {
        await using var opened = await chromium.OpenAsync(site.Server.AddressOf(path), view);
        if (link.Length > 0)
        {
            var place = await FirstInViewAsync(opened.Page, "a", $"^{Regex.Escape(link)}$");
            Assert.True(place is not null, $"{question} There is no link '{link}' on the first screen of /{path}.");
            await place!.ClickAsync();
            await opened.Page.WaitForLoadStateAsync(LoadState.Load);
        }

        var found = await FirstInViewAsync(opened.Page, "a, p, li, dt, dd, th, td, h1, h2, h3, time, [role=note]", answer);

        Assert.True(found is not null, $"{question} '{answer}' is not in view on {opened.Page.Url}.");
    }

    /// <summary>The first element of a kind that is wholly in view and whose text matches; null where there is none.</summary>
    private static async Task<IElementHandle?> FirstInViewAsync(IPage page, string kinds, string pattern)
    {
        var found = await page.EvaluateHandleAsync(
            """
            ([kinds, pattern]) => [...document.querySelectorAll(kinds)].find(element => {
              const box = element.getBoundingClientRect();
              return element.checkVisibility() && box.width > 1 && box.height > 1
                && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth
                && new RegExp(pattern).test(element.innerText.replace(/\s+/g, " ").trim());
            })
            """,
            new[] { kinds, pattern });
        return found as IElementHandle;
    }
}
