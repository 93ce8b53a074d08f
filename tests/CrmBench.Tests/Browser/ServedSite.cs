using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser;

/// <summary>The site of this repository's own data, built once and served under a base path, as a project site is.</summary>
public sealed class ServedSite : IAsyncLifetime
{
    private const string BasePath = "/board/";

    private PagesServer? _server;

    /// <summary>The server of the site.</summary>
    public PagesServer Server => _server ?? throw new InvalidOperationException("The fixture was not initialized.");

    /// <summary>The files of the site by path: <c>models/index.html</c>.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; private set; } = new Dictionary<string, byte[]>();

    public async ValueTask InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        var build = CrmBenchRun.In(
            Repository.Root, "build", "--no-verify", "--output", folder.PathOf("site"), "--base-url", $"https://example.org{BasePath}");
        Files = build.ExitCode == 0
            ? FolderContent.Read(folder.PathOf("site"))
            : throw new InvalidOperationException($"The site did not build.\n{build.Error}");
        _server = PagesServer.Start(Files, BasePath);
        await Task.CompletedTask;
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
                .Select(benchmark => Server.AddressOf(benchmark.First().Replace("index.html", "", StringComparison.Ordinal))),
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
