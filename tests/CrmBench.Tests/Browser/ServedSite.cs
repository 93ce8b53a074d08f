using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser;

/// <summary>The site of <see cref="BoardsSite"/>, served under its base path, as a project site is.</summary>
public sealed class ServedSite : IAsyncLifetime
{
    private PagesServer? _server;

    /// <summary>The server of the site.</summary>
    public PagesServer Server => _server ?? throw new InvalidOperationException("The fixture was not initialized.");

    /// <summary>The files of the site by path: <c>models/index.html</c>.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; } = BoardsSite.Files;

    public ValueTask InitializeAsync()
    {
        _server = PagesServer.Start(Files, BoardsSite.BasePath);
        return ValueTask.CompletedTask;
    }

    /// <summary>Addresses of typical pages of a kind: one a benchmark where each has its own, else the first.</summary>
    /// <param name="kind">One of <see cref="PageKinds.All"/>.</param>
    public string[] AddressesOf(string kind)
    {
        string[] addresses =
        [
            .. Files.Keys.Order(StringComparer.Ordinal)
                .Where(path => PageKinds.Of(path) == kind)
                .GroupBy(path => path.Split('/')[0])
                .SelectMany(benchmark => kind == PageKinds.Release ? [benchmark.First(), benchmark.Last()] : (string[])[benchmark.First()])
                .Distinct()
                .Select(path => Server.AddressOf(path.Replace("index.html", "", StringComparison.Ordinal))),
        ];
        Assert.NotEmpty(addresses);
        return addresses;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
