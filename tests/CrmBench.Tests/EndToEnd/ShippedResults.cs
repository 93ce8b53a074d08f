using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>The shipped data, read and scored once for all tests that look at its numbers.</summary>
internal static class ShippedResults
{
    private static readonly Lazy<ScoredCatalogue> Read = new(() =>
    {
        var diagnostics = new DiagnosticBag();
        var catalogue = CatalogueReader.Read(Repository.Root, diagnostics);
        Assert.Empty(diagnostics.ToSorted());
        return Scorer.Score(catalogue!);
    });

    /// <summary>Every release of every benchmark.</summary>
    public static IEnumerable<ScoredRelease> Releases => Read.Value.Benchmarks.SelectMany(benchmark => benchmark.Releases);

    public static ScoredRelease Release(string benchmark, string release) =>
        Read.Value.Benchmarks.Single(scored => scored.Benchmark.Id == benchmark)
            .Releases.Single(scored => scored.Release.Id == release);

    public static ScoredRelease Latest(string benchmark) =>
        Read.Value.Benchmarks.Single(scored => scored.Benchmark.Id == benchmark).Releases[0];

    /// <summary>A metric of a row in a use case.</summary>
    public static Estimate? Cell(this LeaderboardRow row, string metric, string useCase) =>
        row.Dimensions
            .SelectMany(dimension => dimension.UseCases)
            .Where(score => score.UseCase.Id == useCase)
            .SelectMany(score => score.Cells.Concat(score.Cells.SelectMany(cell => cell.Parts)))
            .Single(cell => cell.Metric.Id == metric)
            .Estimate;

    /// <summary>A metric of a row over all use cases.</summary>
    public static Estimate? Metric(this LeaderboardRow row, string metric) =>
        row.Dimensions
            .SelectMany(dimension => dimension.Metrics.Concat(dimension.Metrics.SelectMany(score => score.Parts)))
            .Single(score => score.Metric.Id == metric)
            .Estimate;

    /// <summary>The dimension whose value is in a unit.</summary>
    public static DimensionScore In(this LeaderboardRow row, Unit unit) => row.Dimensions.First(score => score.Dimension.Unit == unit);
}
