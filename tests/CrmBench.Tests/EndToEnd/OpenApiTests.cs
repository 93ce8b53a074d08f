using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>
/// The OpenAPI description as Redocly's linter sees it, with the rules that it recommends; it follows every reference to a schema. Where there
/// is no npm it is installed through apt, if we may.
/// </summary>
public sealed class OpenApiTests : IAsyncLifetime
{
    // MIT. The linter runs in the tests alone. It says of itself that later versions will need a newer Node.js than 20.
    private const string Version = "2.77.0";

    private const string Entry = "@redocly/cli/bin/cli.js";

    private readonly NpmPackages _packages = new($"redocly-{Version}", $"@redocly/cli@{Version}");

    public async ValueTask InitializeAsync() => await _packages.InstallAsync(Entry);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_linter_finds_nothing_in_the_description_of_the_api()
    {
        Prerequisite.Require(File.Exists(_packages.PathOf(Entry)), "There is no OpenAPI linter. Install npm (apt-get install npm) and let it reach its registry.");
        using var folder = new TemporaryFolder();
        foreach (var (path, bytes) in BoardsSite.Files.Where(file => file.Key.StartsWith("api/", StringComparison.Ordinal)))
        {
            var file = folder.PathOf(path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        var run = await ChildProcess.Run(
            Installed.Find("node")!,
            new Dictionary<string, string> { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
            [_packages.PathOf(Entry), "lint", "--format=json", folder.PathOf("api/v1/openapi.json")]);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("\"errors\": 0", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"warnings\": 0", run.Output, StringComparison.Ordinal);
    }
}
