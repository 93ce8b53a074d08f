using System.Text.Json;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli.Commands;

public sealed class DiffCommandTests : IDisposable
{
    private static readonly string Minimal = Repository.PathOf("tests/sites/minimal");
    private const string Scores = "data/benchmarks/tiny/releases/2026-08/submissions/acme-two-high/scores.csv";

    private readonly TemporaryFolder _folder = new();

    public DiffCommandTests() => _folder.Copy(Minimal, "repository");

    private string Root => _folder.PathOf("repository");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_equal_folders_do_not_differ()
    {
        var run = CrmBenchRun.In(Root, "diff", Minimal);

        Assert.Equal((0, "No change.\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Every_kind_of_board_equals_itself() =>
        Assert.Equal((0, "No change.\n"), CrmBenchRun.In(BoardsSite.Root, "diff", BoardsSite.Folder) is var run ? (run.ExitCode, run.Output) : default);

    [Fact]
    public async Task Two_revisions_are_compared_whatever_the_files_say()
    {
        await Commit();
        Remove("acme-one");
        await Commit();
        File.Delete(Path.Combine(Root, "data/site.json"));

        var gone = CrmBenchRun.In(Root, "diff", "HEAD~1", "--to", "HEAD", "--root", Root);
        var same = CrmBenchRun.In(Root, "diff", "HEAD", "--to", "HEAD", "--root", Root);
        var unknown = CrmBenchRun.In(Root, "diff", "HEAD", "--to", "nowhere", "--root", Root);

        Assert.Equal(0, gone.ExitCode);
        Assert.Contains("Acme One", gone.Output, StringComparison.Ordinal);
        Assert.Equal((0, "No change.\n"), (same.ExitCode, same.Output));
        Assert.Equal(64, unknown.ExitCode);
    }

    [Fact]
    public void A_folder_may_be_named_from_where_one_stands()
    {
        _folder.Copy(Minimal, "before");
        Remove("acme-two-high");

        var run = CrmBenchRun.In(Root, "diff", "../before");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("1 result removed; ", run.Output, StringComparison.Ordinal);
        Assert.Contains(" Compared with ../before.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_is_what_git_remembers_of_it()
    {
        await Commit();
        var equal = CrmBenchRun.In(Root, "diff", "HEAD");
        Remove("acme-two-high");
        var changed = CrmBenchRun.In(Root, "diff", "HEAD", "--format", "json");

        Assert.Equal((0, "No change.\n"), (equal.ExitCode, equal.Output));
        using var json = JsonDocument.Parse(changed.Output);
        Assert.Equal("HEAD", json.RootElement.GetProperty("base").GetProperty("name").GetString());
        Assert.Matches("^[0-9a-f]{40,64}$", json.RootElement.GetProperty("base").GetProperty("commit").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("counts").GetProperty("removed").GetInt32());
    }

    [Fact]
    public async Task The_data_may_lie_in_a_folder_within_what_git_keeps()
    {
        await Commit(_folder.Path);
        Remove("acme-two-high");

        var run = CrmBenchRun.In(_folder.Path, "diff", "HEAD", "--root", "repository");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("1 result removed; ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_hold_anything_are_read_whole()
    {
        // A line that looks like git's own, and no line end at the end of the file.
        _folder.Write("repository/data/README.md", "0123456789012345678901234567890123456789 blob 7\nx");
        _folder.Write("repository/data/NOTICE.md", "");
        await Commit();

        var run = CrmBenchRun.In(Root, "diff", "HEAD");

        Assert.Equal((0, "No change.\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Errors_are_told_with_the_state_they_are_in()
    {
        var good = File.ReadAllText(Path.Combine(Root, Scores));
        _folder.Write($"repository/{Scores}", good + "nowhere,grade,3,,\n");
        await Commit();
        var inBase = CrmBenchRun.In(Root, "diff", "HEAD");
        _folder.Write("repository/data/models.csv", "id\n");
        var inBoth = CrmBenchRun.In(Root, "diff", "HEAD", "--format", "markdown");
        var asJson = CrmBenchRun.In(Root, "diff", "HEAD", "--format", "json");

        Assert.Equal((1, ""), (inBase.ExitCode, inBase.Output));
        Assert.Contains($"HEAD:{Scores}:", inBase.Error, StringComparison.Ordinal);
        Assert.Contains($"\n{Scores}:", "\n" + inBase.Error, StringComparison.Ordinal);
        Assert.EndsWith(". Nothing was compared.\n", inBase.Error, StringComparison.Ordinal);
        Assert.Equal(1, inBoth.ExitCode);
        Assert.Contains("- `data/models.csv:1:1` CB", inBoth.Output, StringComparison.Ordinal);
        Assert.Contains($"- `HEAD:{Scores}:", inBoth.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(asJson.Output);
        Assert.Equal(json.RootElement.GetProperty("errors").GetInt32(), json.RootElement.GetProperty("diagnostics").GetArrayLength());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("HEAD..HEAD")]
    [InlineData("HEAD:data")]
    [InlineData("v1.0")]
    public async Task What_is_neither_a_folder_nor_a_revision_is_wrong_use(string typed)
    {
        await Commit();

        var run = CrmBenchRun.In(Root, "diff", typed);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"'{typed}' is neither a folder that holds data/site.json nor a revision", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--output=stolen")]
    [InlineData("-h2")]
    public void An_option_is_never_passed_on_to_git(string typed)
    {
        var run = CrmBenchRun.In(Root, "diff", "--", typed);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains($"There is no option '{typed}'.", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Root, "stolen")));
    }

    [Fact]
    public async Task A_repository_that_git_does_not_keep_has_no_revisions()
    {
        await RequireGit();
        var run = CrmBenchRun.In(Root, "diff", "HEAD");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("is not kept by git", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_git_only_folders_can_be_compared_with()
    {
        // The program finds no program: whatever else PATH held is gone.
        var nothing = new Dictionary<string, string> { ["PATH"] = _folder.PathOf("empty") };
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : FindDotnet();
        Task<ChildProcess> Run(string against) => ChildProcess.Run(
            dotnet, nothing, Path.Combine(AppContext.BaseDirectory, "crmbench.dll"), "diff", against, "--root", Root);

        var revision = await Run("HEAD");
        var folder = await Run(Minimal);

        Assert.Equal((2, ""), (revision.ExitCode, revision.Output));
        Assert.Matches(@"^crmbench: git is needed[^\n]+\n$", revision.Error);
        Assert.Equal(0, folder.ExitCode);
    }

    private static string FindDotnet() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        .First(File.Exists);

    private void Remove(string submission) =>
        Directory.Delete(Path.Combine(Root, "data/benchmarks/tiny/releases/2026-08/submissions", submission), recursive: true);

    private static async Task RequireGit()
    {
        try
        {
            await ChildProcess.Run("git", new Dictionary<string, string>(), "--version");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no git.");
        }
    }

    private Task Commit() => Commit(Root);

    private static async Task Commit(string folder)
    {
        await RequireGit();
        string[][] commands =
        [
            ["init", "--quiet"],
            ["add", "--all"],
            ["-c", "user.name=Tests", "-c", "user.email=tests@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message=x"],
        ];
        foreach (var command in commands)
        {
            var run = await ChildProcess.Run("git", new Dictionary<string, string>(), ["-C", folder, .. command]);
            Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        }
    }
}
