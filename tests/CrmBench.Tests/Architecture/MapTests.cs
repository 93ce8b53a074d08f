using System.Text.RegularExpressions;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Architecture;

/// <summary>The map of the code and the decisions name files that exist.</summary>
public partial class MapTests
{
    private static readonly HashSet<string> Files =
    [
        .. new[] { Repository.PathOf("src"), Repository.PathOf("templates"), Repository.PathOf("tests") }
            .SelectMany(room => Directory.EnumerateFiles(room, "*", SearchOption.AllDirectories))
            .Select(path => Path.GetFileName(path)),
    ];

    private static readonly string[] Decisions = Directory.GetFiles(Repository.PathOf("src", "decisions"), "*.md");

    public static TheoryData<string> Texts => ["README.md", .. Decisions.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_named_file_exists(string text)
    {
        var path = text == "README.md" ? Repository.PathOf("src", "README.md") : Decisions.Single(path => Path.GetFileName(path) == text);

        var missing = FileName().Matches(File.ReadAllText(path))
            .Select(match => match.Groups["name"].Value)
            .Where(name => !Files.Contains(name));

        Assert.Empty(missing);
    }

    // The last part of a path in code quotes that ends as our files of code do: `Core/Scoring/Ranking.cs`, not `Wording*.cs`.
    [GeneratedRegex(@"`(?:[\w.]+/)*(?<name>\w[\w.-]*\.(?:cs|js|html))`")]
    private static partial Regex FileName();
}
