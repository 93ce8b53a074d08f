using CrmBench.Tests.Support;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>
/// The system's Chromium, started once for a group of browser tests. Where there is none it is installed through apt, if we may; else the
/// tests are skipped with the reason, or fail in continuous integration, where nobody would read it.
/// </summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    // The shell first: without the windows of a browser around the page it needs half the time.
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private static readonly string[] Arguments =
    [
        // Chromium's own sandbox needs rights that root in a container does not have; it only sees pages that we made.
        "--no-sandbox",
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    // Once, whoever of several needs it first.
    private static readonly Lazy<Task> Installation = new(InstallAsync);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is null)
        {
            await Installation.Value;
        }

        if (Find() is { } chromium)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Headless = true, Args = Arguments });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens an address in a new window of its own, with nothing cached and nothing stored.</summary>
    /// <param name="address">The address.</param>
    /// <param name="view">Size, theme and whether scripts run.</param>
    public async Task<OpenPage> OpenAsync(string address, View view)
    {
        const string Missing = "There is no Chromium. Install it: apt-get install chromium fonts-dejavu fonts-liberation.";
        Prerequisite.Require(_browser is not null, Missing);
        return await OpenPage.OpenAsync(_browser!, address, view);
    }

    // Not every Debian and none of its descendants has the shell alone.
    private static async Task InstallAsync()
    {
        await DebianPackages.TryInstallAsync("chromium-headless-shell", "fonts-dejavu", "fonts-liberation");
        if (Find() is null)
        {
            await DebianPackages.TryInstallAsync("chromium", "fonts-dejavu", "fonts-liberation");
        }
    }

    private static string? Find() => Places.FirstOrDefault(File.Exists);
}
