using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>A board of a release by one method, at its own address or on the home page.</summary>
internal static class BoardPage
{
    /// <param name="index">Everything scored.</param>
    /// <param name="scored">The benchmark.</param>
    /// <param name="release">The release.</param>
    /// <param name="board">The board.</param>
    /// <param name="path">Where the page stands.</param>
    /// <param name="part">Which of the board's pages, from 1; only very long boards have more than one.</param>
    public static ScriptObject Model(
        SiteIndex index, ScoredBenchmark scored, ScoredRelease release, Leaderboard board, string path, int part = 1)
    {
        var benchmark = board.Benchmark;
        var shortest = Addresses.Board(scored, release, board);
        var isHome = path == Addresses.Home;
        var model = new PageHead
        {
            Path = path,
            Title = part > 1 ? $"{Title(scored, release, board)}, rows {BoardTable.RowsOf(board, part)}" : isHome ? "who is best, how sure, at what cost" : Title(scored, release, board),
            Description = isHome ? index.Site.Description : $"{benchmark.Summary} {ReleaseText.Beginning(benchmark, board.Release)}, {board.Method.Name}.",
            Section = "boards",
            Heading = benchmark.Question,
            Canonical = isHome || part > 1 ? path : shortest,
            Trail = Trail(board, path),
            Crumb = ReferenceEquals(release.Boards[0], board) ? board.Release.Id : $"{board.Release.Id}, {board.Method.Name}",
            Invented = benchmark.Invented,
            Methodology = Addresses.Methodology(benchmark),
            Styles = BoardTable.Styles,
            // The further rows of a long board are for those without scripts; the first page has them all with scripts.
            Scripts = part == 1 ? ["js/board.js", "js/figures.js"] : ["js/figures.js"],
            Asked = part == 1 ? [.. Asked(release, board)] : [],
            Data = part == 1 ? DownloadFiles.PathOf(board, DownloadFiles.ForBrowser) : null,
        }.Model(index);

        model["is_home"] = isHome;
        model["intro"] = isHome ? index.Site.Description : null;
        model["switcher"] = Models.Later(() => Switcher(index, benchmark));
        model["summary"] = benchmark.Summary;
        model["counts"] = Counts(board);
        AddRelease(model, scored, release);
        model["smallest"] = board.SmallestDifference is { } smallest ? Format.Difference(board.RankBy.Unit, smallest) : null;
        model["findings"] = Models.Later(() => FindingsText.Of(board));
        model["releases"] = Models.Later(() => Releases(scored, release));
        model["has_releases"] = Switched(scored, release).Skip(1).Any();
        model["methods"] = Models.Later(() => MethodSwitch.Methods(scored, release, board));
        model["judges"] = Models.Later(() => MethodSwitch.Judges(scored, release, board));
        model["unranked"] = benchmark.Unranked;
        model["finding"] = Models.Later(() => Finding(index, benchmark, release, board.Method));
        model["call"] = Models.Later(() => GradesCall.Of(index, scored));
        model["table"] = new BoardTable(index, board, part: part).Model();
        model["parts"] = Parts(board, shortest, part);
        model["notes"] = Models.Later(() => new ScriptArray(index.Of(board).Notes));
        model["caution"] = Models.Later(() => Caution(board, release.Agreement));
        model["agreement"] = !release.HasAgreement ? null : Addresses.Agreement(scored, release);
        model["charts"] = Models.Later(() => BoardCharts.Of(board));
        model["board_key"] = Addresses.BoardKey(board);
        model["compare"] = Addresses.Compare;
        model["choose"] = Addresses.Choose;
        model["methodology"] = Addresses.Methodology(benchmark);
        var useCases = UseCases(benchmark, release);
        model["use_cases"] = useCases;
        model["tasks"] = useCases.Count > 1 ? Format.Counted(useCases.Count, "use case") : null;
        model["sources"] = Models.Later(() => SourceList.Model(index.Of(board).Sources));
        model["changes"] = board.Release.Changes;
        model["limits"] = new ScriptArray(board.Release.KnownLimits);
        model["has_limits"] = !board.Release.KnownLimits.IsEmpty;
        model["others"] = Models.Later(() => Others(index, benchmark));
        return model;
    }

    /// <summary>What the page says of its release, and of drafts that somebody may look for.</summary>
    private static void AddRelease(ScriptObject model, ScoredBenchmark scored, ScoredRelease current)
    {
        var release = current.Release;
        model["release"] = release.Id;
        model["release_path"] = Addresses.Release(scored.Benchmark, release);
        model["date"] = Format.Date(release.Date);
        model["iso_date"] = Format.IsoDate(release.Date);
        model["draft"] = release.Status == ReleaseStatus.Draft;
        model["note_on_release"] = NoteOnRelease(scored, current);
        model["drafts"] = Models.List(scored.Drafts.Where(draft => !ReferenceEquals(draft, current)), draft => new ScriptObject
        {
            ["name"] = draft.Release.Id,
            ["path"] = Addresses.Release(scored.Benchmark, draft.Release),
            ["counts"] = Format.Counted(draft.Release.Submissions.Length, "result"),
        });
    }

    /// <summary>The quiet pills above the heading: one a benchmark.</summary>
    public static ScriptArray Switcher(SiteIndex index, Benchmark current) => Models.List(index.Scored.Benchmarks, other => new ScriptObject
    {
        ["name"] = other.Benchmark.ShortName,
        ["path"] = Addresses.Benchmark(other.Benchmark),
        ["current"] = other.Benchmark.Id == current.Id,
        ["invented"] = other.Benchmark.Invented,
    });

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
    private static ScriptArray Parts(Leaderboard board, string path, int part)
    {
        var parts = BoardTable.Parts(board);
        return parts == 1 ? [] : Models.List(Enumerable.Range(1, parts), number => new ScriptObject
        {
            ["name"] = BoardTable.RowsOf(board, number),
            ["path"] = Addresses.BoardRows(path, number),
            ["current"] = number == part,
        });
    }

    private static string Title(ScoredBenchmark scored, ScoredRelease release, Leaderboard board)
    {
        var name = ReferenceEquals(scored.Front, release) ? board.Benchmark.Name : $"{board.Benchmark.Name}, {ReleaseText.Name(board.Release)}";
        return ReferenceEquals(release.Boards[0], board) ? name : $"{name}, {board.Method.Name}";
    }

    private static List<(string, string)> Trail(Leaderboard board, string path)
    {
        var trail = new List<(string, string)>();
        if (path != Addresses.Home && path != Addresses.Benchmark(board.Benchmark))
        {
            trail.Add((board.Benchmark.ShortName, Addresses.Benchmark(board.Benchmark)));
        }

        return trail;
    }

    /// <summary>"8 models", and "in 27 configurations" where a model stands on the board more than once.</summary>
    private static string Counts(Leaderboard board)
    {
        var rows = board.Rows.Count();
        var models = board.Rows.Select(row => row.Model.Id).Distinct().Count();
        return rows == models
            ? Format.Counted(models, "model")
            : $"{Format.Counted(models, "model")} in {Format.Counted(rows, "configuration")}";
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

    private static ScriptObject? NoteOnRelease(ScoredBenchmark scored, ScoredRelease release) =>
        ReleaseText.Note(scored.Benchmark, release.Release) is not { } note ? null : new ScriptObject
        {
            ["text"] = note.Text,
            ["link"] = note.Link,
            ["path"] = note.Other is null ? null
                : ReferenceEquals(note.Other, scored.Benchmark.Front) ? Addresses.Benchmark(scored.Benchmark)
                : Addresses.Release(scored.Benchmark, note.Other),
        };

    private static ScriptArray Releases(ScoredBenchmark scored, ScoredRelease current) =>
        Models.List(Switched(scored, current), release => new ScriptObject
        {
            ["name"] = ReleaseText.Name(release.Release),
            ["path"] = Addresses.Board(scored, release, release.Boards[0]),
            ["date"] = Format.Date(release.Release.Date),
            ["current"] = ReferenceEquals(release, current),
        });

    /// <summary>How far judges agree with people, where the benchmark shows them apart: that is what such a board is for.</summary>
    private static string? Finding(SiteIndex index, Benchmark benchmark, ScoredRelease release, Method method) =>
        benchmark.Methods.Any(method => method.View is not null) && release.Agreement is { } agreement
            ? AgreementFinding.Of(index, benchmark, release.Release, agreement, method)?.Verdict()
            : null;

    /// <summary>Links to the use cases; their pages show the first release that covers them.</summary>
    private static ScriptArray UseCases(Benchmark benchmark, ScoredRelease release) => Models.List(
        benchmark.UseCases.Where(useCase => release.Release.UseCases.Contains(useCase.Id)),
        useCase => new ScriptObject
        {
            ["name"] = useCase.Name,
            ["path"] = Addresses.UseCase(benchmark, useCase),
            ["kind"] = Kind(useCase),
        });

    private static string? Kind(UseCase useCase) => (useCase.Area, useCase.Type) switch
    {
        ("", "") => null,
        ("", var type) => type,
        (var area, "") => area,
        var (area, type) => $"{area}, {type}",
    };

    private static ScriptArray Others(SiteIndex index, Benchmark current) => Models.List(
        index.Scored.Benchmarks.Where(other => other.Benchmark.Id != current.Id && other.Front is not null),
        other => new ScriptObject
        {
            ["question"] = other.Benchmark.Question,
            ["name"] = other.Benchmark.Name,
            ["summary"] = other.Benchmark.Summary,
            ["path"] = Addresses.Benchmark(other.Benchmark),
            ["counts"] = Counts(other.Front!.Boards[0]),
            ["invented"] = other.Benchmark.Invented,
        });
}
