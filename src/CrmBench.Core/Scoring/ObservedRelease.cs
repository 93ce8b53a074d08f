using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A release with every figure of its submissions: a board over any of its use cases can be made of it.</summary>
public sealed class ObservedRelease
{
    private readonly Catalogue _catalogue;
    private readonly IReadOnlyDictionary<string, Observations> _observations;

    internal ObservedRelease(
        Catalogue catalogue, Benchmark benchmark, Release release, IReadOnlyDictionary<string, Observations> observations)
    {
        (_catalogue, Benchmark, Release, _observations) = (catalogue, benchmark, release, observations);
        UseCases = [.. benchmark.UseCases.Where(useCase => release.UseCases.Contains(useCase.Id))];
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
    /// Whether the level of rank ranges shall hold for all comparisons of the board together (Holm) instead of for each comparison.
    /// </param>
    public Leaderboard ScoreBoard(Method method, ImmutableArray<UseCase> useCases, bool holm = false) =>
        BoardScorer.Score(_catalogue, Benchmark, Release, method, useCases, _observations, holm);

    /// <summary>The figure of a metric that holds for a use case on a board of a method, or null where there is none.</summary>
    public Observation? Find(Submission submission, Metric metric, Method method, UseCase useCase)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(metric);
        return Of(submission).Find(metric, metric.FilledBy(method), useCase);
    }

    /// <summary>All figures of a submission of the release.</summary>
    internal Observations Of(Submission submission) => _observations[submission.Id];

    /// <summary>Whether any submission has a figure of a metric by a method.</summary>
    internal bool Any(string metric, string method) => _observations.Values.Any(figures => figures.Any(metric, method));
}
