using CrmBench.Data.Writing;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Data.Writing;

public sealed class StagedWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_and_whole_folders_are_written_and_nothing_is_left_behind()
    {
        _folder.Write("b/old.txt", "old");

        StagedWriter.Write(_folder.Path, [new("a.txt", "A"), new("b/x.txt", "X"), new("c/d/e.txt", "E")], ["b"], mayReplace: _ => true);

        Assert.Equal(["a.txt", "b/x.txt", "c/d/e.txt"], Files());
    }

    [Fact]
    public void Nothing_changes_where_one_of_several_must_not_be_replaced()
    {
        _folder.Write("a.txt", "old");
        _folder.Write("b/x.txt", "old");

        var trouble = Assert.Throws<IOException>(() => StagedWriter.Write(
            _folder.Path, [new("new/deep/n.txt", "N"), new("a.txt", "A"), new("b/x.txt", "X")], [], mayReplace: path => path == "a.txt"));

        Assert.Contains("is there already", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(["a.txt", "b/x.txt"], Files());
        Assert.False(Directory.Exists(_folder.PathOf("new")));
        Assert.Equal("old", File.ReadAllText(_folder.PathOf("a.txt")));
    }

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
