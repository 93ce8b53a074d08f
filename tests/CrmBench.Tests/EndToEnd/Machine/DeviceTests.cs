using CrmBench.Cli.Console;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd.Machine;

/// <summary>Pipes and devices are refused before they are opened, whichever command meets them: the first would wait for ever, the second never end.</summary>
public sealed class DeviceTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public DeviceTests() => _folder.Copy(Repository.PathOf("tests", "sites", "minimal"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("data/models.csv", ExitCodes.InputProblems, "check")]
    [InlineData("data/site.json", ExitCodes.InputProblems, "build")]
    [InlineData("content/about.md", ExitCodes.InputProblems, "build")]
    [InlineData("templates/layout.html", ExitCodes.InputProblems, "build")]
    [InlineData("data/models.csv", ExitCodes.InputProblems, "import", "csv", "data/prices.csv", "--benchmark", "tiny")]
    [InlineData("data/schema/names.schema.json", ExitCodes.MachineTrouble, "schema")]
    [InlineData("in", ExitCodes.WrongUse, "import", "csv", "in", "--benchmark", "tiny")]
    [InlineData("in", ExitCodes.WrongUse, "import", "csv", "data/prices.csv", "--mapping", "in")]
    [InlineData("in", ExitCodes.WrongUse, "new", "benchmark", "--from", "in")]
    [InlineData("in", ExitCodes.WrongUse, "init", "elsewhere", "--from", "in")]
    [InlineData("in", ExitCodes.WrongUse, "check", "in")]
    [InlineData("output", ExitCodes.WrongUse, "build")]
    [InlineData(".output.lock", ExitCodes.WrongUse, "build")]
    public async Task A_pipe_is_not_opened(string place, int exitCode, params string[] command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes are told from files on Linux alone.");
        _folder.Put(Obstacle.Pipe, place);

        var run = await Task.Run(() => CrmBenchRun.In(_folder.Path, command)).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Error);
        Assert.False(Directory.Exists(_folder.PathOf("output")));
        Assert.False(Directory.Exists(_folder.PathOf("elsewhere")));
    }

    [Theory]
    [InlineData("import", "csv", "/dev/zero", "--benchmark", "tiny")]
    [InlineData("init", "elsewhere", "--from", "/dev/zero")]
    [InlineData("build", "--output", "/dev/null")]
    public async Task A_device_is_not_opened(params string[] command)
    {
        Assert.SkipUnless(File.Exists("/dev/zero") && OperatingSystem.IsLinux(), "There is no /dev/zero here.");

        var run = await Task.Run(() => CrmBenchRun.In(_folder.Path, command)).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal((ExitCodes.WrongUse, ""), (run.ExitCode, run.Output));
        Assert.Contains("is neither a file nor a folder", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("data/../content/about.md")]
    [InlineData("data/../..")]
    [InlineData("output")]
    public void Only_what_lies_in_the_data_is_checked_by_name(string path)
    {
        Assert.SkipUnless(path[0] != '/' || File.Exists(path), $"There is no {path} here.");
        Directory.CreateDirectory(_folder.PathOf("output"));

        var run = CrmBenchRun.In(_folder.Path, "check", path);

        Assert.Equal((ExitCodes.WrongUse, ""), (run.ExitCode, run.Output));
        Assert.Contains(path, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_of_a_disk_is_no_repository_and_no_place_for_a_site()
    {
        var root = Path.GetPathRoot(_folder.Path)!;
        Assert.SkipWhen(Directory.Exists(Path.Combine(root, "data")), "Somebody keeps data at the root of this disk.");

        var nowhere = CrmBenchRun.In(root, "build");
        var named = CrmBenchRun.In(_folder.Path, "check", "--root", root);
        var output = CrmBenchRun.In(_folder.Path, "build", "--output", root);

        Assert.Equal(ExitCodes.WrongUse, nowhere.ExitCode);
        Assert.Contains("There is no data/site.json", nowhere.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.InputProblems, named.ExitCode);
        Assert.Contains("data/site.json: error CB0101", named.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.WrongUse, output.ExitCode);
        Assert.False(Directory.Exists(_folder.PathOf("output")));
    }
}
