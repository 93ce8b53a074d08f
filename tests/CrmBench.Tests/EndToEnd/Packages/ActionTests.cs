using System.Security.Cryptography;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd.Packages;

/// <summary>
/// The scripts of the action, run as GitHub would run them: in an otherwise empty repository with somebody's own data, and with a program that
/// was built before.
/// </summary>
public sealed class ActionTests : IDisposable
{
    private static readonly string Action = Repository.PathOf(".github", "actions", "board");

    private readonly TemporaryFolder _folder = new();

    public ActionTests()
    {
        Prerequisite.Require(File.Exists("/bin/bash") || Installed.Find("bash") is not null, "There is no Bash.");
        Directory.CreateDirectory(_folder.PathOf("temp"));
        _folder.Write("output.txt", "");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_script_that_the_action_names_is_there_and_may_be_run()
    {
        var steps = await File.ReadAllTextAsync(Path.Combine(Action, "action.yml"), TestContext.Current.CancellationToken);
        var named = Directory.EnumerateFiles(Action).Select(Path.GetFileName).Where(name => !name!.Contains('.', StringComparison.Ordinal));

        Assert.All(named, name => Assert.Contains($"\"$ACTION/{name}\"", steps, StringComparison.Ordinal));
        Assert.All(named, name => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(Action, name!)).HasFlag(UnixFileMode.UserExecute)));
    }

    [Fact]
    public async Task Builds_verifies_and_reports_in_somebody_elses_repository()
    {
        var program = Program();
        await Git("init", "--quiet", "--initial-branch=main");
        _folder.Copy(Repository.PathOf("tests/sites/minimal"), "repository");
        await Commit("The board");
        await Git("checkout", "--quiet", "-b", "change");
        File.Delete(_folder.PathOf("repository/data/benchmarks/tiny/releases/2026-08/submissions/acme-one/costs.csv"));
        await Commit("One figure less");
        var head = (await Git("rev-parse", "HEAD")).Output.Trim();
        await Git("checkout", "--quiet", "main");
        await Git("-c", "user.name=Tests", "-c", "user.email=tests@example.org", "merge", "--quiet", "--no-ff", "--message=Merge", "change");

        var build = await Script("build", program, ".", "output", "https://example.org/board/");
        var report = await Script("report", program, "HEAD", head);

        Assert.True(build.ExitCode == 0, build.Error);
        Assert.Equal("site=output\n", await File.ReadAllTextAsync(_folder.PathOf("output.txt"), TestContext.Current.CancellationToken));
        Assert.Contains("=\"/board/", await File.ReadAllTextAsync(_folder.PathOf("repository/output/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(report.ExitCode == 0, report.Error);
        Assert.Contains("Acme One", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_has_relative_links_and_leads_to_the_files_it_was_built_from()
    {
        _folder.Copy(Repository.PathOf("tests/sites/minimal"), "repository");

        var commit = new string('a', 40);

        var build = await Script("build", Program(), ".", "output", "", "true", commit);

        Assert.True(build.ExitCode == 0, build.Error);
        Assert.Contains($"/blob/{commit}/data/", await File.ReadAllTextAsync(_folder.PathOf("repository/output/models/acme-one/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("href=\"./assets/", await File.ReadAllTextAsync(_folder.PathOf("repository/output/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    // A report is made of every pull request, also of one with errors, with a conflict, or that was pushed to in the meantime.
    [Fact]
    public async Task A_report_is_made_whatever_a_pull_request_holds()
    {
        await Git("init", "--quiet", "--initial-branch=main");
        _folder.Copy(Repository.PathOf("tests/sites/minimal"), "repository");
        await Commit("The board");
        await Git("checkout", "--quiet", "-b", "change");
        // What it brings beside data is neither checked out nor run.
        _folder.Write("repository/.gitattributes", "* filter=evil\n");
        _folder.Write("repository/Directory.Build.targets", "<Project><Target Name=\"x\" BeforeTargets=\"Build\"><Exec Command=\"touch stolen\" /></Target></Project>");
        _folder.Write("repository/data/site.json", "{");
        await Commit("Break it");
        var head = (await Git("rev-parse", "HEAD")).Output.Trim();
        await Git("checkout", "--quiet", "main");
        await Git("-c", "user.name=Tests", "-c", "user.email=tests@example.org", "merge", "--quiet", "--no-ff", "--message=Merge", "change");
        var merge = (await Git("rev-parse", "HEAD")).Output.Trim();
        await Git("reset", "--quiet", "--hard", "HEAD^1");
        await Git("config", "filter.evil.smudge", "touch stolen; cat");

        var broken = await Script("report", Program(), merge, head);
        var conflict = await Script("report", Program(), "", head);
        var newer = await Script("report", Program(), merge, new string('0', 40));
        var trouble = await Script("report", "/bin/false-or-missing", merge, head);

        Assert.All([broken, conflict, newer, trouble], run => Assert.Equal(0, run.ExitCode));
        Assert.Contains("nothing was compared", broken.Output, StringComparison.Ordinal);
        Assert.Contains("conflicts", conflict.Output, StringComparison.Ordinal);
        Assert.Contains("newer commit", newer.Output, StringComparison.Ordinal);
        Assert.Contains("could not be made", trouble.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("repository/stolen")));
        Assert.False(File.Exists(_folder.PathOf("repository/Directory.Build.targets")));
    }

    [Theory]
    [InlineData("1.2.3", "", true)]
    [InlineData("", "v1.2.3", true)]
    [InlineData("1.2.3", "", false)]
    [InlineData("1.2.3; touch stolen", "", true)]
    [InlineData("../1.2.3", "", true)]
    public async Task A_released_program_is_run_only_with_the_checksum_of_its_release(string version, string reference, bool right)
    {
        Prerequisite.Require(OperatingSystem.IsLinux() && Installed.Find("curl") is not null, "There is no curl here.");
        var system = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64";
        var archive = $"crmbench-1.2.3-linux-{system}.tar.gz";
        var program = _folder.Write("made/crmbench", "#!/bin/sh\necho 1.2.3\n");
        MayBeRun(program);
        Directory.CreateDirectory(_folder.PathOf("releases/v1.2.3"));
        await ChildProcess.Run("tar", NoVariables, "-czf", _folder.PathOf($"releases/v1.2.3/{archive}"), "-C", _folder.PathOf("made"), "crmbench");
        var sum = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(_folder.PathOf($"releases/v1.2.3/{archive}"), TestContext.Current.CancellationToken)));
        _folder.Write("releases/v1.2.3/SHA256SUMS", $"{new string('0', 64)}  another.tar.gz\n{(right ? sum : new string('0', 64))}  {archive}\n");

        var run = await Script("install", version, reference);

        var isVersion = version is "1.2.3" or "";
        Assert.Equal(isVersion && right ? 0 : isVersion ? 1 : 64, run.ExitCode);
        Assert.Equal(isVersion && right ? $"program={_folder.PathOf("temp/crmbench/crmbench")}\n" : "", await File.ReadAllTextAsync(_folder.PathOf("output.txt"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path, "stolen", SearchOption.AllDirectories), _ => true);
    }

    private static readonly Dictionary<string, string> NoVariables = [];

    private string Program()
    {
        var program = _folder.Write("crmbench", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "crmbench.dll")}' \"$@\"\n");
        MayBeRun(program);
        return program;
    }

    private static void MayBeRun(string program)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private Task<ChildProcess> Script(string name, params string[] arguments)
    {
        Directory.CreateDirectory(_folder.PathOf("repository"));
        var environment = new Dictionary<string, string>
        {
            ["RUNNER_TEMP"] = _folder.PathOf("temp"),
            ["GITHUB_OUTPUT"] = _folder.PathOf("output.txt"),
            ["RELEASES"] = new Uri(_folder.PathOf("releases")).AbsoluteUri,
        };
        var command = string.Join(' ', arguments.Prepend(Path.Combine(Action, name)).Select(argument => $"'{argument}'"));
        return ChildProcess.Run("bash", environment, "-c", $"cd '{_folder.PathOf("repository")}' && {command}");
    }

    private async Task Commit(string subject)
    {
        await Git("add", "--all");
        await Git("-c", "user.name=Tests", "-c", "user.email=tests@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", $"--message={subject}");
    }

    private async Task<ChildProcess> Git(params string[] arguments)
    {
        Prerequisite.Require(Installed.Find("git") is not null, "There is no git.");
        Directory.CreateDirectory(_folder.PathOf("repository"));
        var run = await ChildProcess.Run("git", NoVariables, ["-C", _folder.PathOf("repository"), .. arguments]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }
}
