namespace CrmBench.Tests.Browser;

/// <summary>Pages of the site, each visited once for all rules that hold on it.</summary>
public sealed class VisitedPages(ChromiumFixture chromium, ServedSite site) : IDisposable
{
    // While one page waits for the network to fall silent, another is looked at.
    private readonly SemaphoreSlim _windows = new(2);
    private readonly Dictionary<string, Task<VisitedPage>> _visits = [];

    /// <summary>The site.</summary>
    public ServedSite Site => site;

    /// <summary>What was found on the pages of a kind.</summary>
    /// <param name="kind">One of <see cref="PageKinds.All"/>.</param>
    public Task<VisitedPage[]> VisitAsync(string kind) => Task.WhenAll(site.AddressesOf(kind).Select(VisitOnceAsync));

    public void Dispose() => _windows.Dispose();

    private Task<VisitedPage> VisitOnceAsync(string address)
    {
        if (!_visits.TryGetValue(address, out var visit))
        {
            _visits[address] = visit = VisitNowAsync(address);
        }

        return visit;
    }

    private async Task<VisitedPage> VisitNowAsync(string address)
    {
        await _windows.WaitAsync();
        try
        {
            return await VisitedPage.VisitAsync(chromium, address);
        }
        finally
        {
            _windows.Release();
        }
    }
}
