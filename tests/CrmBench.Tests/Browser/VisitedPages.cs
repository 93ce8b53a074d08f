namespace CrmBench.Tests.Browser;

/// <summary>Pages of the site, each visited once for all rules that hold on it.</summary>
public sealed class VisitedPages(ChromiumFixture chromium, ServedSite site)
{
    private readonly Dictionary<string, Task<VisitedPage>> _visits = [];

    /// <summary>The site.</summary>
    public ServedSite Site => site;

    /// <summary>What was found at an address.</summary>
    public Task<VisitedPage> VisitAsync(string address)
    {
        if (!_visits.TryGetValue(address, out var visit))
        {
            _visits[address] = visit = VisitedPage.VisitAsync(chromium, address);
        }

        return visit;
    }
}
