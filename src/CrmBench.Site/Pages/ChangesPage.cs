using System.Collections.Immutable;
using CrmBench.Core.Comparing;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>changes</c> shows.</summary>
[TemplateModel]
internal sealed partial record ChangesPageModel(
    PageHead Head,
    Html? Prose,
    string Feed,
    string JsonFeed,
    string Csv,
    string Json,
    ImmutableArray<LedgerDay> Days,
    ImmutableArray<LedgerDay> InventedDays,
    ImmutableArray<OpenDraft> Drafts) : PageModel(Head), IPageModel
{
    public static string Template => "changes";
}

/// <summary>The entries of a day.</summary>
[TemplateModel]
internal sealed partial record LedgerDay(string Date, string IsoDate, ImmutableArray<LedgerLine> Entries);

/// <summary>One entry of the ledger.</summary>
[TemplateModel]
internal sealed partial record LedgerLine(
    string Anchor,
    bool Tombstone,
    string Board,
    string Path,
    string Heading,
    bool Invented,
    string? Reason,
    string? File,
    ImmutableArray<LedgerResult> Results,
    string? Summary);

/// <summary>A result of an entry.</summary>
[TemplateModel]
internal sealed partial record LedgerResult(string? Anchor, string Name, string Path, string By, string File);

/// <summary>A release that still takes results.</summary>
[TemplateModel]
internal sealed partial record OpenDraft(string Board, string Path, string Counts, string Date, string IsoDate, bool Invented);

/// <summary>The ledger, by day and newest first: every release, and every result added, corrected or withdrawn.</summary>
internal static class ChangesPage
{
    // Longer lists open on demand; a release may bring hundreds.
    private const int MostResultsShown = 3;

    public static ChangesPageModel Model(SiteIndex index, Text? prose)
    {
        var head = new PageHead(index, Addresses.Changes, "Changes", section: "changes")
        {
            Description = prose is { Description.Length: > 0 }
                ? prose.Description
                : "Every release of every leaderboard, and every result added, corrected or withdrawn, with date and reason.",
            Heading = "What changed, and why?",
        };
        return new(
            head,
            Prose: prose?.Body,
            Feed: Feed.AtomIn(Addresses.Home),
            JsonFeed: Feed.JsonIn(Addresses.Home),
            Csv: LedgerFiles.Table.CsvPath,
            Json: LedgerFiles.JsonPath,
            Days: Days(index, invented: false),
            InventedDays: Days(index, invented: true),
            Drafts:
            [
                .. from benchmark in index.Scored.Catalogue.Benchmarks
                   from release in benchmark.Releases
                   where release.Status == ReleaseStatus.Draft
                   select new OpenDraft(
                       Board: $"{benchmark.Name}, {release.Name}",
                       Path: Addresses.Release(benchmark, release),
                       Counts: Format.Counted(release.Submissions.Length, "result"),
                       Date: Format.Date(release.Date),
                       IsoDate: Format.IsoDate(release.Date),
                       Invented: benchmark.Invented),
            ]);
    }

    /// <summary>The entries by day, those of results or those of what was invented to show what the site can do.</summary>
    private static ImmutableArray<LedgerDay> Days(SiteIndex index, bool invented) =>
    [
        .. LedgerText.All(index.Scored.Catalogue).Where(text => text.Entry.Benchmark.Invented == invented).GroupBy(text => text.Entry.On)
            .Select(day => new LedgerDay(Format.Date(day.Key), Format.IsoDate(day.Key), [.. day.GroupBy(Event).Select(texts => Entry(index, [.. texts]))])),
    ];

    /// <summary>What tells the entries of a day apart: one reason may correct or withdraw many results, and is then said once.</summary>
    private static (string Benchmark, string Release, LedgerKind Kind, string Reason, string? Alone) Event(LedgerText text) => (
        text.Entry.Benchmark.Id,
        text.Entry.Release.Id,
        text.Entry.Kind,
        text.Entry.Reason,
        text.Entry.Kind is LedgerKind.Corrected or LedgerKind.Withdrawn ? null : text.Anchor);

    private static LedgerLine Entry(SiteIndex index, ImmutableArray<LedgerText> texts)
    {
        var text = texts[0];
        var entry = text.Entry;
        ImmutableArray<LedgerResult> results =
            [.. texts.SelectMany((one, i) => one.Entry.Submissions.Select(submission => Result(index, one, submission, i == 0 ? null : one.Anchor)))];
        return new(
            Anchor: text.Anchor,
            Tombstone: entry.Kind == LedgerKind.Withdrawn,
            Board: $"{entry.Benchmark.Name}, {entry.Release.Name}",
            Path: Addresses.Release(entry.Benchmark, entry.Release),
            Heading: texts.Length == 1 ? text.Heading : $"{Format.Counted(texts.Length, "result")} {text.Kind}",
            Invented: entry.Benchmark.Invented,
            Reason: entry.Reason.Length == 0 ? null : entry.Reason,
            File: entry.Kind == LedgerKind.Release ? index.InRepository(ReleaseFile(entry)) : null,
            Results: results,
            Summary: results.Length > MostResultsShown
                ? $"The {Format.Counted(results.Length, "result")}"
                : null);
    }

    private static LedgerResult Result(SiteIndex index, LedgerText text, Submission submission, string? anchor) => new(
        Anchor: anchor,
        Name: text.Name(submission),
        Path: PathOf(index, text.Entry, submission),
        By: submission.SubmittedBy,
        File: index.InRepository(submission.Place));

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
