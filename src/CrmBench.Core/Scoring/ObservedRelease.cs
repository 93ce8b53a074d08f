using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A release with every figure of its submissions: a board over any of its use cases can be made of it.</summary>
public sealed class ObservedRelease
{
    private readonly Catalogue _catalogue;
    private readonly CellNumbers _cells;
    private readonly ImmutableArray<Observations> _observations;
    private readonly Dictionary<string, int> _positions;
    private readonly Dictionary<string, Lazy<ImmutableArray<LeaderboardRow>>> _rows;

    internal ObservedRelease(
        Catalogue catalogue, Benchmark benchmark, Release release, CellNumbers cells, ImmutableArray<Observations> observations)
    {
        (_catalogue, Benchmark, Release, _cells, _observations) = (catalogue, benchmark, release, cells, observations);
        UseCases = [.. benchmark.UseCases.Where(useCase => release.UseCases.Contains(useCase.Id))];
        _positions = release.Submissions.Select((submission, i) => (submission.Id, i))
            .ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        _rows = benchmark.Methods.ToDictionary(
            method => method.Id,
            method => new Lazy<ImmutableArray<LeaderboardRow>>(() => BuildRows(method)),
            StringComparer.Ordinal);
    }

    /// <summary>The benchmark.</summary>
    public Benchmark Benchmark { get; }

    /// <summary>The release.</summary>
    public Release Release { get; }

    /// <summary>The use cases it covers, in the benchmark's order.</summary>
    public ImmutableArray<UseCase> UseCases { get; }

    /// <summary>Scores the release by one method over some of its use cases.</summary>
    /// <param name="method">The method.</param>
    /// <param name="useCases">At least one of <see cref="UseCases"/>, in their order.</param>
    /// <param name="holm">
    /// Whether the level of rank ranges shall hold for all comparisons of the board together (Holm) instead of for each comparison;
    /// null: as the benchmark says.
    /// </param>
    /// <param name="rankBy">The dimension that ranks; null: the release's own.</param>
    public Leaderboard ScoreBoard(Method method, ImmutableArray<UseCase> useCases, bool? holm = null, Dimension? rankBy = null)
    {
        ArgumentNullException.ThrowIfNull(method);
        var rows = RowsOver(method, useCases);
        return BoardScorer.Score(
            Benchmark,
            Release,
            method,
            rankBy ?? RankBy,
            useCases,
            rankBy is null ? rows : [.. rows.Select(row => row with { RankedBy = row[rankBy] })],
            holm ?? Benchmark.Holm);
    }

    /// <summary>
    /// Scores one use case for the page that asks which model suits it. Where all that rows have on the release's dimension is one figure
    /// for all use cases alike, that figure cannot answer: then the first dimension orders the rows that somebody measured in this use case.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="useCase">One of <see cref="UseCases"/>.</param>
    /// <param name="holm">As for <see cref="ScoreBoard"/>.</param>
    public Leaderboard ScoreUseCase(Method method, UseCase useCase, bool? holm = null)
    {
        ArgumentNullException.ThrowIfNull(method);
        var rows = RowsOver(method, [useCase]);
        return ScoreBoard(method, [useCase], holm, Says(RankBy) ? RankBy : Benchmark.Dimensions.FirstOrDefault(Says) ?? RankBy);

        bool Says(Dimension dimension) => rows.Any(row => row[dimension].Estimate is { Belonging: not Belonging.AllUseCases });
    }

    /// <summary>The figure of a metric that holds for a use case on a board of a method, or null where there is none.</summary>
    public Observation? Find(Submission submission, Metric metric, Method method, UseCase useCase)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(useCase);
        return _observations[_positions[submission.Id]].Find(MetricColumn.Of(metric, method, _cells), _cells.PlacesOf(useCase));
    }

    private Dimension RankBy => Benchmark.Dimensions.First(dimension => dimension.Id == Release.RankBy);

    /// <summary>Whether any submission has a figure of a metric by a method.</summary>
    internal bool Any(string metric, string method) => _observations.Any(figures => figures.Any(metric, method));

    // The rows over all use cases are made at the first call, and those over some of them are made from those.
    private ImmutableArray<LeaderboardRow> RowsOver(Method method, ImmutableArray<UseCase> useCases)
    {
        var whole = _rows[method.Id].Value;
        if (useCases.Length == UseCases.Length)
        {
            return whole;
        }

        var builder = new RowBuilder(Benchmark, useCases, areAll: false);
        int[] positions = [.. useCases.Select(useCase => UseCases.IndexOf(useCase))];
        return [.. whole.Select(row => builder.Narrow(row, positions))];
    }

    // The submissions that were not withdrawn.
    private ImmutableArray<LeaderboardRow> BuildRows(Method method)
    {
        var builder = new UseCaseBuilder(Benchmark, method, UseCases, _cells);
        ImmutableArray<(Submission Submission, Observations Observations)> standing =
            [.. Release.Submissions.Zip(_observations).Where(pair => pair.First.Withdrawn is null)];
        var rows = new RowBuilder(Benchmark, UseCases, areAll: true);
        return InParallel.Make(standing, pair => rows.Build(_catalogue, Release, pair.Submission, builder.Build(pair.Submission, pair.Observations)));
    }
}
