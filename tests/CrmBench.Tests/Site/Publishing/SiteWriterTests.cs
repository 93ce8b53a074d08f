using System.Text;
using CrmBench.Site.Publishing;

namespace CrmBench.Tests.Site.Publishing;

public sealed class SiteWriterTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("crmbench-").FullName;

    private string Output => Path.Combine(_root, "output");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static BuiltSite Site(params string[] paths) =>
        new(paths.Append(".nojekyll").Select(path => new SiteFile(path, Encoding.UTF8.GetBytes(path))));

    private string[] Found() =>
        [
            .. Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void A_site_is_written_with_all_its_folders()
    {
        SiteWriter.Write(Site("index.html", "a/b/index.html"), Output);

        Assert.Equal(["output/.crmbench", "output/.nojekyll", "output/a/b/index.html", "output/index.html"], Found());
        Assert.Equal("a/b/index.html", File.ReadAllText(Path.Combine(Output, "a/b/index.html")));
    }

    [Fact]
    public void A_new_site_replaces_the_old_one_but_not_its_gitignore()
    {
        SiteWriter.Write(Site("old.html"), Output);
        File.WriteAllText(Path.Combine(Output, ".gitignore"), "*");

        SiteWriter.Write(Site("new.html"), Output + "/");

        Assert.Equal(["output/.crmbench", "output/.gitignore", "output/.nojekyll", "output/new.html"], Found());
    }

    [Fact]
    public void A_folder_with_only_a_gitignore_is_filled()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Combine(Output, ".gitignore"), "*");

        SiteWriter.Write(Site(), Output);

        Assert.Equal(["output/.crmbench", "output/.gitignore", "output/.nojekyll"], Found());
    }

    [Fact]
    public void A_folder_that_is_no_site_is_never_replaced()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Combine(Output, "thesis.txt"), "years of work");

        Assert.Throws<IOException>(() => SiteWriter.Write(Site(), Output));

        Assert.Equal(["output/thesis.txt"], Found());
    }

    [Fact]
    public void The_old_site_stays_when_the_new_one_cannot_be_written()
    {
        SiteWriter.Write(Site("old.html"), Output);
        // No file system takes a name this long.
        var impossible = Site(new string('x', 300));

        Assert.ThrowsAny<IOException>(() => SiteWriter.Write(impossible, Output));

        Assert.Contains("output/old.html", Found());
        SiteWriter.Write(Site("new.html"), Output);
        Assert.Equal(["output/.crmbench", "output/.nojekyll", "output/new.html"], Found());
    }

    [Fact]
    public void A_run_stopped_in_the_middle_of_the_swap_loses_nothing()
    {
        SiteWriter.Write(Site("old.html"), Output);
        File.WriteAllText(Path.Combine(Output, ".gitignore"), "*");
        Directory.Move(Output, Path.Combine(_root, ".output.old"));

        Assert.ThrowsAny<IOException>(() => SiteWriter.Write(Site(new string('x', 300)), Output));

        Assert.Contains("output/old.html", Found());
        Assert.Contains("output/.gitignore", Found());
    }

    [Fact]
    public void A_site_that_a_stopped_run_had_taken_away_is_put_back_unless_another_run_is_writing()
    {
        SiteWriter.Write(Site("old.html"), Output);
        Directory.Move(Output, Path.Combine(_root, ".output.old"));

        using (var other = new FileStream(Path.Combine(_root, ".output.lock"), FileMode.Create, FileAccess.Write, FileShare.None))
        {
            Assert.False(SiteWriter.PutBack(Output));
        }

        File.Delete(Path.Combine(_root, ".output.lock"));
        Assert.True(SiteWriter.PutBack(Output));
        Assert.Equal(["output/.crmbench", "output/.nojekyll", "output/old.html"], Found());
        Assert.False(SiteWriter.PutBack(Output));
    }

    [Fact]
    public void What_came_to_nothing_is_removed_at_once()
    {
        SiteWriter.Write(Site("old.html"), Output);

        Assert.ThrowsAny<IOException>(() => SiteWriter.Write(Site("a/b.html", new string('x', 300)), Output));

        Assert.Equal(["output/.crmbench", "output/.nojekyll", "output/old.html"], Found());
        Assert.False(Directory.Exists(Path.Combine(_root, ".output.new")));
    }

    [Fact]
    public void The_site_is_in_its_place_before_the_old_one_is_deleted()
    {
        SiteWriter.Write(Site("old.html"), Output);

        // Somebody else's file among the old ones cannot be deleted, and keeps its folder.
        Assert.ThrowsAny<IOException>(() => SiteWriter.Write(Site("new.html"), Output, () =>
        {
            Assert.True(File.Exists(Path.Combine(Output, "new.html")));
            File.WriteAllText(Path.Combine(Directory.GetDirectories(_root, ".output.*").Single(), "thesis.txt"), "years of work");
        }));

        Assert.Contains("output/new.html", Found());
        Assert.Contains(Found(), file => file.EndsWith("/thesis.txt", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_runs_cannot_write_at_the_same_time()
    {
        using var other = new FileStream(Path.Combine(_root, ".output.lock"), FileMode.Create, FileAccess.Write, FileShare.None);

        Assert.Throws<IOException>(() => SiteWriter.Write(Site(), Output));
    }
}
