using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>
/// In what a row is better or worse than the middle of the field: every counted metric, and the ranking dimension in every use case,
/// named only where the row's interval does not include the median of the complete rows.
/// </summary>
/// <param name="Better">The clearest findings that speak for the row.</param>
/// <param name="Worse">The clearest findings that speak against it.</param>
/// <param name="Note">How many comparisons there were.</param>
[TemplateModel]
internal sealed partial record Strengths(ImmutableArray<Strength> Better, ImmutableArray<Strength> Worse, string Note)
{
    private const int MostOfAKind = 3;

    /// <summary>With fewer values a median says nothing about a field.</summary>
    private const int LeastField = 3;

    /// <summary>The strengths and weaknesses of a row, for the partial <c>strengths</c>.</summary>
    public static Strengths Model(BoardIndex field, LeaderboardRow row)
    {
        var compared = OfMetrics(field, row).Concat(OfUseCases(field, row)).ToImmutableArray();
        var clear = compared.Where(finding => finding.IsClear).OrderByDescending(finding => finding.Distance).ToImmutableArray();
        return new(
            Better: List(clear.Where(finding => finding.IsBetter)),
            Worse: List(clear.Where(finding => !finding.IsBetter)),
            Note: Summary(field.Board, compared.Length, clear.Length));
    }

    private static ImmutableArray<Strength> List(IEnumerable<Finding> findings) =>
    [
        .. findings.Take(MostOfAKind).Select(finding => new Strength(
            finding.Name,
            finding.Path,
            Figure.Of(finding.Key, finding.Unit, finding.Estimate)!,
            Format.WithUnit(finding.Unit, finding.Median))),
    ];

    private static string Summary(Leaderboard board, int compared, int clear)
    {
        if (compared == 0)
        {
            return "Which differences from the other rows are more than chance is not known: no figure has both an interval and enough others beside it.";
        }

        if (clear == 0)
        {
            return compared == 1
                ? "Its one interval includes the median of the complete rows: the difference may be chance."
                : $"All {Format.Plain(compared)} intervals include the median of the complete rows: "
                    + "every difference may be chance.";
        }

        var chance = Format.Level(1 - board.Benchmark.ConfidenceLevel);
        if (compared == 1)
        {
            return $"Its one interval leaves out the median of the complete rows; by chance alone about {chance} of intervals do.";
        }

        return $"Of {Format.Plain(compared)} intervals, {Format.Plain(clear)} "
            + (clear == 1 ? "leaves" : "leave") + $" out the median of the complete rows; by chance alone about {chance} of intervals do.";
    }

    private static IEnumerable<Finding> OfMetrics(BoardIndex field, LeaderboardRow row) =>
        from score in row.Dimensions
        from metric in score.Metrics
        where metric.Metric.Counted && metric.Coverage.IsComplete && metric.Estimate is { Belonging: Belonging.Row }
        let found = Compare(
            ModelCharts.NameOf(score.Dimension, metric.Metric),
            null,
            FigureKey.Metric(FigureKey.Row(field.Board, row), score.Dimension, metric.Metric),
            MoneyText.Named(field.Board.Benchmark, metric.Metric.Printed),
            metric.Metric.Better,
            metric.Estimate,
            field.OfMetric(score.Dimension, metric.Metric))
        where found is not null
        select found;

    private static IEnumerable<Finding> OfUseCases(BoardIndex field, LeaderboardRow row)
    {
        var board = field.Board;
        // A single use case would repeat the board.
        if (board.UseCases.Length < 2)
        {
            yield break;
        }

        for (var i = 0; i < board.UseCases.Length; i++)
        {
            var found = Compare(
                board.UseCases[i].Name,
                Addresses.UseCase(board.Benchmark, board.UseCases[i]),
                FigureKey.Dimension(FigureKey.Row(board, row), board.RankBy, board.UseCases[i]),
                MoneyText.Named(board.Benchmark, board.RankBy.Printed),
                board.RankBy.Better,
                row.RankedBy.UseCases[i].Estimate,
                field.OfUseCase(i));
            if (found is not null)
            {
                yield return found;
            }
        }
    }

    private static Finding? Compare(
        string name, string? path, string key, PrintedUnit unit, Direction better, Estimate? estimate, ProfileField field)
    {
        if (estimate?.Interval is not { } interval || field.Values.Length < LeastField)
        {
            return null;
        }

        var median = field.Median;
        return new Finding(name, path, key, unit, estimate, median)
        {
            IsClear = median < interval.Low || median > interval.High,
            IsBetter = better == Direction.Higher ? estimate.Value > median : estimate.Value < median,
            Distance = interval.HalfWidth > 0 ? Math.Abs(estimate.Value - median) / interval.HalfWidth : 0,
        };
    }

    private sealed record Finding(string Name, string? Path, string Key, PrintedUnit Unit, Estimate Estimate, double Median)
    {
        public bool IsClear { get; init; }

        public bool IsBetter { get; init; }

        /// <summary>How far from the median, in half-widths of the interval: what is surest comes first.</summary>
        public double Distance { get; init; }
    }
}

/// <summary>A metric or a use case in which a row is better or worse than the middle of the field, for the partial <c>finding</c>.</summary>
[TemplateModel]
internal sealed partial record Strength(string Name, string? Path, Figure Figure, string Median);
