using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser;

/// <summary>
/// The TypeScript checker from the npm registry, kept in the folder of what is built. Where there is no npm it is installed through apt, if
/// we may; else the tests are skipped with the reason, or fail in continuous integration, where nobody would read it.
/// </summary>
public sealed class TypeScript : IAsyncLifetime
{
    // Apache-2.0, as all versions are. The checker runs in the tests alone; nothing of it is in the site or the program.
    private const string Version = "6.0.3";

    private readonly NpmPackages _packages = new($"typescript-{Version}", $"typescript@{Version}");

    private string Compiler => _packages.PathOf("typescript/bin/tsc");

    public async ValueTask InitializeAsync() => await _packages.InstallAsync("typescript/bin/tsc");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs the checker.</summary>
    /// <param name="arguments">Its options and the files to check.</param>
    public Task<ChildProcess> RunAsync(params string[] arguments) => NodeAsync([Compiler, .. arguments]);

    /// <summary>Runs a script that looks at others by the checker's parser; it gets the checker's path and theirs.</summary>
    /// <param name="script">The script.</param>
    /// <param name="scripts">The folder of those that it looks at.</param>
    public Task<ChildProcess> LookAsync(string script, string scripts) => NodeAsync([script, Compiler, scripts]);

    private Task<ChildProcess> NodeAsync(params string[] arguments)
    {
        const string Missing = "There is no TypeScript checker. Install npm (apt-get install npm) and let it reach its registry.";
        Prerequisite.Require(File.Exists(Compiler), Missing);
        return ChildProcess.Run(Installed.Find("node")!, new Dictionary<string, string>(), arguments);
    }
}
