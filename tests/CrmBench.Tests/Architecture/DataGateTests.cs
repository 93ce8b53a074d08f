using System.Text.RegularExpressions;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Architecture;

/// <summary>
/// Data and program have separate gates: no test here reads <c>data/</c> or <c>content/</c> of the repository, which belong to whoever owns
/// the boards. What tests need stands in <c>tests/sites/</c>; what holds of the shipped data is checked in <c>CrmBench.ShippedData</c>.
/// </summary>
public partial class DataGateTests
{
    // The texts of the codes are the program's own documentation: each code must have one, whosever boards they stand beside. Where the
    // folder is left out, the tests that read it are skipped.
    private const string TextsOfCodes = "content/problems";

    private static readonly string[] Open = ["src", "tests", "templates", "artifacts", ".ci", ".github", "Directory.Build.targets", "..", TextsOfCodes];

    // They name folders of the repository that they were given, or its root to make paths relative; none of them reads data.
    private static readonly string[] MayNameTheRoot =
        ["Architecture/LayeringTests.cs", "Architecture/DataGateTests.cs", "Support/Repository.cs", "Support/Snapshot.cs", "Support/SnapshotTests.cs"];

    [Fact]
    public void No_test_reads_the_repository_s_data_or_prose()
    {
        var faults = Sources()
            .SelectMany(source => FaultsOf(source.Value, isExcused: MayNameTheRoot.Contains(source.Key)), (source, fault) => $"{source.Key} names {fault}.");

        Assert.Equal([], faults);
    }

    [Theory]
    [InlineData("Repository.PathOf(\"data\", \"models.csv\")", "data/models.csv")]
    [InlineData("Repository.PathOf($\"data/{file}\")", "data/{file}")]
    [InlineData("Repository.PathOf(\n    \"content/submit.md\")", "content/submit.md")]
    [InlineData("Repository.PathOf(path)", "path")]
    [InlineData("Path.Combine(Repository.Root, name)", "Repository.Root")]
    [InlineData("Repository.PathOf(\"content\", \"problems\")", "")]
    [InlineData("Repository.PathOf(\"tests/sites/boards\", \"data\")", "")]
    [InlineData("BoardsSite.PathOf(\"data/models.csv\")", "")]
    public void What_names_data_is_found(string source, string found) =>
        Assert.Equal(found.Length == 0 ? [] : [found], FaultsOf(source, isExcused: false));

    private static IEnumerable<KeyValuePair<string, string>> Sources()
    {
        var folder = Repository.PathOf("tests/CrmBench.Tests");
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(source => !source.Key.StartsWith("obj/", StringComparison.Ordinal) && !source.Key.StartsWith("bin/", StringComparison.Ordinal))
            .OrderBy(source => source.Key, StringComparer.Ordinal);
    }

    private static List<string> FaultsOf(string source, bool isExcused)
    {
        if (isExcused)
        {
            return [];
        }

        var faults = PathOf().Matches(source)
            .Select(call => call.Groups["parts"].Success
                ? string.Join('/', Literal().Matches(call.Groups["parts"].Value).Select(part => part.Groups[1].Value))
                : call.Groups["other"].Value)
            .Where(path => !Open.Any(open => path == open || path.StartsWith(open + "/", StringComparison.Ordinal)))
            .ToList();
        if (Root().IsMatch(source))
        {
            faults.Add("Repository.Root");
        }

        return faults;
    }

    [GeneratedRegex("""\bRepository\.PathOf\(\s*(?:(?<parts>\$?"[^"]*"(?:\s*,\s*\$?"[^"]*")*)|(?<other>[^)\s,]+))""")]
    private static partial Regex PathOf();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\bRepository\.Root\b")]
    private static partial Regex Root();
}
