using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Scores everything that was read; the same input gives the same result, to the last bit, on any machine.</summary>
public static class Scorer
{
    /// <summary>Scores all releases of all benchmarks.</summary>
    /// <param name="catalogue">Checked input.</param>
    /// <param name="priceDay">The day whose price tables count; null takes each release's own date. Only cost and tiers depend on it.</param>
    /// <param name="holm">
    /// Whether the level of rank ranges shall hold for all comparisons of a board together (Holm) instead of for each comparison;
    /// null: as each benchmark says.
    /// </param>
    public static ScoredCatalogue Score(Catalogue catalogue, DateOnly? priceDay = null, bool? holm = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ImmutableArray<(Benchmark Benchmark, Release Release)> releases =
            [.. catalogue.Benchmarks.SelectMany(benchmark => benchmark.Releases, (benchmark, release) => (benchmark, release))];
        var scored = InParallel.Make(
            releases, pair => Score(catalogue, pair.Benchmark, pair.Release, priceDay ?? pair.Release.Date, holm));
        return new ScoredCatalogue(
            catalogue,
            [
                .. catalogue.Benchmarks.Select(benchmark => new ScoredBenchmark(
                    benchmark,
                    [.. scored.Where((_, i) => ReferenceEquals(releases[i].Benchmark, benchmark))])),
            ]);
    }

    /// <summary>Scores all releases of all benchmarks as their own settings say, but takes over what was scored before.</summary>
    /// <param name="before">
    /// What was scored before, or null; its benchmarks that are in <paramref name="catalogue"/> as the same objects, beside the same models,
    /// providers and prices, are taken over.
    /// </param>
    /// <param name="catalogue">Checked input.</param>
    public static ScoredCatalogue ScoreAfter(ScoredCatalogue? before, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        if (before is null || !ReferenceEquals(before.Catalogue.Models, catalogue.Models)
            || !ReferenceEquals(before.Catalogue.Providers, catalogue.Providers) || before.Catalogue.Prices != catalogue.Prices)
        {
            return Score(catalogue);
        }

        ScoredBenchmark? Kept(Benchmark benchmark) => before.Benchmarks.FirstOrDefault(scored => ReferenceEquals(scored.Benchmark, benchmark));
        var added = Score(catalogue with { Benchmarks = [.. catalogue.Benchmarks.Where(benchmark => Kept(benchmark) is null)] }).Benchmarks;
        return new ScoredCatalogue(
            catalogue, [.. catalogue.Benchmarks.Select(benchmark => Kept(benchmark) ?? added.First(scored => ReferenceEquals(scored.Benchmark, benchmark)))]);
    }

    private static ScoredRelease Score(Catalogue catalogue, Benchmark benchmark, Release release, DateOnly priceDay, bool? holm)
    {
        var items = new ItemNumbers(release);
        var observed = Observe(catalogue, benchmark, release, priceDay, items);
        var methods = MethodsWithResults(observed);
        return new ScoredRelease(observed, InParallel.Make(methods, method => observed.ScoreBoard(method, observed.UseCases, holm)))
        {
            ScoredJudgeBoards = new(() => InParallel.Make(
                JudgesWithResults(observed, methods), method => observed.ScoreBoard(method, observed.UseCases, holm))),
            ScoredUseCases =
            [
                .. observed.UseCases.Select(useCase => new Lazy<ImmutableArray<Leaderboard>>(
                    () => InParallel.Make(methods, method => observed.ScoreUseCase(method, useCase, holm)))),
            ],
            ScoredAgreement = AgreementScorer.HasRatings(benchmark, release)
                ? new(() => AgreementScorer.Score(catalogue, benchmark, release, items))
                : null,
        };
    }

    private static ObservedRelease Observe(
        Catalogue catalogue, Benchmark benchmark, Release release, DateOnly priceDay, ItemNumbers items)
    {
        var cells = new CellNumbers(benchmark);
        var builder = new ObservationBuilder(benchmark, catalogue.Prices, priceDay, items, cells);
        return new ObservedRelease(catalogue, benchmark, release, cells, InParallel.Make(release.Submissions, builder.Build));
    }

    private static ImmutableArray<Method> JudgesWithResults(ObservedRelease observed, ImmutableArray<Method> methods) =>
    [
        .. observed.Benchmark.Methods.Where(method => !method.IsDeclared
            && methods.Any(declared => declared.Id == method.View!.Method)
            && Contested(observed.Benchmark).Any(metric => metric.Methods.Contains(method.Id) && observed.Any(metric.Id, method.Id))),
    ];

    private static Metric[] Contested(Benchmark benchmark) => [.. benchmark.AllMetrics.Where(metric => metric.Methods.Length > 1)];

    // A method has a board of its own where it fills a metric that several methods may fill; without any such metric one board serves.
    private static ImmutableArray<Method> MethodsWithResults(ObservedRelease observed)
    {
        var benchmark = observed.Benchmark;
        var contested = Contested(benchmark);
        ImmutableArray<Method> found =
        [
            .. benchmark.DeclaredMethods.Where(method => contested.Any(metric =>
                metric.Methods.Contains(method.Id) && observed.Any(metric.Id, method.Id))),
        ];
        var ranked = benchmark.Dimensions.First(dimension => dimension.Id == observed.Release.RankBy).CountedMetrics.First();
        return found.IsEmpty ? [benchmark.Methods.First(method => method.Id == ranked.Methods[0])] : found;
    }
}
