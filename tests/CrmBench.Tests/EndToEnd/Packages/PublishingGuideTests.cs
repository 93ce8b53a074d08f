using System.Text.RegularExpressions;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd.Packages;

/// <summary>The commands of <c>.github/PUBLISHING.md</c>, followed as they stand there, with the variables that the named hosts set.</summary>
public sealed partial class PublishingGuideTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PublishingGuideTests()
    {
        Prerequisite.Require(File.Exists("/bin/bash") || Installed.Find("bash") is not null, "There is no Bash.");
        _folder.Copy(Repository.PathOf("tests/sites/minimal"));
        var program = _folder.Write("crmbench", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "crmbench.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GitLab Pages", "CI_PAGES_URL", "https://group.example.io/board", "public", "/board/")]
    [InlineData("Netlify", "URL", "https://board.example.app", "output", "/")]
    public async Task A_host_that_runs_the_build_gets_a_site_for_its_address(string host, string variable, string address, string output, string basePath)
    {
        var row = Guide().Split('\n').Single(line => line.StartsWith($"| {host}", StringComparison.Ordinal));
        Assert.Contains(output, row.Split("./crmbench")[1], StringComparison.Ordinal);

        await Follow(Command().Match(row).Value, (variable, address));

        Assert.Contains($"=\"{basePath}assets/", await File.ReadAllTextAsync(_folder.PathOf($"{output}/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--base-url https://example.org/board/", "=\"/board/assets/")]
    [InlineData("--relative", "=\"./assets/")]
    public async Task A_folder_for_any_server_is_made_by_the_lines_that_stand_there(string option, string link)
    {
        var line = Guide().Split('\n').Single(line => line.StartsWith("crmbench ", StringComparison.Ordinal) && line.EndsWith(option, StringComparison.Ordinal));

        await Follow(line.Replace("crmbench ", "./crmbench ", StringComparison.Ordinal));

        Assert.Contains(link, await File.ReadAllTextAsync(_folder.PathOf("output/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Guide() => File.ReadAllText(Repository.PathOf(".github/PUBLISHING.md"));

    private async Task Follow(string command, params (string Name, string Value)[] variables)
    {
        Assert.NotEmpty(command);
        var run = await ChildProcess.Run(
            "bash", variables.ToDictionary(variable => variable.Name, variable => variable.Value), "-euc", $"cd '{_folder.Path}' && {command}");
        Assert.True(run.ExitCode == 0, run.Error);
    }

    [GeneratedRegex(@"\./crmbench build [^`]*")]
    private static partial Regex Command();
}
