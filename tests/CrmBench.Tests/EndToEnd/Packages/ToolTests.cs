using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd.Packages;

/// <summary>The program as a tool of the SDK: packed, installed from a folder, and run where nothing of this repository is.</summary>
public sealed class ToolTests : IDisposable
{
    private static readonly Dictionary<string, string> Variables = new() { ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Is_packed_installed_and_run()
    {
        // What was built with these tests is packed; nothing is built anew.
        await Dotnet("pack", Repository.PathOf("src", "CrmBench.Cli"), "--configuration", Configuration, "--no-build", "--output", _folder.PathOf("packages"));
        var package = Assert.Single(Directory.EnumerateFiles(_folder.PathOf("packages"), "*.nupkg"));
        var version = Path.GetFileNameWithoutExtension(package)["crmbench.".Length..];
        var sources = _folder.Write("NuGet.Config", $"<configuration><packageSources><clear /><add key=\"here\" value=\"{_folder.PathOf("packages")}\" /></packageSources></configuration>");

        await Dotnet("tool", "install", "crmbench", "--version", version, "--configfile", sources, "--tool-path", _folder.PathOf("tools"));

        _folder.Copy(Repository.PathOf("tests/sites/minimal"), "board");
        var tool = _folder.PathOf(OperatingSystem.IsWindows() ? "tools/crmbench.exe" : "tools/crmbench");
        var said = await ChildProcess.Run(tool, Variables, "--version");
        var check = await ChildProcess.Run(tool, Variables, "check", "--root", _folder.PathOf("board"));
        Assert.Equal((0, $"{version}\n", ""), (said.ExitCode, said.Output.ReplaceLineEndings("\n"), said.Error));
        Assert.True(check.ExitCode == 0, check.Error);
    }

    private static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    private static async Task Dotnet(params string[] arguments)
    {
        var run = await ChildProcess.Run("dotnet", Variables, arguments);
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{run.Output}\n{run.Error}");
    }
}
