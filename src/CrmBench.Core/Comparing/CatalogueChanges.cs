using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Core.Comparing;

/// <summary>A release that came or went, or whose description differs.</summary>
/// <param name="Benchmark">Its benchmark, as it is or was.</param>
/// <param name="Release">The release in both states.</param>
public sealed record ReleaseChange(Benchmark Benchmark, Change<Release> Release)
{
    /// <summary>What a reviewer should look at first, or null.</summary>
    public Objection? Objection => Release switch
    {
        { Before.Status: ReleaseStatus.Frozen, After: not null } => Comparing.Objection.FrozenReleaseChanged,
        { Before.Submissions: [_, ..], After: null } => Comparing.Objection.Vanished,
        _ => null,
    };
}

/// <summary>What differs between two states of everything scored. What does not differ is not in it.</summary>
public sealed record CatalogueChanges
{
    /// <summary>What readers see first of each benchmark in which anything differs, in the order of the site.</summary>
    public required ImmutableArray<FrontChange> Fronts { get; init; }

    /// <summary>Submissions that came, went or differ: by what became of them, then in the order of the site.</summary>
    public required ImmutableArray<SubmissionChange> Submissions { get; init; }

    /// <summary>Releases that came or went, or whose description differs, in the order of the site.</summary>
    public required ImmutableArray<ReleaseChange> Releases { get; init; }

    /// <summary>Benchmarks that came or went, or whose definition differs, in the order of the site.</summary>
    public required ImmutableArray<Change<Benchmark>> Benchmarks { get; init; }

    /// <summary>Models that came or went or differ, by identifier.</summary>
    public required ImmutableArray<Change<ModelCard>> Models { get; init; }

    /// <summary>Providers that came or went or differ, by identifier.</summary>
    public required ImmutableArray<Change<Provider>> Providers { get; init; }

    /// <summary>Identifiers of models whose list prices differ.</summary>
    public required ImmutableArray<string> Prices { get; init; }

    /// <summary>
    /// Rows of boards that differ, the most important first: boards over all use cases before those of one, rows whose own data
    /// differ before those that others moved, boards in front before others, and of moved rows the ones that moved farthest.
    /// </summary>
    public required ImmutableArray<RowChange> Rows { get; init; }

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty =>
        Submissions.IsEmpty && Releases.IsEmpty && Benchmarks.IsEmpty && Models.IsEmpty && Providers.IsEmpty && Prices.IsEmpty && Rows.IsEmpty;

    /// <summary>How many submissions moved although their own data did not change, on a board over all use cases or on one of a use case.</summary>
    public int MovedByOthers => Rows
        .Where(row => row.Cause == RowCause.Others)
        .Select(row => (row.Board.Benchmark.Id, Release: row.Board.Release.Id, Submission: row.Row.Latest.Submission.Id))
        .Distinct()
        .Count();

    /// <summary>
    /// Frozen releases whose rows differ because of what they share with others, such as a price or the definition of a metric: a
    /// reviewer should look at these, too.
    /// </summary>
    public IEnumerable<(Benchmark Benchmark, Release Release)> FrozenReleasesMoved => Rows
        .Where(row => row.Cause == RowCause.Shared && row.Board.Release.Status == ReleaseStatus.Frozen)
        .Select(row => (row.Board.Benchmark, row.Board.Release))
        .DistinctBy(pair => (pair.Benchmark.Id, pair.Release.Id));

    /// <summary>Compares two states.</summary>
    /// <param name="before">The older one.</param>
    /// <param name="after">The newer one.</param>
    public static CatalogueChanges Between(ScoredCatalogue before, ScoredCatalogue after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var shared = SharedChanges.Between(before.Catalogue, after.Catalogue);
        var submissions = SubmissionComparison.Between(before.Catalogue, after.Catalogue);
        var rows = new BoardComparison(shared, submissions).Between(before, after);
        return new CatalogueChanges
        {
            Fronts = FrontComparison.Between(before.Catalogue, after.Catalogue, shared, submissions, rows),
            Submissions = submissions,
            Releases = shared.Releases,
            Benchmarks = shared.Benchmarks,
            Models = shared.Models,
            Providers = shared.Providers,
            Prices = shared.Prices,
            Rows = rows,
        };
    }
}

/// <summary>What readers of a benchmark see first, in two states of the data.</summary>
/// <param name="Benchmark">The benchmark, as it is or was.</param>
/// <param name="Release">The release in front, <see cref="Benchmark.Front"/>, in both states; they may be different ones.</param>
/// <param name="Rows">How many submissions of it differ on any of its boards.</param>
/// <param name="Drafts">The other drafts that differ, newest first.</param>
public sealed record FrontChange(Benchmark Benchmark, Change<Release> Release, int Rows, ImmutableArray<Release> Drafts);

/// <summary>Says what readers see first of each benchmark in which anything differs.</summary>
internal static class FrontComparison
{
    public static ImmutableArray<FrontChange> Between(
        Catalogue before, Catalogue after, SharedChanges shared, ImmutableArray<SubmissionChange> submissions, ImmutableArray<RowChange> rows)
    {
        var touched = shared.Benchmarks.Select(change => change.Latest.Id)
            .Concat(shared.Releases.Select(change => change.Benchmark.Id))
            .Concat(submissions.Select(change => change.Benchmark.Id))
            .Concat(rows.Select(row => row.Board.Benchmark.Id))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from pair in SharedChanges.Pairs(before.Benchmarks, after.Benchmarks, benchmark => benchmark.Id)
               where touched.Contains(pair.Latest.Id) && (pair.Before?.Front ?? pair.After?.Front) is not null
               select new FrontChange(
                   pair.Latest,
                   new Change<Release>(pair.Before?.Front, pair.After?.Front),
                   rows.Where(row => row.IsInFront && row.Board.Benchmark.Id == pair.Latest.Id)
                       .Select(row => row.Row.Latest.Submission.Id).Distinct(StringComparer.Ordinal).Count(),
                   Drafts(pair.Latest, shared, submissions)),
        ];
    }

    private static ImmutableArray<Release> Drafts(Benchmark benchmark, SharedChanges shared, ImmutableArray<SubmissionChange> submissions)
    {
        var touched = shared.Releases.Where(change => change.Benchmark.Id == benchmark.Id).Select(change => change.Release.Latest.Id)
            .Concat(submissions.Where(change => change.Benchmark.Id == benchmark.Id).Select(change => change.Release.Id))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. benchmark.Releases.Where(release =>
                touched.Contains(release.Id) && benchmark.StandingOf(release) == ReleaseStanding.Draft),
        ];
    }
}
