using System.Runtime.Versioning;
using CrmBench.Cli.Console;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd.Machine;

/// <summary>What may not be read or written ends in one line and the exit code of the machine's trouble, and nothing is half done.</summary>
[UnsupportedOSPlatform("windows")]
public class PermissionTests
{
    private const UnixFileMode Nothing = UnixFileMode.None;

    private const UnixFileMode ReadAlone =
        UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    [Theory]
    [InlineData("check", "data/models.csv")]
    [InlineData("check", "data/benchmarks/tiny")]
    [InlineData("build", "content")]
    [InlineData("build", "data")]
    [InlineData("build", ".")]
    [InlineData("schema", "data/site.json")]
    public async Task What_may_not_be_read_is_named_in_one_line(string command, string path)
    {
        await OrdinaryUser.RequireAsync();
        using var user = new OrdinaryUser();
        user.Restrict(path, Nothing);

        var run = await user.CrmBench(command);

        user.Allow();
        AssertTrouble(run);
        Assert.Contains(Path.GetFullPath(path, user.Root), run.Error, StringComparison.Ordinal);
        Assert.EndsWith(" Nothing was written.", run.Error.TrimEnd('\n'), StringComparison.Ordinal);
        Assert.Empty(user.Others());
    }

    [Theory]
    [InlineData(".", "build")]
    [InlineData("data", "schema")]
    [InlineData("data", "new", "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-one", "--variant", "b")]
    public async Task Where_nothing_may_be_written_nothing_is(string folder, params string[] command)
    {
        await OrdinaryUser.RequireAsync();
        using var user = new OrdinaryUser();
        var before = FolderContent.Fingerprint(Path.Combine(user.Root, "data"));
        user.Restrict(folder, ReadAlone);
        foreach (var inner in folder == "." ? [] : Directory.GetDirectories(Path.GetFullPath(folder, user.Root), "*", SearchOption.AllDirectories))
        {
            user.Restrict(inner, ReadAlone);
        }

        var run = await user.CrmBench(command);

        user.Allow();
        AssertTrouble(run);
        Assert.EndsWith(" Nothing was written.", run.Error.TrimEnd('\n'), StringComparison.Ordinal);
        Assert.Empty(user.Others());
        Assert.Equal(before, FolderContent.Fingerprint(Path.Combine(user.Root, "data")));
    }

    [Fact]
    public async Task A_repository_that_may_only_be_read_is_checked_and_built_elsewhere_as_by_its_owner()
    {
        await OrdinaryUser.RequireAsync();
        using var user = new OrdinaryUser();
        using var output = new TemporaryFolder();
        File.SetUnixFileMode(output.Path, ReadAlone | UnixFileMode.GroupWrite | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        var own = CrmBenchRun.In(user.Root, "build", "--no-verify", "--output", output.PathOf("own"));
        Assert.Equal(ExitCodes.Right, own.ExitCode);
        user.Restrict(".", ReadAlone);
        user.Restrict("data", ReadAlone);

        var check = await user.CrmBench("check");
        var build = await user.CrmBench("build", "--no-verify", "--output", output.PathOf("theirs"));

        Assert.Equal((ExitCodes.Right, "No problems.\n"), (check.ExitCode, check.Error));
        Assert.Equal((ExitCodes.Right, ""), (build.ExitCode, build.ExitCode == 0 ? "" : build.Error));
        Assert.Equal(FolderContent.Fingerprint(output.PathOf("own")), FolderContent.Fingerprint(output.PathOf("theirs")));
    }

    [Fact]
    public async Task An_old_site_that_may_not_be_looked_into_stays()
    {
        await OrdinaryUser.RequireAsync();
        using var user = new OrdinaryUser();
        Assert.Equal(ExitCodes.Right, (await user.CrmBench("build", "--no-verify")).ExitCode);
        var before = FolderContent.Fingerprint(Path.Combine(user.Root, "output"));
        user.Restrict("output", Nothing);

        var run = await user.CrmBench("build", "--no-verify");

        user.Allow();
        AssertTrouble(run);
        Assert.Equal(["output"], user.Others());
        Assert.Equal(before, FolderContent.Fingerprint(Path.Combine(user.Root, "output")));
    }

    [Fact]
    public async Task An_old_site_that_may_not_be_deleted_does_not_make_the_new_one_unwritten()
    {
        await OrdinaryUser.RequireAsync();
        using var user = new OrdinaryUser();
        Assert.Equal(ExitCodes.Right, (await user.CrmBench("build", "--no-verify")).ExitCode);
        user.Restrict("output/assets", ReadAlone);

        var run = await user.CrmBench("build", "--no-verify");

        var site = FolderContent.Fingerprint(Path.Combine(user.Root, "output"));
        AssertTrouble(run);
        Assert.EndsWith(" The site itself was written to output/.", run.Error.TrimEnd('\n'), StringComparison.Ordinal);
        Assert.Contains(site, line => line.StartsWith("index.html ", StringComparison.Ordinal));
    }

    private static void AssertTrouble(ChildProcess run)
    {
        Assert.Equal((ExitCodes.MachineTrouble, ""), (run.ExitCode, run.Output));
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // A command may have said before what it would do.
        Assert.StartsWith("crmbench: ", lines[^1], StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith("crmbench: ", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
