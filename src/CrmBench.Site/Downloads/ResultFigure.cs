using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Downloads;

/// <summary>What a figure is of.</summary>
internal enum FigureKind
{
    /// <summary>A dimension: what a board shows in a column, and is ordered by.</summary>
    Dimension,

    /// <summary>One of the metrics of a dimension.</summary>
    Metric,

    /// <summary>A part that a metric is the mean of.</summary>
    Part,
}

/// <summary>
/// One figure of a board as it is downloaded, in every form: a dimension, a metric or a part of one, of one row, over all use cases or in one.
/// A dimension of one counted metric is that metric, and one figure, so that no number stands twice.
/// </summary>
internal sealed record ResultFigure
{
    /// <summary>The board.</summary>
    public required Leaderboard Board { get; init; }

    /// <summary>The row.</summary>
    public required LeaderboardRow Row { get; init; }

    /// <summary>How the row stands on the board.</summary>
    public required RowStanding Standing { get; init; }

    /// <summary>The use case; null over all of the board's.</summary>
    public UseCase? UseCase { get; init; }

    /// <summary>What it is of.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The dimension.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>The metric, or the one that <see cref="Part"/> is a part of; null for a dimension that is a mean of several.</summary>
    public Metric? Metric { get; init; }

    /// <summary>The part, or null.</summary>
    public Metric? Part { get; init; }

    /// <summary>The number; null where there is only a band of cost.</summary>
    public required Estimate? Estimate { get; init; }

    /// <summary>How many of how many use cases stand behind it; null for a figure of one use case.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>The band of cost that the board shows, of a dimension; null without.</summary>
    public TierSpan? Tier { get; init; }

    /// <summary>The band of cost that its source printed, of a dimension in a use case; null without.</summary>
    public TierSpan? Band { get; init; }

    /// <summary>What the numbers are.</summary>
    public Unit Unit => (Part ?? Metric)?.Unit ?? Dimension.Unit;

    /// <summary>Which way is better.</summary>
    public Direction Better => (Part ?? Metric)?.Better ?? Dimension.Better;

    /// <summary>The lowest and the highest number there can be; null where there is no highest.</summary>
    public (double Low, double High)? Scale => Unit switch
    {
        Unit.Percent => (0, 100),
        Unit.Share => (0, 1),
        Unit.Grade when ((Part ?? Metric)?.Scale ?? Dimension.Scale) is { } scale => (scale.Lowest, scale.Highest),
        _ => null,
    };

    /// <summary>Whether it is what the board is ordered by: the figure that rank and rank range belong to.</summary>
    public bool IsRanking => UseCase is null && Kind == FigureKind.Dimension && Dimension.Id == Board.RankBy.Id;

    /// <summary>How many items were rated, or null where that is not known.</summary>
    public long? Items => Estimate is { CountOf: CountOf.Items } counted ? counted.Count : null;

    /// <summary>How many ratings an item has, on average; null where that is not known.</summary>
    public double? Raters => Estimate is { CountOf: CountOf.Items, Count: > 0 and var items, Judgments: { } judgments } ? (double)judgments / items : null;

    /// <summary>How many tries a task has, on average; null where that is not known.</summary>
    public double? Tries => Estimate is { CountOf: CountOf.Tasks, Count: > 0 and var tasks, Judgments: { } tries } ? (double)tries / tasks : null;

    /// <summary>The addresses of its sources, each once.</summary>
    public ImmutableArray<string> Sources => Origin.Addresses;

    /// <summary>Where it comes from.</summary>
    public FigureOrigin Origin => field ??= FigureOrigin.Of(Estimate?.Evidence ?? []);

    /// <summary>All figures of a board, row by row in its order; what was not measured has no figure.</summary>
    public static IEnumerable<ResultFigure> Of(Leaderboard board) =>
        Of(board, board.Complete, RowStanding.Complete)
            .Concat(Of(board, board.Partial, RowStanding.Partial))
            .Concat(Of(board, board.Unscored, RowStanding.Unscored))
            .Concat(Of(board, board.References, RowStanding.Reference));

    private static IEnumerable<ResultFigure> Of(Leaderboard board, ImmutableArray<LeaderboardRow> rows, RowStanding standing) =>
        rows.SelectMany(row => row.Dimensions, (row, score) => new FiguresOfDimension(board, row, standing, score)).SelectMany(figures => figures.All());
}

/// <summary>How a row stands on its board.</summary>
internal enum RowStanding
{
    /// <summary>With a result in every use case of the board: compared, and ranked where the benchmark ranks.</summary>
    Complete,

    /// <summary>With results in some use cases; never ranked.</summary>
    Partial,

    /// <summary>Without a result on the dimension that orders the board.</summary>
    Unscored,

    /// <summary>A yardstick beside the ranking.</summary>
    Reference,
}

/// <summary>The figures of one dimension of one row: over all use cases, then in each.</summary>
internal sealed class FiguresOfDimension
{
    private readonly ResultFigure _blank;
    private readonly DimensionScore _score;
    private readonly Metric? _only;

    public FiguresOfDimension(Leaderboard board, LeaderboardRow row, RowStanding standing, DimensionScore score)
    {
        _score = score;
        _blank = new ResultFigure
        {
            Board = board,
            Row = row,
            Standing = standing,
            Kind = FigureKind.Dimension,
            Dimension = score.Dimension,
            Estimate = null,
        };
        _only = score.Dimension.CountedMetrics.Take(2).ToArray() is [var only] ? only : null;
    }

    public IEnumerable<ResultFigure> All()
    {
        if (_score.Estimate is not null || _score.Tier is not null)
        {
            yield return _blank with { Metric = _only, Estimate = _score.Estimate, Coverage = _score.Coverage, Tier = _score.Tier };
        }

        foreach (var metric in _score.Metrics)
        {
            if (metric.Estimate is not null && !IsSame(metric.Metric, metric.Estimate, _score.Estimate))
            {
                yield return _blank with { Kind = FigureKind.Metric, Metric = metric.Metric, Estimate = metric.Estimate, Coverage = metric.Coverage };
            }

            foreach (var part in metric.Parts.Where(part => part.Estimate is not null))
            {
                yield return _blank with
                {
                    Kind = FigureKind.Part,
                    Metric = metric.Metric,
                    Part = part.Metric,
                    Estimate = part.Estimate,
                    Coverage = part.Coverage,
                };
            }
        }

        foreach (var figure in _score.UseCases.Where(useCase => !useCase.UseCase.IsWhole).SelectMany(In))
        {
            yield return figure;
        }
    }

    private IEnumerable<ResultFigure> In(UseCaseScore useCase)
    {
        var blank = _blank with { UseCase = useCase.UseCase };
        if (useCase.Estimate is not null || useCase.Tier is not null || useCase.Band is not null)
        {
            yield return blank with { Metric = _only, Estimate = useCase.Estimate, Tier = useCase.Tier, Band = useCase.Band };
        }

        foreach (var cell in useCase.Cells)
        {
            if (cell.Estimate is not null && !IsSame(cell.Metric, cell.Estimate, useCase.Estimate))
            {
                yield return blank with { Kind = FigureKind.Metric, Metric = cell.Metric, Estimate = cell.Estimate };
            }

            foreach (var part in cell.Parts.Where(part => part.Estimate is not null))
            {
                yield return blank with { Kind = FigureKind.Part, Metric = cell.Metric, Part = part.Metric, Estimate = part.Estimate };
            }
        }
    }

    private bool IsSame(Metric metric, Estimate ofMetric, Estimate? ofDimension) =>
        metric.Id == _only?.Id && ofDimension is not null && ofMetric.Value.Equals(ofDimension.Value) && ofMetric.Interval == ofDimension.Interval;
}

/// <summary>Where a figure comes from; a mean comes from all that its parts come from.</summary>
/// <param name="Ids">Identifiers of the sources within the submission, each once.</param>
/// <param name="Addresses">Their addresses, each once.</param>
/// <param name="Licences">Their licences or terms, each once.</param>
/// <param name="Date">The newest day of a state that was read; null where no source states one.</param>
/// <param name="Paths">The files in the repository, each once.</param>
/// <param name="Line">The line, where the figure is one line of one file.</param>
internal sealed record FigureOrigin(
    ImmutableArray<string> Ids, ImmutableArray<string> Addresses, ImmutableArray<string> Licences, DateOnly? Date, ImmutableArray<string> Paths, int? Line)
{
    /// <summary>A text that no two different origins share, lines apart.</summary>
    public string Key => field ??= string.Join('\n', [.. Ids, "", .. Addresses, "", .. Licences, Date?.DayNumber.ToString(CultureInfo.InvariantCulture) ?? "", .. Paths]);

    /// <summary>Where a figure with this evidence comes from.</summary>
    public static FigureOrigin Of(ImmutableArray<Evidence> evidence)
    {
        if (evidence is [var only])
        {
            var source = only.Source;
            return new([source.Id], [source.Url], [source.Licence], source.Date, [only.Place.Path], only.Place.Line > 0 ? only.Place.Line : null);
        }

        return new(
            Each(evidence, item => item.Source.Id),
            Each(evidence, item => item.Source.Url),
            Each(evidence, item => item.Source.Licence),
            evidence.Max(item => item.Source.Date),
            Each(evidence, item => item.Place.Path),
            null);
    }

    private static ImmutableArray<string> Each(ImmutableArray<Evidence> evidence, Func<Evidence, string> part) =>
        [.. evidence.Select(part).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
}
