using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Files;

namespace CrmBench.Tests.Data.Files;

public sealed class DiskTreeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crmbench-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Links_are_named_as_links_and_never_followed()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "secret.csv"), "id,name,url\n");
        var data = _folder.CreateSubdirectory("data");
        File.CreateSymbolicLink(Path.Combine(data.FullName, "providers.csv"), "../secret.csv");
        Directory.CreateSymbolicLink(Path.Combine(data.FullName, "benchmarks"), "/");
        var diagnostics = new DiagnosticBag();

        Assert.All(new DiskTree(_folder.FullName).List("data"), entry => Assert.Equal(EntryKind.Link, entry.Kind));
        CatalogueReader.Read(_folder.FullName, diagnostics);

        Assert.Equal(2, diagnostics.ToSorted().Count(problem => problem.Code == "CB0107"));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/x")]
    public void Paths_stay_in_the_repository(string path) =>
        Assert.Throws<ArgumentException>(() => new DiskTree(_folder.FullName).Read(path));

    [Fact]
    public void A_repository_without_data_is_reported()
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(CatalogueReader.Read(_folder.FullName, diagnostics));
        Assert.True(diagnostics.HasErrors);
    }
}
