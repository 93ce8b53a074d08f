using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>No link among the sources is followed and no pipe is opened, by whichever command; each is a problem with its place.</summary>
public sealed class SourceLinksTests : IDisposable
{
    private static readonly string[] Names =
    [
        "data", "data/models.csv", "data/other", "data/benchmarks/other", "data/benchmarks/tiny/releases/2026-08/submissions/acme-one/notes",
        "content", "content/other.md", "content/deep/other", "templates/assets/other.txt", "templates/pages/other.html", "templates/other",
    ];

    private readonly TemporaryFolder _folder = new();

    public SourceLinksTests()
    {
        _folder.Copy(Repository.PathOf("tests", "sites", "minimal"), "site");
        Obstacles.MakeVictim(_folder);
    }

    public static MatrixTheoryData<string, Obstacle> Everything => new(
        Names, Obstacles.All.Where(kind => kind is not (Obstacle.HardLink or Obstacle.FolderWithFile or Obstacle.FileWithText)));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Everything))]
    public void A_link_or_a_pipe_is_a_problem_with_its_place(string name, Obstacle kind)
    {
        _folder.Put(kind, $"site/{name}");

        var run = CrmBenchRun.In(_folder.Path, "check", "--root", _folder.PathOf("site"));

        // data/ itself may be a pipe: then there is no repository to check.
        var slash = name.LastIndexOf('/');
        var place = slash < 0 ? "." : name[..slash];
        var code = kind == Obstacle.Pipe ? "CB0111" : "CB0107";
        Assert.Equal(1, run.ExitCode);
        Assert.True(
            run.Error.Contains($"{place}: error {code}: '{name[(slash + 1)..]}' is ", StringComparison.Ordinal) || (name, kind) is ("data", Obstacle.Pipe),
            run.Error);
    }

    [Theory]
    [InlineData("data/benchmarks/tiny/releases/2026-08/submissions", Obstacle.LinkToFolder)]
    [InlineData("data/benchmarks/tiny/releases/2026-08/submissions/acme-two-low", Obstacle.LinkToFolder)]
    [InlineData("data/benchmarks/tiny/releases/2026-08/submissions/acme-two-low", Obstacle.DanglingLink)]
    [InlineData("data/benchmarks/tiny/releases/2026-08/submissions/acme-two-low", Obstacle.LinkToItself)]
    [InlineData("data/benchmarks/tiny/releases/2026-08/submissions/acme-two-low", Obstacle.LinkUpward)]
    [InlineData("data/benchmarks/tiny/releases/2026-08/submissions/acme-two-low", Obstacle.FileWithText)]
    [InlineData("data/benchmarks/tiny/releases/2026-08/submissions/acme-two-low", Obstacle.Pipe)]
    public void What_is_new_is_written_through_no_link_and_over_nothing_of_another_kind(string name, Obstacle kind)
    {
        _folder.Put(kind, $"site/{name}");
        var victim = FolderContent.Fingerprint(_folder.PathOf("victim"));

        var run = CrmBenchRun.In(
            _folder.PathOf("site"), "new", "submission", "--benchmark", "tiny", "--release", "2026-08", "--model", "acme-two", "--variant", "low");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal(victim, FolderContent.Fingerprint(_folder.PathOf("victim")));
        Assert.Empty(Directory.GetDirectories(_folder.PathOf("site/data"), ".*"));
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/schema")]
    [InlineData("data/benchmarks")]
    public void Nothing_is_migrated_through_a_link(string name)
    {
        _folder.Put(Obstacle.LinkToFolder, $"site/{name}");
        var victim = FolderContent.Fingerprint(_folder.PathOf("victim"));

        var run = CrmBenchRun.In(_folder.Path, "migrate", "--root", _folder.PathOf("site"));

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal(victim, FolderContent.Fingerprint(_folder.PathOf("victim")));
    }

    [Fact]
    public void A_written_site_with_a_link_in_it_is_not_verified()
    {
        var site = _folder.PathOf("site");
        Assert.Equal(0, CrmBenchRun.In(_folder.Path, "build", "--root", site, "--no-verify").ExitCode);
        _folder.Put(Obstacle.LinkUpward, "site/output/models/loop");

        var run = CrmBenchRun.In(_folder.Path, "verify", "--root", site);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("models: error CB0107: 'loop' is a symbolic link", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_an_import_replaces_a_hard_link_and_follows_no_other()
    {
        var victim = FolderContent.Fingerprint(_folder.PathOf("victim"));
        var log = Repository.PathOf("tests", "CrmBench.Tests", "Import", "Fixtures", "promptfoo", "output.json");
        foreach (var kind in (Obstacle[])[Obstacle.HardLink, Obstacle.LinkToFile, Obstacle.DanglingLink])
        {
            _folder.Put(kind, "site/left.csv");

            CrmBenchRun.In(
                _folder.PathOf("site"), "import", "promptfoo", log, "--benchmark", "tiny", "--submitted-by", "x", "--source-url", "https://example.org/",
                "--replace", "--report", "left.csv");

            Assert.Equal(victim, FolderContent.Fingerprint(_folder.PathOf("victim")));
        }
    }

    [Fact]
    public void A_folder_of_logs_is_searched_without_following_links()
    {
        _folder.Write("logs/a.json", "{}");
        _folder.Put(Obstacle.LinkUpward, "logs/loop");

        var run = CrmBenchRun.In(_folder.PathOf("site"), "import", "promptfoo", _folder.PathOf("logs"), "--benchmark", "tiny");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("logs: error CB0107: 'loop' is a symbolic link", run.Error, StringComparison.Ordinal);
    }
}
