namespace CrmBench.Tests.Support;

/// <summary>
/// Programs from the npm registry that run in tests alone, kept in the folder of what is built. Where there is no npm it is installed through
/// apt, if we may.
/// </summary>
/// <param name="name">Name of the folder, which changes with the versions.</param>
/// <param name="packages">The packages with their versions: <c>typescript@6.0.3</c>.</param>
internal sealed class NpmPackages(string name, params string[] packages)
{
    private static readonly Dictionary<string, string> NoVariables = [];

    private string Folder { get; } = Repository.PathOf("artifacts", name);

    /// <summary>Full path of a file of a package.</summary>
    /// <param name="relative">Path from the folder of all packages, with forward slashes: <c>typescript/bin/tsc</c>.</param>
    public string PathOf(string relative) => Path.Combine(Folder, "node_modules", relative);

    /// <summary>Installs the packages where a file of them is missing; where that cannot be done, it stays missing.</summary>
    public async Task InstallAsync(string unlessThere)
    {
        if (File.Exists(PathOf(unlessThere)))
        {
            return;
        }

        if (Installed.Find("npm") is null)
        {
            await DebianPackages.TryInstallAsync("npm");
        }

        if (Installed.Find("npm") is { } npm)
        {
            Directory.CreateDirectory(Folder);
            await ChildProcess.Run(npm, NoVariables, ["install", "--prefix", Folder, "--ignore-scripts", "--no-audit", "--no-fund", .. packages]);
        }
    }
}
