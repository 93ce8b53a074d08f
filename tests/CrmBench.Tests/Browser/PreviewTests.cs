using CrmBench.Cli;
using CrmBench.Cli.Console;
using CrmBench.Cli.Preview;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser;

/// <summary>The preview while somebody writes: an open page follows what is saved, and shows what is wrong with it.</summary>
[Collection(PageTestGroup.Name)]
public sealed class PreviewTests(ChromiumFixture browser) : IAsyncDisposable
{
    private const string Settings = "data/site.json";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private Task<int>? _end;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await (_end ?? Task.FromResult(0));
        _stop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_open_page_follows_what_is_saved_and_shows_what_is_wrong()
    {
        _folder.Copy(Repository.PathOf("tests/sites/minimal"));
        var output = new ServedAddress();
        _end = ServeCommand.RunAsync(_folder.Path, CommandLine.Help(), port: null, new Terminal(output, TextWriter.Null), _stop.Token);
        await Task.WhenAny(_end, output.Told);
        await using var open = await browser.OpenAsync((await output.Told).AbsoluteUri, new View());
        var problems = open.Page.Locator(".crmbench-problems");
        var settings = await File.ReadAllTextAsync(_folder.PathOf(Settings), TestContext.Current.CancellationToken);
        Assert.Equal(0, await problems.CountAsync());

        _folder.Write(Settings, settings.Replace("\"Tiny Bench\"", "\"Written just now\"", StringComparison.Ordinal));
        await open.Page.Locator("a.brand", new() { HasText = "Written just now" }).WaitForAsync();

        _folder.Write(Settings, settings.Replace("\"title\"", "\"titel\"", StringComparison.Ordinal));
        await problems.WaitForAsync();
        Assert.Contains("data/site.json:3:3", await problems.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await open.FindBarriersAsync());

        _folder.Write(Settings, settings);
        await problems.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
    }
}
