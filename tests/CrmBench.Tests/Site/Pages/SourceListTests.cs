using CrmBench.Core.Model;
using CrmBench.Site.Pages;

namespace CrmBench.Tests.Site.Pages;

public class SourceListTests
{
    [Fact]
    public void Many_parts_of_one_work_are_one_group_that_says_once_what_they_share()
    {
        var uses = Enumerable.Range(1, 5).Select(i => Use($"Some leaderboard, row {i}", "https://www.example.org/a", i == 5 ? ["Cost", "Speed"] : ["Cost"])).ToList();
        uses.Add(Use("Other list", "https://example.org/b", ["Trust"]));

        var groups = SourceList.Model([.. uses]);

        Assert.Equal(2, groups.Length);
        Assert.Equal(
            ("Some leaderboard", "example.org", "5\u00a0sources", "Cost and Speed", "MIT", "As printed."),
            (groups[0].Name, groups[0].Place, groups[0].Count, groups[0].Gives, groups[0].Licence, groups[0].Note));
        Assert.Equal(["Row 1", "Row 2", "Row 3", "Row 4", "Row 5"], groups[0].Sources.Select(line => line.Title));
        Assert.All(groups[0].Sources, line => Assert.Null(line.Licence ?? line.Note));
        Assert.Equal(["Cost", "Cost", "Cost", "Cost", null], groups[0].Sources.Select(line => line.Gives));
        Assert.Equal(("Other list", "MIT"), (groups[1].Sources[0].Title, groups[1].Sources[0].Licence));
    }

    [Fact]
    public void Few_sources_stand_open_and_whole()
    {
        var groups = SourceList.Model([Use("Some leaderboard, row 1", "https://example.org/a", ["Cost"]), Use("Some leaderboard, row 2", "https://example.org/a", ["Cost"])]);

        Assert.Null(groups.Single().Count);
        Assert.Equal(["Some leaderboard, row 1", "Some leaderboard, row 2"], groups[0].Sources.Select(line => line.Title));
        Assert.All(groups[0].Sources, line => Assert.Equal(("MIT", "As printed.", "Cost"), (line.Licence, line.Note, line.Gives)));
    }

    [Fact]
    public void What_differs_stays_with_each()
    {
        var uses = Enumerable.Range(1, 4).Select(i => new SourceUse(new Source($"s{i}", $"Paper {i}", "https://example.org/", $"Licence {i}", null, ""), ["Cost"]));

        var group = SourceList.Model([.. uses]).Single();

        Assert.Equal(("example.org", null, null), (group.Name, group.Place, group.Licence));
        Assert.Equal(["Licence 1", "Licence 2", "Licence 3", "Licence 4"], group.Sources.Select(line => line.Licence));
    }

    private static SourceUse Use(string title, string url, string[] gives) =>
        new(new Source("s", title, url, "MIT", new DateOnly(2026, 8, 1), "As printed."), [.. gives]);
}
