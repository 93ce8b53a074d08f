using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>
/// Ten questions of a buyer, each asked through what the page offers. The right answers are read off the source files by hand, and
/// stand in the comments with the figures they rest on.
/// </summary>
[Collection(BrowserTestGroup.Name)]
public class BuyerQuestionsTests(ChromiumFixture chromium, ServedSite site)
{
    private const string Agents = "service-agents/";
    private const string Demonstration = "demonstration/";

    // Retail: 81.6 % at $0.072, 79.6 % at $0.387, 75.0 % at $0.048, 72.4 % at $0.255; no other complete row has a cost there.
    [Fact]
    public async Task Which_complete_model_is_best_at_retail_under_half_a_dollar_a_task()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Agents);

        await board.ChooseAsync("Use cases", "Airline");
        await board.ChooseAsync("Use cases", "Telecom");
        await board.ChooseAsync("Use cases", "Banking");
        await board.LimitAsync("Cost", 500);
        await board.ChooseAsync("Limits", "Complete rows only");

        Assert.Equal(["GPT-5.2 high", "Claude Opus 4.5 high", "GPT-5.2 no reasoning", "Claude Sonnet 4.5 reasoning"], await board.RowsAsync());
    }

    // 71.6 ± 3.4 against 69.5 ± 3.2.
    [Fact]
    public async Task Does_the_leader_really_beat_the_third()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Agents);

        await board.Row("GPT-5.2").Locator(".pin").ClickAsync();
        await board.ComparedAsync();

        var third = Array.IndexOf(await board.RowsAsync(), "Gemini 3 Flash high");
        Assert.Equal(2, third);
        Assert.EndsWith("may be chance", (await board.ColumnAsync("diff"))[third], StringComparison.Ordinal);
    }

    // 89.2, 89.1, 88.0 and 86.4 % of trust with 2.2, 4.4, 4.3 and 15.9 s.
    [Fact]
    public async Task Which_is_fastest_with_trust_over_85_percent()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Agents);

        await board.LimitAsync("Trust", 85);
        await board.SortAsync("Speed");

        Assert.Equal("GPT-5.2 high", (await board.RowsAsync())[0]);
        Assert.Equal("2.2", (await board.ColumnAsync("c2"))[0]);
    }

    // Of the complete rows two have weights to download: 68.4 and 63.2 %.
    [Fact]
    public async Task Which_model_whose_weights_I_can_have_is_best()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Agents);

        await board.ChooseAsync("Provider", "weights to download");
        await board.ChooseAsync("Limits", "Complete rows only");

        Assert.Equal(["Qwen3.5-397B-A17B reasoning", "GLM-5 reasoning"], await board.RowsAsync());
    }

    // GPT-5.2 in two configurations; the others of OpenAI were run on banking alone.
    [Fact]
    public async Task What_of_my_provider_was_measured_on_everything()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Agents);

        await board.ChooseAsync("Provider", "OpenAI");
        await board.ChooseAsync("Limits", "Complete rows only");

        Assert.Equal(["GPT-5.2 high", "GPT-5.2 no reasoning"], await board.RowsAsync());
    }

    // Accuracy of at least 3.1: G, A, D, B and J, of which B costs $0.0017, J $0.0031 and D $0.010.
    [Fact]
    public async Task Which_is_cheapest_with_an_accuracy_of_at_least_3_1()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Demonstration);

        await board.LimitAsync("Accuracy", 3.1);
        await board.SortAsync("Cost");

        Assert.Equal(["Model B", "Model J", "Model D"], (await board.RowsAsync())[..3]);
    }

    // 3.142 and 3.140, each ± 0.06.
    [Fact]
    public async Task Is_it_worth_changing_from_the_fifth_to_the_fourth()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Demonstration);

        await board.Row("Model J").Locator(".pin").ClickAsync();
        await board.ComparedAsync();

        var better = Array.IndexOf(await board.RowsAsync(), "Model B");
        Assert.EndsWith("may be chance", (await board.ColumnAsync("diff"))[better], StringComparison.Ordinal);
    }

    // 2.7 s and 2.2 s.
    [Fact]
    public async Task Who_answers_within_three_seconds()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Demonstration);

        await board.LimitAsync("Speed", 3);

        Assert.Equal(["Model E", "Model H"], await board.RowsAsync());
    }

    // 500,000 x $0.00167045 = $835.23.
    [Fact]
    public async Task What_does_it_cost_at_500_000_calls_a_year()
    {
        await using var opened = await chromium.OpenAsync(
            site.Server.AddressOf("compare/?board=demonstration_2026-09_manual&rows=model-b,model-j"), new View());

        await opened.Page.WaitForSelectorAsync("[data-ask][data-ready]");
        await opened.Page.FillAsync("input[name=calls]", "500000");

        await Assertions.Expect(opened.Page.GetByText("$835", new() { Exact = true })).ToBeVisibleAsync();
    }

    // Call summaries in service: people give G 3.35 and D 3.29, programs G 3.56 and D 3.38.
    [Fact]
    public async Task Do_people_and_programs_name_the_same_model_for_my_task()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, Demonstration);
        await board.OpenMenuAsync("Use cases");
        foreach (var other in await board.Page.Locator("input[name=uc]:not([value=service-call-summary])").AllAsync())
        {
            await other.ClickAsync();
        }

        await board.Page.Keyboard.PressAsync("Escape");
        var people = await board.RowsAsync();
        await board.Page.Locator(".switches a", new() { HasText = "Automated" }).ClickAsync();
        await board.Page.WaitForSelectorAsync("[data-board][data-ready]");

        Assert.Equal(["Only Service: Call Summary"], await board.ChipsAsync());
        Assert.Equal(["Model G", "Model D"], people[..2]);
        Assert.Equal(["Model G", "Model D"], (await board.RowsAsync())[..2]);
    }
}
