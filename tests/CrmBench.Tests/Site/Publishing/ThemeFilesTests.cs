using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Site.Publishing;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Publishing;

public class ThemeFilesTests
{
    private const string Layout = "templates/layout.html";

    [Fact]
    public void A_repository_without_templates_has_those_of_the_program()
    {
        var files = ThemeFiles.Of(MemoryTree.Empty, "templates", new DiagnosticBag());

        var sources = Repository.PathOf("templates");
        Assert.Equal(
            Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories)
                .Select(path => $"templates/{Path.GetRelativePath(sources, path).Replace('\\', '/')}")
                .Where(path => !path.StartsWith("templates/types/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            files.Paths);
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("templates/layout.html")), files.Read(Layout));
    }

    [Fact]
    public void A_file_of_the_same_path_takes_the_place_of_the_program_s_and_of_no_other()
    {
        var repository = MemoryTree.Empty.With(Layout, "mine"u8.ToArray()).With("templates/partials/mine.html", "new"u8.ToArray());

        var files = ThemeFiles.Of(repository, "templates", new DiagnosticBag());

        Assert.Equal("mine", Encoding.UTF8.GetString(files.Read(Layout)));
        Assert.Equal((true, false), (files.IsOwn(Layout), files.IsNew(Layout)));
        Assert.Equal((true, true), (files.IsOwn("templates/partials/mine.html"), files.IsNew("templates/partials/mine.html")));
        Assert.False(files.IsOwn("templates/pages/board.html"));
        Assert.Single(files.Paths, Layout);
    }

    [Fact]
    public void The_texts_of_the_problems_come_with_the_program_and_no_other_prose_does()
    {
        var files = ThemeFiles.Of(MemoryTree.Empty, "content", new DiagnosticBag());

        Assert.Contains("content/problems/cb0101.md", files.Paths);
        Assert.All(files.Paths, path => Assert.StartsWith("content/problems/cb", path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_mistake_of_ours() =>
        Assert.Throws<ArgumentException>(() => ThemeFiles.Of(MemoryTree.Empty, "templates", new DiagnosticBag()).Read("templates/pages/modle.html"));
}
