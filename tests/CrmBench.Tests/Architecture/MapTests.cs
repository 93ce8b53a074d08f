using System.Text.RegularExpressions;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Architecture;

/// <summary>The map of the code and the decisions name files that exist.</summary>
public partial class MapTests
{
    private static readonly string[] Rooms = ["src", "templates", "tests", "content"];

    public static TheoryData<string> Texts =>
    [
        "src/README.md",
        .. Directory.EnumerateFiles(Repository.PathOf("src", "decisions"), "*.md").Select(path => $"src/decisions/{Path.GetFileName(path)}").Order(StringComparer.Ordinal),
    ];

    private static HashSet<string> Files { get; } =
    [
        .. Rooms.SelectMany(room => Directory.EnumerateFiles(Repository.PathOf(room), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetFileName(path)),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_named_file_exists(string text)
    {
        var missing = FileName().Matches(File.ReadAllText(Repository.PathOf(text)))
            .Select(match => match.Groups["name"].Value)
            .Where(name => !Files.Contains(name));

        Assert.Empty(missing);
    }

    // The last part of a path in code quotes that ends as our files of code do: `Core/Scoring/Ranking.cs`, not `Wording*.cs`.
    [GeneratedRegex(@"`(?:[\w.]+/)*(?<name>\w[\w.-]*\.(?:cs|js|html))`")]
    private static partial Regex FileName();
}
