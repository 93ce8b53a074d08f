using System.Globalization;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser.Board;

/// <summary>
/// A board in the browser as a reader uses it: every step goes through what the reader sees, and what is read is read once the board is at
/// rest, for parts of its scripts come when they are first asked for.
/// </summary>
public sealed class BoardView : IAsyncDisposable
{
    private readonly OpenPage _opened;

    private BoardView(OpenPage opened) => _opened = opened;

    public IPage Page => _opened.Page;

    public OpenPage Opened => _opened;

    /// <summary>Opens a board and waits until it answers.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="site">The site.</param>
    /// <param name="path">Path below the site's root, with its query: <c>demonstration/?q=a</c>.</param>
    /// <param name="view">How it is looked at.</param>
    public static Task<BoardView> OpenAsync(ChromiumFixture chromium, ServedSite site, string path, View? view = null) =>
        OpenAsync(chromium, site.Server.AddressOf(path), view);

    /// <summary>Opens a board by its whole address and waits until it answers.</summary>
    public static async Task<BoardView> OpenAsync(ChromiumFixture chromium, string address, View? view = null)
    {
        var board = new BoardView(await chromium.OpenAsync(address, view ?? new View()));
        await board.Page.WaitForSelectorAsync("[data-board][data-ready]");
        return board;
    }

    /// <summary>Goes to another address in the same window and waits until the board answers.</summary>
    public async Task GoToAsync(string address)
    {
        await Page.GotoAsync(address);
        await Page.WaitForSelectorAsync("[data-board][data-ready]");
    }

    /// <inheritdoc cref="OpenPage.SettledQueryAsync"/>
    public Task<string> SettledQueryAsync() => _opened.SettledQueryAsync();

    /// <summary>Waits until rows show their difference to the pinned one: what compares them is loaded when it is asked for.</summary>
    public Task ComparedAsync() => Page.Locator(".board tr[id] > .diff").First.WaitForAsync();

    /// <summary>The names of the rows in the page's order, variant included; withdrawn rows are not counted.</summary>
    public Task<string[]> RowsAsync() => ReadAsync<string[]>(
        """
        () => [...document.querySelectorAll(".board tbody:not(.taken-back) tr[id]")].map(row =>
          [row.querySelector(".model bdi").textContent, row.querySelector(".model .variant")?.textContent].filter(Boolean).join(" "))
        """);

    /// <summary>The shown text of one column, row by row, without what only screen readers are told; <c>—</c> where nothing is.</summary>
    public Task<string[]> ColumnAsync(string css) => ReadAsync<string[]>(
        """
        css => [...document.querySelectorAll(`.board tbody:not(.taken-back) tr[id] > .${css}`)].map(cell => {
          if (cell.querySelector(".none")) return "—";
          return (cell.querySelector("data") ?? cell).textContent.trim();
        })
        """,
        css);

    /// <summary>The exact values of one column, row by row; null where nothing was measured.</summary>
    public Task<double?[]> ValuesAsync(string css) => ReadAsync<double?[]>(
        """
        css => [...document.querySelectorAll(`.board tbody:not(.taken-back) tr[id] > .${css}`)]
          .map(cell => cell.querySelector("data") ? Number(cell.querySelector("data").value) : null)
        """,
        css);

    /// <summary>The line that tells how many rows are shown.</summary>
    public async Task<string> ResultAsync() =>
        (await ReadAsync<string>("() => document.querySelector('.result').textContent")).Replace('\u00a0', ' ');

    /// <summary>The removable filters in use.</summary>
    public Task<string[]> ChipsAsync() =>
        ReadAsync<string[]>("() => [...document.querySelectorAll('.chip')].map(chip => chip.textContent)");

    /// <summary>The row of a name.</summary>
    public ILocator Row(string name) => Page.Locator(".board tbody tr[id]", new() { Has = Page.GetByText(name, new() { Exact = true }) }).First;

    /// <summary>Opens a menu above the table.</summary>
    public async Task OpenMenuAsync(string name)
    {
        var menu = Page.Locator(".drop", new() { Has = Page.Locator("summary", new() { HasText = name }) }).First;
        await menu.Locator("> summary").ClickAsync();
        // The first click waits for the scripts of the menus.
        await Assertions.Expect(menu).ToHaveAttributeAsync("open", "");
    }

    /// <summary>Opens a menu, ticks or unticks a choice in it and closes it.</summary>
    /// <param name="menu">Name of the menu.</param>
    /// <param name="choice">What the choice says.</param>
    /// <param name="name">Name of its input, where the same words stand at several choices.</param>
    public async Task ChooseAsync(string menu, string choice, string name = "")
    {
        await OpenMenuAsync(menu);
        var input = name.Length == 0 ? "input" : $"input[name={name}]";
        await Page.Locator($".drop[open] .pick:has({input})", new() { HasText = choice }).First.Locator("input").ClickAsync();
        await Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Sets a limit in its menu.</summary>
    public async Task LimitAsync(string name, double value)
    {
        await OpenMenuAsync("Limits");
        await Page.Locator(".limits label", new() { HasText = name }).Locator("input").FillAsync(value.ToString(CultureInfo.InvariantCulture));
        await Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Sorts by a column.</summary>
    public Task SortAsync(string name) => Page.Locator(".board thead .sort", new() { HasText = name }).First.ClickAsync();

    public ValueTask DisposeAsync() => _opened.DisposeAsync();

    private async Task<T> ReadAsync<T>(string script, string? argument = null)
    {
        await _opened.RestAsync();
        return await Page.EvaluateAsync<T>(script, argument);
    }
}
