using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Scores everything that was read; the same input gives the same result, to the last bit, on any machine.</summary>
public static class Scorer
{
    /// <summary>Scores all releases of all benchmarks.</summary>
    /// <param name="catalogue">Checked input.</param>
    /// <param name="priceDay">The day whose price tables count; null takes each release's own date. Only cost and tiers depend on it.</param>
    /// <param name="holm">
    /// Whether the level of rank ranges shall hold for all comparisons of a board together (Holm) instead of for each comparison.
    /// </param>
    public static ScoredCatalogue Score(Catalogue catalogue, DateOnly? priceDay = null, bool holm = false)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new ScoredCatalogue(
            catalogue,
            [.. catalogue.Benchmarks.Select(benchmark => new ScoredBenchmark(
                benchmark,
                [.. benchmark.Releases.Select(release => Score(catalogue, benchmark, release, priceDay ?? release.Date, holm))]))]);
    }

    private static ScoredRelease Score(Catalogue catalogue, Benchmark benchmark, Release release, DateOnly priceDay, bool holm)
    {
        var items = new ItemNumbers(release);
        var observed = Observe(catalogue, benchmark, release, priceDay, items);
        var methods = MethodsWithResults(observed);

        // One board over all use cases and one over each, by every method; each fills its own place.
        ImmutableArray<ImmutableArray<UseCase>> subsets = [observed.UseCases, .. observed.UseCases.Select(useCase => ImmutableArray.Create(useCase))];
        var boards = new Leaderboard[subsets.Length * methods.Length];
        Parallel.For(0, boards.Length, i =>
            boards[i] = observed.ScoreBoard(methods[i % methods.Length], subsets[i / methods.Length], holm));
        var bySubset = boards.Chunk(methods.Length).Select(chunk => chunk.ToImmutableArray()).ToArray();
        return new ScoredRelease(observed, bySubset[0], [.. bySubset[1..]])
        {
            Leaders = [.. bySubset[0].Select(board => LeaderScorer.Of(board, observed))],
            Agreement = AgreementScorer.Score(catalogue, benchmark, release, items),
        };
    }

    private static ObservedRelease Observe(
        Catalogue catalogue, Benchmark benchmark, Release release, DateOnly priceDay, ItemNumbers items)
    {
        // Each submission fills its own place, so the threads' order does not show.
        var built = new Observations[release.Submissions.Length];
        var builder = new ObservationBuilder(benchmark, catalogue.Prices, priceDay, items);
        Parallel.For(0, built.Length, i => built[i] = builder.Build(release.Submissions[i]));
        return new ObservedRelease(catalogue, benchmark, release, release.Submissions.Select((submission, i) => (submission.Id, built[i]))
            .ToDictionary(pair => pair.Id, pair => pair.Item2, StringComparer.Ordinal));
    }

    // A method has a board of its own where it fills a metric that several methods may fill; without any such metric one board serves.
    private static ImmutableArray<Method> MethodsWithResults(ObservedRelease observed)
    {
        var benchmark = observed.Benchmark;
        var contested = benchmark.AllMetrics.Where(metric => metric.Methods.Length > 1).ToArray();
        ImmutableArray<Method> found =
        [
            .. benchmark.Methods.Where(method => contested.Any(metric =>
                metric.Methods.Contains(method.Id) && observed.Any(metric.Id, method.Id))),
        ];
        var ranked = benchmark.Dimensions.First(dimension => dimension.Id == observed.Release.RankBy).CountedMetrics.First();
        return found.IsEmpty ? [benchmark.Methods.First(method => method.Id == ranked.Methods[0])] : found;
    }
}
