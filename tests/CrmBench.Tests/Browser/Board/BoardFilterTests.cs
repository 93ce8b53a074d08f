using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>Narrowing a board: what is kept, what is greyed, what is told.</summary>
[Collection(BrowserTestGroup.Name)]
public class BoardFilterTests(ChromiumFixture chromium, ServedSite site)
{
    [Fact]
    public async Task Is_as_it_came_until_the_reader_chooses()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        await using var plain = await chromium.OpenAsync(site.Server.AddressOf("demonstration/"), new View(Scripts: false));

        var without = await plain.Page.Locator(".board tbody tr[id] .score data").AllTextContentsAsync();

        Assert.Equal(without, await board.ColumnAsync("score"));
        Assert.Equal("", await board.SettledQueryAsync());
        Assert.Equal("11 rows", await board.ResultAsync());
    }

    [Fact]
    public async Task Keeps_the_rows_whose_name_or_provider_has_all_words_typed()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/");

        await board.Page.FillAsync(".find", "gpt 5.2");

        Assert.All(await board.RowsAsync(), name => Assert.StartsWith("GPT-5.2", name, StringComparison.Ordinal));
        Assert.Equal("?q=gpt 5.2", await board.SettledQueryAsync());
        Assert.Equal(["Name: gpt 5.2"], await board.ChipsAsync());
        Assert.Equal($"{(await board.RowsAsync()).Length} of 27 rows", await board.ResultAsync());
    }

    [Fact]
    public async Task Says_so_where_no_row_is_left()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/");

        await board.Page.FillAsync(".find", "no such model");

        Assert.Empty(await board.RowsAsync());
        Assert.Equal("0 of 27 rows", await board.ResultAsync());
        await Assertions.Expect(board.Page.GetByText("No row is within these filters.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keeps_only_values_within_a_limit_and_nothing_that_was_not_measured()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/");

        await board.LimitAsync("Speed", 5);

        var seconds = await board.ValuesAsync("c2");
        Assert.NotEmpty(seconds);
        Assert.All(seconds, value => Assert.True(value <= 5));
        Assert.Equal("?max.speed=5", await board.SettledQueryAsync());
    }

    [Fact]
    public async Task Filters_of_one_kind_widen_and_those_of_different_kinds_narrow()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");

        await board.ChooseAsync("Provider", "Provider 1");
        var one = await board.RowsAsync();
        await board.ChooseAsync("Provider", "Provider 2");
        var two = await board.RowsAsync();
        await board.ChooseAsync("Limits", "High");
        var dear = await board.RowsAsync();

        Assert.All(one, name => Assert.Contains(name, two));
        Assert.True(two.Length > one.Length);
        Assert.All(dear, name => Assert.Contains(name, two));
        Assert.True(dear.Length < two.Length);
        Assert.Equal("?by=provider-1,provider-2&tier=high", await board.SettledQueryAsync());
    }

    [Fact]
    public async Task Greys_a_choice_that_would_match_nothing_and_keeps_it_in_sight()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?q=model+g");

        await board.OpenMenuAsync("Provider");

        await Assertions.Expect(board.Page.Locator("input[name=by][value=provider-3]")).ToBeEnabledAsync();
        await Assertions.Expect(board.Page.Locator("input[name=by][value=provider-1]")).ToBeDisabledAsync();
        await Assertions.Expect(board.Page.Locator("label:has(input[name=by][value=provider-1])")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_chip_takes_one_filter_away_and_reset_takes_all()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?by=provider-1&max.speed=6&full=1");

        await board.Page.Locator(".chip", new() { HasText = "Provider 1" }).ClickAsync();
        Assert.Equal("?max.speed=6&full=1", await board.SettledQueryAsync());

        await board.Page.ClickAsync(".reset");

        Assert.Equal("", await board.SettledQueryAsync());
        Assert.Equal("11 rows", await board.ResultAsync());
        await Assertions.Expect(board.Page.Locator(".reset")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Complete_rows_only_leaves_partial_ones_out()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "service-agents/?full=1");

        Assert.Equal(8, (await board.RowsAsync()).Length);
        Assert.Equal(0, await board.Page.Locator(".board .partial tr").CountAsync());
    }

    [Fact]
    public async Task Area_and_type_choose_use_cases_and_leave_at_least_one()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");

        await board.ChooseAsync("Use cases", "Generation");
        await board.OpenMenuAsync("Use cases");
        await board.Page.Locator("input[name=area][value=sales]").ClickAsync();

        Assert.Equal("?area=sales&type=generation", await board.SettledQueryAsync());
        Assert.Equal(["Only Sales: Email Generation"], await board.ChipsAsync());
        await Assertions.Expect(board.Page.Locator("input[name=uc][value=sales-email-generation]")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task One_use_case_all_or_none_is_one_step_and_the_address_names_what_counts()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/?area=sales");
        await board.OpenMenuAsync("Use cases");

        await board.Page.GetByRole(AriaRole.Button, new() { Name = "Only Service: Call Summary" }).ClickAsync();
        Assert.Equal("?uc=service-call-summary", await board.SettledQueryAsync());
        Assert.Equal(["Only Service: Call Summary"], await board.ChipsAsync());

        await board.Page.GetByRole(AriaRole.Button, new() { Name = "None", Exact = true }).ClickAsync();
        Assert.Equal("", await board.SettledQueryAsync());
        await Assertions.Expect(board.Page.GetByText("None is ticked, so all count.")).ToBeVisibleAsync();
        await board.Page.Locator("input[name=uc][value=sales-email-summary]").ClickAsync();
        Assert.Equal("?uc=sales-email-summary", await board.SettledQueryAsync());

        await board.Page.GetByRole(AriaRole.Button, new() { Name = "All", Exact = true }).ClickAsync();
        Assert.Equal("", await board.SettledQueryAsync());
        Assert.Equal(0, await board.Page.Locator("input[name=uc]:not(:checked)").CountAsync());
    }

    [Fact]
    public async Task An_old_address_that_names_what_is_left_out_opens_the_same_view()
    {
        await using var old = await BoardView.OpenAsync(chromium, site, "service-agents/?not=airline,retail");
        await using var now = await BoardView.OpenAsync(chromium, site, "service-agents/?uc=telecom,banking-knowledge");

        Assert.Equal(await old.RowsAsync(), await now.RowsAsync());
        Assert.Equal(await old.ColumnAsync("score"), await now.ColumnAsync("score"));
        Assert.DoesNotContain("not understood", await old.ResultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparisons_can_be_held_to_the_level_together()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        var findings = board.Page.Locator(".findings");
        var alone = await findings.TextContentAsync();

        await board.ChooseAsync("Limits", "Hold for all comparisons together (Holm)");

        await Assertions.Expect(findings).ToContainTextAsync("by Holm’s method");
        Assert.Equal("?holm=1", await board.SettledQueryAsync());
        await Assertions.Expect(board.Page.Locator(".chip")).ToHaveTextAsync("Hold for all comparisons together (Holm)");

        await board.Page.ClickAsync(".reset");
        await Assertions.Expect(findings).ToHaveTextAsync(alone!);
    }

    [Fact]
    public async Task The_difference_that_is_usually_told_apart_is_that_of_the_rows_shown()
    {
        await using var board = await BoardView.OpenAsync(chromium, site, "demonstration/");
        var resolution = board.Page.Locator(".resolution");
        var whole = await resolution.TextContentAsync();

        await board.ChooseAsync("Use cases", "Sales", "area");
        await Assertions.Expect(resolution).Not.ToHaveTextAsync(whole!);
        await Assertions.Expect(resolution).ToContainTextAsync("are usually not told apart");

        await board.Page.ClickAsync(".reset");
        await Assertions.Expect(resolution).ToHaveTextAsync(whole!);
    }
}
