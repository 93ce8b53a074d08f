using CrmBench.Cli;
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
        _folder.Write("output/index.html", "");
        _folder.Write("output/.nojekyll", "");

        Assert.Null(Objection("output"));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("data")]
    [InlineData("content/pages")]
    [InlineData("templates/assets")]
    [InlineData(".git/site")]
    public void Sources_are_never_replaced(string output) => Assert.NotNull(Objection(output));

    [Fact]
    public void A_name_that_only_begins_like_a_source_is_free() => Assert.Null(Objection("data-site"));

    private string? Objection(string output) => OutputFolder.Objection(_folder.Path, Path.GetFullPath(output, _folder.Path));
}
