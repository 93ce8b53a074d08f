using System.Text.RegularExpressions;

namespace CrmBench.Tests.Support;

public partial class SnapshotTests
{
    [Fact]
    public void Every_approved_file_belongs_to_a_test_that_still_exists()
    {
        var orphans = Directory.EnumerateFiles(Repository.PathOf("tests/CrmBench.Tests"), "*.verified.*", SearchOption.AllDirectories)
            .Where(file => !HasItsTest(file))
            .Select(file => Path.GetRelativePath(Repository.Root, file));

        Assert.Empty(orphans);
    }

    [Fact]
    public void Equal_text_matches_whatever_its_line_ends() => Snapshot.Match("one\r\ntwo\n", "txt");

    private static bool HasItsTest(string file)
    {
        var name = SnapshotName().Match(Path.GetFileName(file));
        var source = Path.Combine(Path.GetDirectoryName(file)!, name.Groups["class"].Value + ".cs");
        return name.Success && File.Exists(source) && Regex.IsMatch(File.ReadAllText(source), $@"\b{name.Groups["test"].Value}\(");
    }

    [GeneratedRegex(@"^(?<class>.+)\.(?<test>[^.]+)\.verified\.[^.]+$")]
    private static partial Regex SnapshotName();
}
