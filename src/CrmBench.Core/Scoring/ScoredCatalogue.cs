using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Everything scored; what the site shows.</summary>
/// <param name="Catalogue">What was read.</param>
/// <param name="Benchmarks">The benchmarks in the site's order.</param>
public sealed record ScoredCatalogue(Catalogue Catalogue, ImmutableArray<ScoredBenchmark> Benchmarks)
{
    /// <summary>Every board of every release, with its release, in the site's order.</summary>
    public IEnumerable<(ScoredRelease Release, Leaderboard Board)> AllBoards =>
        Benchmarks.SelectMany(benchmark => benchmark.Releases).SelectMany(release => release.AllBoards, (release, board) => (release, board));
}

/// <summary>A benchmark with all its releases scored.</summary>
/// <param name="Benchmark">The benchmark.</param>
/// <param name="Releases">Newest first.</param>
public sealed record ScoredBenchmark(Benchmark Benchmark, ImmutableArray<ScoredRelease> Releases)
{
    /// <summary>
    /// The releases in the order in which a page looks for something to show: the one in front, then the other frozen ones, then the
    /// drafts; newest first.
    /// </summary>
    public ImmutableArray<ScoredRelease> ByStanding { get; } =
    [
        .. Releases.OrderBy(release => Benchmark.StandingOf(release.Release) switch
        {
            ReleaseStanding.Front => 0,
            ReleaseStanding.Draft => 2,
            _ => 1,
        }),
    ];

    /// <summary>The release that readers see first, <see cref="Benchmark.Front"/>; null where there is none yet.</summary>
    public ScoredRelease? Front => ByStanding.FirstOrDefault();

    /// <summary>The drafts behind the release in front, newest first.</summary>
    public IEnumerable<ScoredRelease> Drafts => ByStanding.Where(IsDraftBehind);

    /// <summary>Whether a release is a draft and not the release in front: then it is shown where it is asked for, and counts nowhere else.</summary>
    public bool IsDraftBehind(ScoredRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return Benchmark.StandingOf(release.Release) == ReleaseStanding.Draft;
    }

    /// <summary>A scored benchmark is itself alone: its lists compare by reference anyway, and a hash of all its texts takes long.</summary>
    public bool Equals(ScoredBenchmark? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A release with all its boards.</summary>
/// <param name="Observed">The release with every figure of its submissions.</param>
/// <param name="Boards">Over all use cases, one board a method that has results, default method first; never empty.</param>
public sealed record ScoredRelease(ObservedRelease Observed, ImmutableArray<Leaderboard> Boards)
{
    private readonly Lazy<ImmutableArray<ImmutableArray<DimensionLeader>>> _leaders =
        new(() => [.. Boards.Select(board => LeaderScorer.Of(board))]);

    /// <summary>
    /// Per board of <see cref="Boards"/>, the best complete row on each dimension that any has, with all others against it; computed
    /// when first asked for, like <see cref="Agreement"/>: a check of the data needs neither.
    /// </summary>
    public ImmutableArray<ImmutableArray<DimensionLeader>> Leaders => _leaders.Value;

    /// <summary>Over all use cases, one board for each judge that is not its method's default, and one for the average of the judges.</summary>
    public ImmutableArray<Leaderboard> JudgeBoards => ScoredJudgeBoards.Value;

    /// <summary>Every board over all use cases, of methods first, then of single judges.</summary>
    public IEnumerable<Leaderboard> AllBoards => Boards.Concat(JudgeBoards);

    /// <summary>Over one use case each: per use case of the release, in order, one board a method.</summary>
    public ImmutableArray<ImmutableArray<Leaderboard>> UseCaseBoards => InParallel.Make(ScoredUseCases, boards => boards.Value);

    /// <summary>The release.</summary>
    public Release Release => Observed.Release;

    /// <summary>Agreement of the raters, or null where there are no single ratings.</summary>
    public AgreementReport? Agreement => ScoredAgreement?.Value;

    /// <summary>Whether there are single ratings, without which raters neither agree nor differ.</summary>
    public bool HasAgreement => ScoredAgreement is not null;

    /// <summary>The boards over one use case, one a method; none where the release does not cover it.</summary>
    public ImmutableArray<Leaderboard> BoardsOver(UseCase useCase)
    {
        ArgumentNullException.ThrowIfNull(useCase);
        for (var i = 0; i < ScoredUseCases.Length; i++)
        {
            if (Observed.UseCases[i].Id == useCase.Id)
            {
                return ScoredUseCases[i].Value;
            }
        }

        return [];
    }

    /// <summary>
    /// The best of the rows measured in a use case on each dimension that any has, with all others that have it against it: each dimension
    /// counts for itself, whatever else a row lacks.
    /// </summary>
    public static ImmutableArray<DimensionLeader> LeadersOver(Leaderboard useCaseBoard)
    {
        ArgumentNullException.ThrowIfNull(useCaseBoard);
        return LeaderScorer.Of(useCaseBoard, useCaseBoard.MeasuredRows);
    }

    /// <summary>
    /// Per use case its boards, scored when first asked for: a site shows them only of the first release that covers the use case, and a
    /// check of the data shows none.
    /// </summary>
    internal ImmutableArray<Lazy<ImmutableArray<Leaderboard>>> ScoredUseCases { get; init; } = [];

    /// <summary>The boards of judges, scored when first asked for.</summary>
    internal Lazy<ImmutableArray<Leaderboard>> ScoredJudgeBoards { get; init; } = new([]);

    /// <summary>The agreement, computed when first asked for; null where there are no single ratings.</summary>
    internal Lazy<AgreementReport>? ScoredAgreement { get; init; }

    /// <summary>A scored release is itself alone: its lists compare by reference anyway, and a hash of all its texts takes long.</summary>
    public bool Equals(ScoredRelease? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
