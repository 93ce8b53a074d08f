using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>
/// Every number that pages may show, by its <see cref="FigureKey"/>, taken from the scores directly and not from page models, to the digits that are written:
/// what the finished pages are verified against.
/// </summary>
internal static class ComputedValues
{
    /// <summary>All numbers of all boards and of the agreement behind them.</summary>
    public static FrozenDictionary<string, double> Of(ScoredCatalogue scored)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (benchmark, release) in scored.Benchmarks.SelectMany(benchmark => benchmark.Releases, (benchmark, release) => (benchmark, release)))
        {
            foreach (var metric in release.Agreement?.Metrics ?? [])
            {
                AddAgreement(values, benchmark.Benchmark.Id, release.Release, metric);
            }

            foreach (var board in release.AllBoards)
            {
                AddBoard(values, scored.Catalogue, board, null);
            }

            foreach (var (board, leaders) in release.Boards.Zip(release.Leaders))
            {
                AddLeaders(values, board, leaders);
            }

            foreach (var board in release.UseCaseBoards.SelectMany(boards => boards))
            {
                AddBoard(values, scored.Catalogue, board, board.UseCases[0]);
            }
        }

        return values.ToFrozenDictionary(entry => entry.Key, entry => CarriedNumber.Of(entry.Value), StringComparer.Ordinal);
    }

    /// <summary>The keys of all figures in a page's model, each once.</summary>
    public static IEnumerable<string> KeysIn(ITemplateModel model) => FiguresIn(model).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> FiguresIn(ITemplateModel model) => model.Nested().SelectMany(FiguresIn)
        .Concat(model is Figure figure ? [figure.Key] : []);

    private static void AddBoard(Dictionary<string, double> values, Catalogue catalogue, Leaderboard board, UseCase? useCase)
    {
        foreach (var row in board.Rows.Concat(board.References))
        {
            var key = FigureKey.Row(board, row, useCase);
            foreach (var score in row.Dimensions)
            {
                AddDimension(values, key, score);
            }
        }

        foreach (var repricing in Repricing.Of(catalogue, board))
        {
            Add(values, FigureKey.Repriced(FigureKey.Row(board, repricing.Row, useCase), repricing.Score.Dimension), repricing.Usd);
        }
    }

    private static void AddLeaders(Dictionary<string, double> values, Leaderboard board, ImmutableArray<DimensionLeader> leaders)
    {
        foreach (var leader in leaders)
        {
            foreach (var other in leader.Others)
            {
                values[FigureKey.ToLeader(FigureKey.Row(board, other.Row), leader.Dimension)] = other.Value;
            }
        }
    }

    private static void AddAgreement(Dictionary<string, double> values, string benchmark, Release release, MetricAgreement metric)
    {
        foreach (var raters in metric.Raters)
        {
            Add(values, FigureKey.Raters(release, benchmark, metric.Metric, raters, "alpha"), raters.Alpha);
            Add(values, FigureKey.Raters(release, benchmark, metric.Metric, raters, "kappa"), raters.WeightedKappa);
        }

        foreach (var methods in metric.Methods)
        {
            Add(values, FigureKey.Methods(release, benchmark, metric.Metric, methods, "spearman"), methods.Spearman);
            Add(values, FigureKey.Methods(release, benchmark, metric.Metric, methods, "kendall"), methods.KendallTauB);
            Add(values, FigureKey.Methods(release, benchmark, metric.Metric, methods, "responses"), methods.SpearmanOfResponses);
            Add(values, FigureKey.Methods(release, benchmark, metric.Metric, methods, "difference"), methods.MeanDifference.Value);
        }
    }

    private static void AddDimension(Dictionary<string, double> values, string row, DimensionScore score)
    {
        var dimension = score.Dimension;
        Add(values, FigureKey.Dimension(row, dimension), score.Estimate);
        if (score.Grades is { } grades)
        {
            values[FigureKey.Grades(row, dimension, "good")] = grades.GoodShare;
            values[FigureKey.Grades(row, dimension, "median")] = grades.Median;
        }

        foreach (var metric in score.Metrics.SelectMany(metric => metric.Parts.Prepend(metric)))
        {
            Add(values, FigureKey.Metric(row, dimension, metric.Metric), metric.Estimate);
        }

        foreach (var useCase in score.UseCases)
        {
            Add(values, FigureKey.Dimension(row, dimension, useCase.UseCase), useCase.Estimate);
            if (useCase.UsdPerYear is { } perYear)
            {
                values[FigureKey.Year(row, dimension, useCase.UseCase)] = perYear;
            }

            foreach (var cell in useCase.Cells.SelectMany(cell => cell.Parts.Prepend(cell)))
            {
                Add(values, FigureKey.Metric(row, dimension, cell.Metric, useCase.UseCase), cell.Estimate);
            }
        }
    }

    private static void Add(Dictionary<string, double> values, string key, Estimate? estimate) => Add(values, key, estimate?.Value);

    private static void Add(Dictionary<string, double> values, string key, double? value)
    {
        if (value is { } known)
        {
            values[key] = known;
        }
    }
}
