using CrmBench.Core.Comparing;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The ledger, by day and newest first: every release, and every result added, corrected or withdrawn.</summary>
internal static class ChangesPage
{
    // Longer lists open on demand; a release may bring hundreds.
    private const int MostResultsShown = 3;

    public static ScriptObject Model(SiteIndex index, Text? prose)
    {
        var model = new PageHead
        {
            Path = Addresses.Changes,
            Title = "Changes",
            Description = prose is { Description.Length: > 0 }
                ? prose.Description
                : "Every release of every leaderboard, and every result added, corrected or withdrawn, with date and reason.",
            Section = "changes",
            Heading = "What changed, and why?",
        }.Model(index);
        model["prose"] = prose?.Body;
        model["feed"] = LedgerFeed.Path;
        model["csv"] = LedgerFiles.CsvPath;
        model["json"] = LedgerFiles.JsonPath;
        model["days"] = Models.List(
            LedgerText.All(index.Scored.Catalogue).GroupBy(text => text.Entry.On),
            day => new ScriptObject
            {
                ["date"] = Format.Date(day.Key),
                ["iso_date"] = Format.IsoDate(day.Key),
                ["entries"] = Models.List(day, text => Entry(index, text)),
            });
        model["drafts"] = Models.List(
            index.Scored.Catalogue.Benchmarks.SelectMany(
                benchmark => benchmark.Releases.Where(release => release.Status == ReleaseStatus.Draft), (benchmark, release) => (benchmark, release)),
            draft => new ScriptObject
            {
                ["board"] = $"{draft.benchmark.Name}, {draft.release.Id}",
                ["path"] = Addresses.Release(draft.benchmark, draft.release),
                ["counts"] = Format.Counted(draft.release.Submissions.Length, "result"),
                ["date"] = Format.Date(draft.release.Date),
                ["iso_date"] = Format.IsoDate(draft.release.Date),
                ["invented"] = draft.benchmark.Invented,
            });
        return model;
    }

    private static ScriptObject Entry(SiteIndex index, LedgerText text)
    {
        var entry = text.Entry;
        return new ScriptObject
        {
            ["anchor"] = text.Anchor,
            ["tombstone"] = entry.Kind == LedgerKind.Withdrawn,
            ["board"] = $"{entry.Benchmark.Name}, {entry.Release.Id}",
            ["path"] = Addresses.Release(entry.Benchmark, entry.Release),
            ["heading"] = text.Heading,
            ["invented"] = entry.Benchmark.Invented,
            ["reason"] = entry.Reason.Length == 0 ? null : entry.Reason,
            ["file"] = entry.Kind == LedgerKind.Release ? index.InRepository(ReleaseFile(entry)) : null,
            ["results"] = Models.List(entry.Submissions, submission => Result(index, text, submission)),
            ["summary"] = entry.Submissions.Length > MostResultsShown
                ? $"The {Format.Counted(entry.Submissions.Length, "result")}"
                : null,
        };
    }

    private static ScriptObject Result(SiteIndex index, LedgerText text, Submission submission) => new()
    {
        ["name"] = text.Name(submission),
        ["path"] = PathOf(index, text.Entry, submission),
        ["by"] = submission.SubmittedBy,
        ["file"] = index.InRepository(submission.Place),
    };

    // A model's page has the rows of the first release that the model stands in, of each benchmark; not the older ones, nor withdrawn ones.
    private static string PathOf(SiteIndex index, LedgerEntry entry, Submission submission)
    {
        var card = index.Scored.Catalogue.Models[submission.Model];
        var onBoard = index.ShownOf(card).Where(row => row.Benchmark.Benchmark.Id == entry.Benchmark.Id).ToList();
        var itself = onBoard.Find(row => row.Release.Release.Id == entry.Release.Id && row.Row.Submission.Id == submission.Id);
        return itself is not null ? $"{Addresses.Model(card.Id)}#{Addresses.RowOnModel(itself.Board, itself.Row)}"
            : onBoard.Count > 0 ? Addresses.ModelOn(card.Id, entry.Benchmark, onBoard[0].Release.Release)
            : Addresses.Model(card.Id);
    }

    private static SourcePlace ReleaseFile(LedgerEntry entry) =>
        new($"data/benchmarks/{entry.Benchmark.Id}/releases/{entry.Release.Id}/release.json");
}
