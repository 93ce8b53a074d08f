using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Metadata;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>board</c> shows.</summary>
[TemplateModel]
internal sealed partial record BoardPageModel(
    PageHead Head,
    Lazy<HomeTasks?> Home,
    ImmutableArray<BenchmarkLink> Switcher,
    string Summary,
    string Counts,
    string BeforeRelease,
    string Release,
    string ReleasePath,
    string Date,
    string IsoDate,
    bool Draft,
    ReleaseNote? NoteOnRelease,
    ImmutableArray<DraftLink> Drafts,
    string? Smallest,
    Lazy<string?> Findings,
    ImmutableArray<SwitchLink> Releases,
    bool HasReleases,
    Lazy<ImmutableArray<MethodLink>> Methods,
    Lazy<ImmutableArray<MethodLink>> Judges,
    string? Unranked,
    Lazy<string?> Finding,
    Lazy<GradesCall?> Call,
    Lazy<RepricedCosts?> Repriced,
    BoardTableModel Table,
    ImmutableArray<SwitchLink> Parts,
    Lazy<ImmutableArray<string>> Notes,
    Lazy<string?> Caution,
    string? Agreement,
    Lazy<ImmutableArray<ChartFigure>> Charts,
    string BoardKey,
    string Compare,
    string Choose,
    string Methodology,
    ImmutableArray<UseCaseLink> UseCases,
    string? Tasks,
    Lazy<ImmutableArray<PublisherSources>> Sources,
    string Changes,
    ReleaseCitation Citation,
    ImmutableArray<string> Limits,
    bool HasLimits,
    Lazy<ImmutableArray<BoardCard>> Others) : PageModel(Head), IPageModel
{
    public static string Template => "board";
}

/// <summary>What a board says about its own release, with a link to another.</summary>
[TemplateModel]
internal sealed partial record ReleaseNote(string Text, string Link, string? Path);

/// <summary>How the release is cited.</summary>
[TemplateModel]
internal sealed partial record ReleaseCitation(string Text, string Cff, string Bibtex)
{
    public static ReleaseCitation Of(SiteSettings site, Benchmark benchmark, Release release) =>
        new(Metadata.Citation.Text(site, benchmark, release), Metadata.Citation.CffPath(benchmark, release), Metadata.Citation.BibtexPath(benchmark, release));
}

/// <summary>A draft with the number of its results.</summary>
[TemplateModel]
internal sealed partial record DraftLink(string Name, string Path, string Counts);

/// <summary>A use case with its area and type.</summary>
[TemplateModel]
internal sealed partial record UseCaseLink(string Name, string Path, string? Kind);

/// <summary>Another leaderboard.</summary>
[TemplateModel]
internal sealed partial record BoardCard(string Question, string Name, string Path, string Counts, bool Invented);

/// <summary>A benchmark in the quiet row of pills above the heading.</summary>
[TemplateModel]
internal sealed partial record BenchmarkLink(string Name, string Path, bool Current, bool Invented)
{
    /// <summary>All benchmarks, with their pages of one kind.</summary>
    public static ImmutableArray<BenchmarkLink> All(SiteIndex index, Benchmark current, Func<Benchmark, string> path) =>
    [
        .. index.Scored.Benchmarks.Select(other => new BenchmarkLink(
            other.Benchmark.ShortName, path(other.Benchmark), other.Benchmark.Id == current.Id, other.Benchmark.Invented)),
    ];
}

/// <summary>A board of a release by one method, at its own address or on the home page.</summary>
internal static class BoardPage
{
    /// <param name="index">Everything scored.</param>
    /// <param name="scored">The benchmark.</param>
    /// <param name="release">The release.</param>
    /// <param name="board">The board.</param>
    /// <param name="path">Where the page stands.</param>
    /// <param name="part">Which of the board's pages, from 1; only very long boards have more than one.</param>
    public static BoardPageModel Model(
        SiteIndex index, ScoredBenchmark scored, ScoredRelease release, Leaderboard board, string path, int part = 1)
    {
        var benchmark = board.Benchmark;
        var shortest = Addresses.Board(scored, release, board);
        var isHome = path == Addresses.Home;
        var title = Title(scored, release, board);
        var head = new PageHead(
            index,
            path,
            part > 1 ? $"{title}, rows {BoardTable.RowsOf(board, part)}" : isHome ? "who is best, how sure, at what cost" : title,
            section: "boards",
            Addresses.Methodology(benchmark))
        {
            Description = isHome ? index.Site.Description : $"{benchmark.Summary} {ReleaseText.Beginning(benchmark, board.Release)}, {board.Method.Name}.",
            Heading = benchmark.Question,
            Canonical = isHome || part > 1 ? path : shortest,
            Trail = Trail(board, path),
            Crumb = ReferenceEquals(release.Boards[0], board) ? board.Release.Name : $"{board.Release.Name}, {board.Method.Name}",
            Invented = benchmark.Invented,
            Watch = FeedLink.Of(benchmark),
            Picture = isHome ? null : SocialPictures.Of(index, release, board),
            UseCaseNoun = NounWords.Of(benchmark.UseCaseNoun),
            Styles = isHome ? [.. BoardTable.Styles, "css/tasks.css"] : BoardTable.Styles,
            // Only readers without scripts need the further pages of a long board: scripts show all its rows on the first.
            Scripts = part > 1 ? ["js/figures.js"] : isHome ? ["js/board.js", "js/figures.js", "js/home.js"] : ["js/board.js", "js/figures.js"],
            Asked = part == 1 ? [.. Asked(release, board)] : [],
            Twin = part == 1 ? BoardMarkdown.PathOf(release, board) : null,
            Dataset = part == 1 && !isHome ? DatasetMarkup.Of(index.Site, release, board) : null,
            Data = part == 1 ? DownloadFiles.PathOf(board, DownloadFiles.ForBrowser) : null,
        };

        var useCases = UseCases(benchmark, release);
        return new(
            head,
            Home: new(() => isHome ? TaskList.OfHome(index) : null),
            Switcher: BenchmarkLink.All(index, benchmark, Addresses.Benchmark),
            Summary: benchmark.Summary,
            Counts: Counts([.. board.Rows], board.Benchmark.Subject),
            BeforeRelease: ReleaseText.Before(benchmark, release.Release),
            Release: release.Release.Name,
            ReleasePath: Addresses.Release(benchmark, release.Release),
            Date: Format.Date(release.Release.Date),
            IsoDate: Format.IsoDate(release.Release.Date),
            Draft: release.Release.Status == ReleaseStatus.Draft,
            NoteOnRelease: NoteOnRelease(scored, release),
            Drafts: Drafts(scored, release),
            Smallest: board.SmallestDifference is { } smallest ? Format.Difference(board.RankBy.Printed, smallest) : null,
            Findings: new(() => FindingsText.Of(board)),
            Releases: Releases(scored, release),
            HasReleases: Switched(scored, release).Skip(1).Any(),
            Methods: new(() => MethodSwitch.Methods(index, scored, release, board)),
            Judges: new(() => MethodSwitch.Judges(scored, release, board)),
            Unranked: benchmark.Unranked,
            Finding: new(() => Finding(index, benchmark, release, board.Method)),
            Repriced: new(() => part > 1 ? null : RepricedCosts.Of(index, board)),
            Call: new(() => GradesCall.Of(index, scored)),
            Table: new BoardTable(index, board, part: part).Model(),
            Parts: Parts(board, shortest, part),
            Notes: new(() => index.Of(board).Notes),
            Caution: new(() => Caution(board, release.Agreement)),
            Agreement: release.HasAgreement ? Addresses.Agreement(scored, release) : null,
            Charts: new(() => [.. BoardCharts.Of(board), .. BoardCharts.OverTime(board, index.Scored.Catalogue.Models)]),
            BoardKey: Addresses.BoardKey(board),
            Compare: Addresses.Compare,
            Choose: Addresses.Choose,
            Methodology: Addresses.Methodology(benchmark),
            UseCases: useCases,
            Tasks: useCases.Length > 1 ? Format.Counted(useCases.Length, benchmark.UseCaseNoun) : null,
            Sources: new(() => SourceList.Model(index.Of(board).Sources)),
            Changes: board.Release.Changes,
            Citation: ReleaseCitation.Of(index.Site, benchmark, board.Release),
            Limits: board.Release.KnownLimits,
            HasLimits: !board.Release.KnownLimits.IsEmpty,
            Others: new(() => Others(index, benchmark)));
    }

    /// <summary>The drafts that somebody may look for on the board of another release.</summary>
    private static ImmutableArray<DraftLink> Drafts(ScoredBenchmark scored, ScoredRelease current) =>
    [
        .. scored.Drafts.Where(draft => !ReferenceEquals(draft, current)).Select(draft => new DraftLink(
            ReleaseText.InSentence(scored.Benchmark, draft.Release), Addresses.Release(scored.Benchmark, draft.Release), Format.Counted(draft.Release.Submissions.Length, "result"))),
    ];

    /// <summary>The modules that board.js asks for at once on this board, so that the browser need not find out step by step.</summary>
    private static IEnumerable<string> Asked(ScoredRelease release, Leaderboard board)
    {
        if (BoardTable.Parts(board) > 1)
        {
            yield return "js/windowed.js";
        }

        if (board.Rows.Any(row => IsRated(release.Observed, board, row.Submission)))
        {
            yield return "js/ratings.js";
        }

        if (PartColumns.Of(board).Any(group => group.Name == PartColumns.SingleGrades))
        {
            yield return "js/grades.js";
        }
    }

    private static bool IsRated(ObservedRelease observed, Leaderboard board, Submission submission) =>
        submission is not { Ratings: null, ItemSums: null }
        && board.Benchmark.AllMetrics.Any(metric => board.UseCases.Any(useCase =>
            observed.Find(submission, metric, board.Method, useCase)?.Group is not null));

    /// <summary>Links to the pages of a board that is too long for one; empty for all others.</summary>
    private static ImmutableArray<SwitchLink> Parts(Leaderboard board, string path, int part)
    {
        var parts = BoardTable.Parts(board);
        return parts == 1 ? [] :
        [
            .. Enumerable.Range(1, parts).Select(number => new SwitchLink(
                BoardTable.RowsOf(board, number), Addresses.BoardRows(path, number), Current: number == part)),
        ];
    }

    private static string Title(ScoredBenchmark scored, ScoredRelease release, Leaderboard board)
    {
        var name = ReferenceEquals(scored.Front, release) ? board.Benchmark.Name : $"{board.Benchmark.Name}, {ReleaseText.Name(board.Release)}";
        return ReferenceEquals(release.Boards[0], board) ? name : $"{name}, {board.Method.Name}";
    }

    private static ImmutableArray<Link> Trail(Leaderboard board, string path) =>
        path == Addresses.Home || path == Addresses.Benchmark(board.Benchmark)
            ? []
            : [new(board.Benchmark.ShortName, Addresses.Benchmark(board.Benchmark))];

    /// <summary>"8 models", and "in 27 configurations" where a model stands on the board more than once.</summary>
    internal static string Counts(IReadOnlyCollection<LeaderboardRow> rows, Noun subject)
    {
        var models = rows.Select(row => row.Model.Id).Distinct().Count();
        return rows.Count == models
            ? Format.Counted(models, subject)
            : $"{Format.Counted(models, subject)} in {Format.Counted(rows.Count, "configuration")}";
    }

    /// <summary>The counted metrics on which the raters of this board agree no more than chance would, as a sentence; or null.</summary>
    private static string? Caution(Leaderboard board, AgreementReport? agreement)
    {
        var counted = CountedMetrics.Of(board.RankBy).ToHashSet();
        var without = (agreement?.Metrics ?? [])
            .Where(metric => counted.Contains(metric.Metric))
            .SelectMany(metric => metric.Raters, (metric, raters) => (metric.Metric, Raters: raters))
            .Where(entry => entry.Raters.Verdict == AgreementVerdict.None
                && (entry.Raters.Method.Id == board.Method.Id || !entry.Metric.Methods.Contains(board.Method.Id)))
            .ToArray();
        return without.Length == 0 ? null : $"On {Format.List([.. without.Select(entry => entry.Metric.Name).Distinct()])} the raters of "
            + $"{Format.List([.. without.Select(entry => DimensionText.InSentence(entry.Raters.Method.Name)).Distinct()])} judging "
            + "agree no more than chance would: do not rely on small differences.";
    }

    // A draft is linked from the end of the page, so that nobody comes to it by going through the releases.
    private static IEnumerable<ScoredRelease> Switched(ScoredBenchmark scored, ScoredRelease current) =>
        scored.Releases.Where(release => ReferenceEquals(release, current) || !scored.IsDraftBehind(release));

    private static ReleaseNote? NoteOnRelease(ScoredBenchmark scored, ScoredRelease release) =>
        ReleaseText.Note(scored.Benchmark, release.Release) is not { } note ? null : new(
            note.Text,
            note.Link,
            note.Other is null ? null
                : ReferenceEquals(note.Other, scored.Benchmark.Front) ? Addresses.Benchmark(scored.Benchmark)
                : Addresses.Release(scored.Benchmark, note.Other));

    private static ImmutableArray<SwitchLink> Releases(ScoredBenchmark scored, ScoredRelease current) =>
    [
        .. Switched(scored, current).Select(release => new SwitchLink(
            ReleaseText.Name(release.Release), Addresses.Board(scored, release, release.Boards[0]), Current: ReferenceEquals(release, current))),
    ];

    /// <summary>How far judges agree with people, where the benchmark shows them apart: that is what such a board is for.</summary>
    private static string? Finding(SiteIndex index, Benchmark benchmark, ScoredRelease release, Method method) =>
        benchmark.Methods.Any(method => method.View is not null) && release.Agreement is { } agreement
            ? AgreementFinding.Of(index, benchmark, release.Release, agreement, method)?.Verdict()
            : null;

    /// <summary>Links to the use cases; their pages show the first release that covers them.</summary>
    private static ImmutableArray<UseCaseLink> UseCases(Benchmark benchmark, ScoredRelease release) =>
    [
        .. benchmark.UseCases.Where(useCase => release.Release.UseCases.Contains(useCase.Id))
            .Select(useCase => new UseCaseLink(useCase.Name, Addresses.UseCase(benchmark, useCase), Kind(useCase))),
    ];

    /// <summary>Area and type, where the name does not say them already.</summary>
    private static string? Kind(UseCase useCase)
    {
        string[] said = [.. new[] { useCase.Area, useCase.Type }
            .Where(word => word.Length > 0 && !useCase.Name.Contains(word, StringComparison.OrdinalIgnoreCase))];
        return said.Length == 0 ? null : string.Join(", ", said);
    }

    private static ImmutableArray<BoardCard> Others(SiteIndex index, Benchmark current) =>
    [
        .. index.Scored.Benchmarks.Where(other => other.Benchmark.Id != current.Id && other.Front is not null).Select(other => new BoardCard(
            Question: other.Benchmark.Question,
            Name: other.Benchmark.Name,
            Path: Addresses.Benchmark(other.Benchmark),
            Counts: Counts([.. other.Front!.Boards[0].Rows], other.Benchmark.Subject),
            Invented: other.Benchmark.Invented)),
    ];
}
