using CrmBench.Tests.Support;

namespace CrmBench.Tests.Architecture;

/// <summary><c>.ci/touches-program</c>: which pull requests need the tests of the program.</summary>
public sealed class TouchedProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("false", "data/benchmarks/tiny/releases/2026-08/submissions/a/scores.csv")]
    [InlineData("false", "data/models.csv", "content/benchmarks/tiny.md", "data/a file.csv")]
    [InlineData("true", "src/Program.cs")]
    [InlineData("true", "data/models.csv", "templates/layout.html")]
    [InlineData("true", ".github/workflows/ci.yml")]
    [InlineData("true", "data/README.md")]
    [InlineData("true", "data/schema/v1/site.schema.json")]
    [InlineData("true", "content/problems/cb0101.md")]
    [InlineData("true", "data.txt")]
    public async Task Results_and_prose_alone_do_not_touch_the_program(string touched, params string[] files)
    {
        await CommitAsync("first", "README.md");
        await CommitAsync("second", files);

        Assert.Equal(touched, await TouchedAsync());
    }

    [Fact]
    public async Task What_moves_from_the_program_to_the_data_touches_both()
    {
        await CommitAsync("first", "templates/a.txt");
        Directory.CreateDirectory(_folder.PathOf("data"));
        File.Move(_folder.PathOf("templates/a.txt"), _folder.PathOf("data/a.txt"));
        await CommitAsync("second");

        Assert.Equal("true", await TouchedAsync());
    }

    [Fact]
    public async Task An_unknown_base_is_no_answer()
    {
        await CommitAsync("first", "README.md");

        var run = await RunAsync("bash", Repository.PathOf(".ci/touches-program"), "HEAD^1");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("", run.Output);
    }

    private async Task<string> TouchedAsync()
    {
        var run = await RunAsync("bash", Repository.PathOf(".ci/touches-program"), "HEAD^1");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output.Trim();
    }

    private async Task CommitAsync(string message, params string[] files)
    {
        foreach (var file in files)
        {
            _folder.Write(file, message);
        }

        await RunAsync("git", "init", "--quiet");
        await RunAsync("git", "add", "--all");
        var commit = await RunAsync("git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", message);
        Assert.True(commit.ExitCode == 0, commit.Error);
    }

    private async Task<ChildProcess> RunAsync(string program, params string[] arguments)
    {
        Prerequisite.Require(Installed.Find(program) is not null, $"There is no {program}.");
        string[] all = program == "git" ? ["-C", _folder.Path, .. arguments] : arguments;
        return await ChildProcess.Run(program, new Dictionary<string, string> { ["GIT_DIR"] = _folder.PathOf(".git"), ["GIT_WORK_TREE"] = _folder.Path }, all);
    }
}
