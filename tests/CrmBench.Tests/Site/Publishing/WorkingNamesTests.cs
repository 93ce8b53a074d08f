using System.Text;
using CrmBench.Site.Publishing;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Publishing;

/// <summary>Whatever stands at a name that the writer works with, it touches nothing that is not its own.</summary>
public sealed class WorkingNamesTests : IDisposable
{
    private static readonly string[] Names =
        ["output", ".output.new", ".output.old", ".output.lock", "output/.gitignore", "output/.crmbench", "output/index.html", "output/models", "output/other"];

    private static readonly BuiltSite Site = new(((string[])[".nojekyll", "index.html", "models/index.html"])
        .Select(path => new SiteFile(path, Encoding.UTF8.GetBytes(path))));

    private readonly TemporaryFolder _folder = new();

    public WorkingNamesTests() => Obstacles.MakeVictim(_folder);

    public static MatrixTheoryData<string, Obstacle> Everything => new(Names, Obstacles.All);

    private string Output => _folder.PathOf("output");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Everything))]
    public void What_stands_at_a_working_name_is_refused_and_nothing_that_it_leads_to_is_touched(string name, Obstacle kind)
    {
        SiteWriter.Write(Site, Output);
        _folder.Put(kind, name);
        var victim = FolderContent.Fingerprint(_folder.PathOf("victim"));

        // A hard link is a file like any other, and so is a text in the place of one that we wrote: neither is written through.
        if ((kind is Obstacle.HardLink or Obstacle.FileWithText) && name is "output/.gitignore" or "output/index.html")
        {
            SiteWriter.Write(Site, Output);
            Assert.True(IsWhole());
        }
        else
        {
            Assert.NotNull(SiteWriter.Objection(Output));
            Assert.Throws<IOException>(() => SiteWriter.Write(Site, Output));
            Assert.True(Path.Exists(_folder.PathOf(name)) || new FileInfo(_folder.PathOf(name)).LinkTarget is not null);
            Assert.True(name.StartsWith("output", StringComparison.Ordinal) || IsWhole());
        }

        Assert.Equal(victim, FolderContent.Fingerprint(_folder.PathOf("victim")));
    }

    [Theory]
    [InlineData("CNAME")]
    [InlineData(".git/HEAD")]
    [InlineData("models/notes.txt")]
    [InlineData("INDEX.html")]
    public void A_site_that_somebody_put_something_into_is_not_replaced(string foreign)
    {
        SiteWriter.Write(Site, Output);
        _folder.Write($"output/{foreign}", "mine");
        var before = FolderContent.Fingerprint(Output);

        var trouble = Assert.Throws<IOException>(() => SiteWriter.Write(Site, Output));

        Assert.Contains($"holds '{foreign.Split("/HEAD")[0]}', which crmbench did not write there", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(before, FolderContent.Fingerprint(Output));
    }

    [Fact]
    public void A_list_of_files_that_names_others_elsewhere_deletes_none_of_them()
    {
        SiteWriter.Write(Site, Output);
        File.AppendAllText(_folder.PathOf("output/.crmbench"), "../victim/thesis.txt\n/etc/passwd\nmodels/../../victim/index.html\n");
        var victim = FolderContent.Fingerprint(_folder.PathOf("victim"));

        SiteWriter.Write(Site, Output);

        Assert.Equal(victim, FolderContent.Fingerprint(_folder.PathOf("victim")));
        Assert.True(IsWhole());
    }

    [Theory]
    [InlineData(".output.new")]
    [InlineData(".output.old")]
    public void Whatever_a_stopped_run_left_is_cleared_away(string name)
    {
        SiteWriter.Write(Site, _folder.PathOf("whole"));
        var left = Directory.GetFiles(_folder.PathOf("whole"), "*", SearchOption.AllDirectories);

        // A run may stop after any step: an empty folder, half a list, the list, some of the files.
        for (var files = -2; files <= left.Length; files++)
        {
            SiteWriter.Write(Site, Output);
            Directory.CreateDirectory(_folder.PathOf(name));
            var list = File.ReadAllText(_folder.PathOf("whole/.crmbench"));
            if (files > -2)
            {
                _folder.Write($"{name}/.crmbench", files == -1 ? list[..20] : list);
            }

            foreach (var file in left.Where(file => !file.EndsWith(".crmbench", StringComparison.Ordinal)).Take(files))
            {
                _folder.Write($"{name}/{Path.GetRelativePath(_folder.PathOf("whole"), file).Replace('\\', '/')}", "half");
            }

            SiteWriter.Write(Site, Output);

            Assert.False(Directory.Exists(_folder.PathOf(name)));
            Assert.True(IsWhole());
        }
    }

    [Fact]
    public void An_empty_lock_that_a_stopped_run_left_keeps_nobody_out()
    {
        _folder.Write(".output.lock", "");

        SiteWriter.Write(Site, Output);

        Assert.True(IsWhole());
        Assert.False(File.Exists(_folder.PathOf(".output.lock")));
    }

    private bool IsWhole() => Site.Files.All(file =>
        File.Exists(Path.Combine(Output, file.Path)) && File.ReadAllText(Path.Combine(Output, file.Path)) == file.Path);
}
