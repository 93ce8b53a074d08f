using CrmBench.Cli.Console;
using CrmBench.Site.Publishing;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_does_not_exist_may_be_made() => Assert.Null(Objection("output"));

    [Fact]
    public void The_folder_that_the_repository_keeps_may_be_filled()
    {
        _folder.Write("output/.gitignore", "*");

        Assert.Null(Objection("output"));
    }

    [Fact]
    public void An_old_site_may_be_replaced()
    {
        SiteWriter.Write(new BuiltSite([new SiteFile(".nojekyll", default), new SiteFile("index.html", default)]), _folder.PathOf("output"));

        Assert.Null(Objection("output"));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("data")]
    [InlineData("Data")]
    [InlineData("DATA/site")]
    [InlineData("content/pages")]
    [InlineData("templates/assets")]
    [InlineData(".git/site")]
    public void Sources_are_never_replaced(string output) => Assert.NotNull(Objection(output));

    [Fact]
    public void A_name_that_only_begins_like_a_source_is_free() => Assert.Null(Objection("data-site"));

    [Fact]
    public void A_folder_of_others_is_never_replaced_whatever_it_looks_like()
    {
        _folder.Write("output/index.html", "");
        _folder.Write("output/.nojekyll", "");

        Assert.Contains("which crmbench did not write there", Objection("output"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("site", "output")]
    [InlineData("site/deep/output", "site")]
    [InlineData("site/output", "site")]
    public void A_link_in_the_repository_is_not_followed(string output, string link)
    {
        Directory.CreateDirectory(_folder.PathOf("victim/deep"));
        Directory.CreateSymbolicLink(_folder.PathOf(link == "output" ? output : link), _folder.PathOf("victim"));

        Assert.Contains("is a link", Objection(output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elsewhere/data")]
    [InlineData("elsewhere/.git/x")]
    [InlineData("elsewhere")]
    public void Sources_are_safe_from_whoever_comes_through_a_link_from_outside(string output)
    {
        using var outside = new TemporaryFolder();
        Directory.CreateSymbolicLink(outside.PathOf("elsewhere"), _folder.Path);

        Assert.NotNull(OutputFolder.Objection(_folder.Path, outside.PathOf(output)));
    }

    private string? Objection(string output) => OutputFolder.Objection(_folder.Path, Path.GetFullPath(output, _folder.Path));
}
