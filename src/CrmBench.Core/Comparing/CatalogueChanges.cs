using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Core.Comparing;

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

    /// <summary>How many submissions nobody touched stand elsewhere now, on a board over all use cases or on one of a use case.</summary>
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
