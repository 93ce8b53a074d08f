using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
        ImmutableArray<(Benchmark Benchmark, Release Release)> releases =
            [.. catalogue.Benchmarks.SelectMany(benchmark => benchmark.Releases, (benchmark, release) => (benchmark, release))];
        var scored = InParallel(
            releases, pair => Score(catalogue, pair.Benchmark, pair.Release, priceDay ?? pair.Release.Date, holm));
        return new ScoredCatalogue(
            catalogue,
            [
                .. catalogue.Benchmarks.Select(benchmark => new ScoredBenchmark(
                    benchmark,
                    [.. scored.Where((_, i) => ReferenceEquals(releases[i].Benchmark, benchmark))])),
            ]);
    }

    private static ScoredRelease Score(Catalogue catalogue, Benchmark benchmark, Release release, DateOnly priceDay, bool holm)
    {
        var items = new ItemNumbers(release);
        var cells = new CellNumbers(benchmark);
        var observations = Observe(catalogue, benchmark, release, priceDay, items, cells);
        ImmutableArray<UseCase> useCases = [.. benchmark.UseCases.Where(useCase => release.UseCases.Contains(useCase.Id))];
        var methods = MethodsWithResults(benchmark, release, observations);
        var figures = methods.Select(method => Figures(benchmark, release, method, useCases, observations, cells)).ToArray();

        // One board over all use cases and one over each, by every method; each fills its own place.
        var scorer = new BoardScorer(catalogue, benchmark, release, holm);
        var boards = new Leaderboard[(1 + useCases.Length) * methods.Length];
        Parallel.For(0, boards.Length, i =>
        {
            var (method, useCase) = (i % methods.Length, (i / methods.Length) - 1);
            boards[i] = useCase < 0
                ? scorer.Score(methods[method], useCases, 0, figures[method])
                : scorer.Score(methods[method], [useCases[useCase]], useCase, figures[method]);
        });
        var bySubset = boards.Chunk(methods.Length).Select(chunk => chunk.ToImmutableArray()).ToArray();
        return new ScoredRelease(release, bySubset[0], [.. bySubset[1..]])
        {
            Agreement = AgreementScorer.Score(catalogue, benchmark, release, items),
        };
    }

    private static ImmutableArray<Observations> Observe(
        Catalogue catalogue, Benchmark benchmark, Release release, DateOnly priceDay, ItemNumbers items, CellNumbers cells)
    {
        var builder = new ObservationBuilder(benchmark, catalogue.Prices, priceDay, items, cells);
        return InParallel(release.Submissions, builder.Build);
    }

    /// <summary>The figures by one method of all submissions that were not withdrawn.</summary>
    private static ImmutableArray<SubmissionFigures> Figures(
        Benchmark benchmark, Release release, Method method, ImmutableArray<UseCase> useCases,
        ImmutableArray<Observations> observations, CellNumbers cells)
    {
        var builder = new UseCaseBuilder(benchmark, method, useCases, cells);
        ImmutableArray<(Submission, Observations)> standing =
            [.. release.Submissions.Zip(observations).Where(pair => pair.First.Withdrawn is null)];
        return InParallel(standing, pair => builder.Build(pair.Item1, pair.Item2));
    }

    // Each input fills its own place, so the threads' order does not show.
    private static ImmutableArray<TResult> InParallel<TInput, TResult>(ImmutableArray<TInput> inputs, Func<TInput, TResult> make)
    {
        var made = new TResult[inputs.Length];
        Parallel.For(0, made.Length, i => made[i] = make(inputs[i]));
        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }

    // A method has a board of its own where it fills a metric that several methods may fill; without any such metric one board serves.
    private static ImmutableArray<Method> MethodsWithResults(
        Benchmark benchmark, Release release, ImmutableArray<Observations> observations)
    {
        var contested = benchmark.AllMetrics.Where(metric => metric.Methods.Length > 1).ToArray();
        ImmutableArray<Method> found =
        [
            .. benchmark.Methods.Where(method => contested.Any(metric =>
                metric.Methods.Contains(method.Id) && observations.Any(figures => figures.Any(metric.Id, method.Id)))),
        ];
        var ranked = benchmark.Dimensions.First(dimension => dimension.Id == release.RankBy).CountedMetrics.First();
        return found.IsEmpty ? [benchmark.Methods.First(method => method.Id == ranked.Methods[0])] : found;
    }
}
