using System.Text.Json;
using CrmBench.Cli.Reports;
using CrmBench.Core.Comparing;
using CrmBench.Core.Model;
using CrmBench.Tests.Core.Comparing;
using CrmBench.Tests.Support;
using static CrmBench.Tests.Core.Comparing.TwoStates;

namespace CrmBench.Tests.Cli.Reports;

public class DiffReportTests
{
    private const string Hostile = "@all <b>|`x`\n[l](https://e.org) \u202E#1";

    private static readonly Withdrawal TakenBack = new(new DateOnly(2026, 7, 1), "The runs used another prompt.");

    private static CatalogueChanges None => Between(Of(("one", 90)), Of(("one", 90)));

    private static CatalogueChanges Several
    {
        get
        {
            var before = Of(("one", 90), ("two", 80), ("three", 70), ("four", 60));
            return Between(before, Of(("one", 90), ("two", 80), ("three", 70), ("four", 85), ("new", 88))
                .With("two", submission => submission with { Withdrawn = TakenBack }));
        }
    }

    [Fact]
    public void Text_is_a_line_in_sum_then_what_readers_see_then_every_board_then_the_data() => Snapshot.Match(DiffText.Of(Several, "main (3d3c42e5)"), "txt");

    [Fact]
    public void Markdown_is_a_line_in_sum_then_what_readers_see_then_two_tables_then_the_data() => Snapshot.Match(DiffMarkdown.Of(Several, "main (3d3c42e5)"), "md");

    [Fact]
    public void Json_has_what_the_other_two_have() => Snapshot.Match(DiffJson.Of(Several, "main", "3d3c42e5"), "json");

    [Fact]
    public void Nothing_is_said_in_plain_words_where_nothing_differs()
    {
        Assert.Equal("No change.\n", DiffText.Of(None, "main"));
        Assert.EndsWith("\n\nNo change.\n", DiffMarkdown.Of(None, "main"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(DiffJson.Of(None, "main", null));
        Assert.False(json.RootElement.GetProperty("changed").GetBoolean());
    }

    [Fact]
    public void A_table_has_twenty_rows_and_the_rest_is_folded()
    {
        var rows = Enumerable.Range(0, 40).Select(i => ($"m{i}", 99.0 - i)).ToArray();

        var markdown = DiffMarkdown.Of(Between(Of(rows), Of([.. rows, ("new", 100)])), "main");

        var (shown, folded) = (markdown[..markdown.IndexOf("<details>", StringComparison.Ordinal)], markdown[markdown.IndexOf("<details>", StringComparison.Ordinal)..]);
        Assert.Equal(2 + 1 + 2 + 20, shown.Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal)));
        Assert.Equal(2 + 20, folded.Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal)));
        Assert.Contains("<summary>20 more</summary>", folded, StringComparison.Ordinal);
        Assert.EndsWith("\n</details>\n", folded, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_figures_are_never_folded_away_behind_rows_that_only_moved()
    {
        var rows = Enumerable.Range(0, 40).Select(i => ($"m{i}", 99.0 - i)).ToArray();

        var markdown = DiffMarkdown.Of(Between(Of(rows), Of([.. rows.Select(row => row.Item1 == "m39" ? (row.Item1, 100) : row)])), "main");

        Assert.True(markdown.IndexOf("| `m39` |", StringComparison.Ordinal) < markdown.IndexOf("| moved by others |", StringComparison.Ordinal));
        Assert.True(markdown.IndexOf("| `m39` |", StringComparison.Ordinal) < markdown.IndexOf("<details>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_draft_beside_a_frozen_release_leaves_what_readers_see_first()
    {
        var before = Of(("one", 90), ("two", 80));
        var benchmark = before.Benchmarks[0];
        var draft = Of(("new", 95)).Benchmarks[0].Releases[0] with { Id = "later", Status = ReleaseStatus.Draft, Date = new DateOnly(2027, 1, 1) };
        var after = before with
        {
            Benchmarks = [benchmark with { Releases = [draft, .. benchmark.Releases] }],
            Models = Of(("one", 90), ("two", 80), ("new", 95)).Models,
        };
        var closed = after with
        {
            Benchmarks = [benchmark with { Releases = [draft with { Status = ReleaseStatus.Frozen }, .. benchmark.Releases] }],
        };

        Assert.Contains(
            "What readers see first\n  Bench: release r, as before, and no row of it differs. Not in front: draft later.\n",
            DiffText.Of(Between(before, after), "main"),
            StringComparison.Ordinal);
        Assert.Contains(
            "What readers see first\n  Bench: release later, no longer release r.\n", DiffText.Of(Between(after, closed), "main"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_comes_without_any_figure_is_no_row_of_the_report()
    {
        var after = Of(("one", 90), ("new", 95)).With("new", submission => submission with { Scores = [] });

        var text = DiffText.Of(Between(Of(("one", 90)), after), "main");

        Assert.Contains("added: new, Bench, r (invented), by tests", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  new: added", text, StringComparison.Ordinal);
    }

    // GitHub refuses a comment of more than 65,536 characters.
    [Fact]
    public void However_much_changes_the_comment_can_be_posted()
    {
        var long_ = new string('n', 180);
        var rows = Enumerable.Range(0, 400).Select(i => ($"{long_}{i}", i / 4.0)).ToArray();

        var markdown = DiffMarkdown.Of(Between(Of(rows), Of([.. rows.Select(row => (row.Item1, 100 - row.Item2))])), long_);

        Assert.InRange(markdown.Length, 40_000, 60_000);
        Assert.Matches(@"\n[\d,]+ more do not fit here; the command prints them all\.\n\n</details>\n$", markdown);
    }

    [Fact]
    public void Text_from_data_cannot_leave_its_line_or_its_code_span()
    {
        var before = Of(("one", 90));
        var after = Of((Hostile, 95), ("one", 90)).With(Hostile, submission => submission with
        {
            SubmittedBy = Hostile,
            Variant = Hostile,
            Withdrawn = null,
        });

        var changes = Between(before, after);
        var markdown = DiffMarkdown.Of(changes, Hostile);
        var outside = string.Concat(markdown.Split('`').Where((_, i) => i % 2 == 0));

        Assert.DoesNotContain("@all", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", outside, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', markdown + DiffText.Of(changes, Hostile));
        Assert.All(
            markdown.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)), line => Assert.Equal(8, line.Count(c => c == '|')));
        Assert.DoesNotContain(DiffText.Of(changes, Hostile).Split('\n'), line => line.StartsWith("[l]", StringComparison.Ordinal));
    }
}
