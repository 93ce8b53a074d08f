using System.Globalization;
using CrmBench.Tests.EndToEnd;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser.Board;

/// <summary>A site with a board of seven hundred rows, built once and served.</summary>
public sealed class LongBoard : IAsyncLifetime
{
    public const int Rows = 700;

    private PagesServer? _server;

    /// <summary>The models in the order of their scores, which all differ.</summary>
    public static string[] BestFirst { get; } =
    [
        .. Enumerable.Range(1, Rows)
            .OrderByDescending(model => UnusualSite.CrowdScore(model, useCase: 1))
            .Select(model => string.Create(CultureInfo.InvariantCulture, $"Model {model}")),
    ];

    public ValueTask InitializeAsync()
    {
        using var site = UnusualSite.Crowd(Rows, useCases: 1, more: true);
        var build = site.Build();
        _server = build.ExitCode == 0
            ? PagesServer.Start(FolderContent.Read(site.Output), UnusualSite.BasePath)
            : throw new InvalidOperationException($"The site did not build.\n{build.Error}");
        return ValueTask.CompletedTask;
    }

    /// <summary>The address of a path within the board's folder.</summary>
    public string AddressOf(string path) =>
        (_server ?? throw new InvalidOperationException("The fixture was not initialized.")).AddressOf("unusual/" + path);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
