using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A release with every figure of its submissions: a board over any of its use cases can be made of it.</summary>
public sealed class ObservedRelease
{
    private readonly Catalogue _catalogue;
    private readonly CellNumbers _cells;
    private readonly ImmutableArray<Observations> _observations;
    private readonly Dictionary<string, int> _positions;
    private readonly Dictionary<string, Lazy<ImmutableArray<SubmissionFigures>>> _figures;

    internal ObservedRelease(
        Catalogue catalogue, Benchmark benchmark, Release release, CellNumbers cells, ImmutableArray<Observations> observations)
    {
        (_catalogue, Benchmark, Release, _cells, _observations) = (catalogue, benchmark, release, cells, observations);
        UseCases = [.. benchmark.UseCases.Where(useCase => release.UseCases.Contains(useCase.Id))];
        _positions = release.Submissions.Select((submission, i) => (submission.Id, i))
            .ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        _figures = benchmark.Methods.ToDictionary(
            method => method.Id,
            method => new Lazy<ImmutableArray<SubmissionFigures>>(() => BuildFigures(method)),
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
    public Leaderboard ScoreBoard(Method method, ImmutableArray<UseCase> useCases, bool? holm = null)
    {
        ArgumentNullException.ThrowIfNull(method);
        return BoardScorer.Score(_catalogue, Benchmark, Release, method, useCases, RowsOver(useCases), FiguresBy(method), holm ?? Benchmark.Holm);
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

    /// <summary>Scores submissions over some of the use cases.</summary>
    internal RowBuilder RowsOver(ImmutableArray<UseCase> useCases) =>
        new(Benchmark, useCases, [.. useCases.Select(useCase => UseCases.IndexOf(useCase))], useCases.Length == UseCases.Length);

    /// <summary>The figures by a method of all submissions that were not withdrawn, computed at the first call.</summary>
    internal ImmutableArray<SubmissionFigures> FiguresBy(Method method) => _figures[method.Id].Value;

    /// <summary>Whether any submission has a figure of a metric by a method.</summary>
    internal bool Any(string metric, string method) => _observations.Any(figures => figures.Any(metric, method));

    private ImmutableArray<SubmissionFigures> BuildFigures(Method method)
    {
        var builder = new UseCaseBuilder(Benchmark, method, UseCases, _cells);
        ImmutableArray<(Submission Submission, Observations Observations)> standing =
            [.. Release.Submissions.Zip(_observations).Where(pair => pair.First.Withdrawn is null)];
        return InParallel.Make(standing, pair => builder.Build(pair.Submission, pair.Observations));
    }
}
