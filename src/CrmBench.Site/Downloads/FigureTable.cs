using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;
using Column = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Site.Downloads.ResultFigure>;

namespace CrmBench.Site.Downloads;

/// <summary>The flat table of all figures: its columns, once, for CSV, Parquet and their schema, of one board and of all.</summary>
internal static class FigureTable
{
    /// <summary>The path of the whole table as Parquet within the site.</summary>
    public const string ParquetPath = "/data/figures.parquet";

    /// <summary>The column of the line.</summary>
    public const string Line = "line";

    /// <summary>The column that says whether results are invented.</summary>
    public const string Invented = "invented";

    /// <summary>The columns that say which board it is.</summary>
    public static ImmutableArray<Column> OfBoard { get; } =
    [
        Column.Text("benchmark", "Identifier of the benchmark.", figure => figure.Board.Benchmark.Id) with { IsAlways = true },
        Column.Text("release", "Identifier of the release.", figure => figure.Board.Release.Id) with { IsAlways = true },
        Column.Text("status", "Whether the release may still change.", figure => ResultWords.Of(figure.Board.Release.Status)) with
        {
            IsAlways = true, Words = ["draft", "frozen"],
        },
        Column.Text("method", "Identifier of the method that the board shows; figures that only another method fills are those of that one.", figure => figure.Board.Method.Id) with
        {
            IsAlways = true,
        },
    ];

    /// <summary>Those of the board's row.</summary>
    public static ImmutableArray<Column> OfRow { get; } =
    [
        Column.Text("model_id", "Identifier of the model, as in models.csv.", figure => figure.Row.Model.Id) with { IsAlways = true, RefersTo = "models" },
        Column.Text("model", "Name of the model.", figure => figure.Row.Model.Name) with { IsAlways = true },
        Column.Text("provider_id", "Identifier of its provider, as in providers.csv.", figure => figure.Row.Provider.Id) with
        {
            IsAlways = true, RefersTo = "providers",
        },
        Column.Text("provider", "Name of its provider.", figure => figure.Row.Provider.Name) with { IsAlways = true },
        Column.Text("variant", "What sets the submission apart from others of the same model.", figure => figure.Row.Submission.Variant),
        Column.Text("submission_id", "Identifier of the submission, which is the row of the board.", figure => figure.Row.Submission.Id) with { IsAlways = true },
        Column.Text("standing", "How the row stands on the board: complete rows are compared, partial ones lack use cases, unscored ones lack what orders the board, and a reference is a yardstick beside the ranking.", figure => WordOf(figure.Standing)) with
        {
            IsAlways = true, Words = ["complete", "partial", "unscored", "reference"],
        },
        Column.Whole("rank", "Place on the board, 1 is best; only with the figure that orders it.", figure => figure.IsRanking ? figure.Row.Rank : null),
        Column.Whole("rank_best", "The best place that the intervals leave open.", figure => figure.IsRanking ? figure.Row.RankRange?.Best : null),
        Column.Whole("rank_worst", "The worst place that the intervals leave open.", figure => figure.IsRanking ? figure.Row.RankRange?.Worst : null),
    ];

    /// <summary>Those of the use case.</summary>
    public static ImmutableArray<Column> OfUseCase { get; } =
    [
        Column.Text("use_case_id", "Identifier of the use case; empty over all of the board's.", figure => figure.UseCase?.Id),
        Column.Text("area", "Part of the business that the use case belongs to.", figure => figure.UseCase?.Area),
        Column.Text("type", "Kind of task.", figure => figure.UseCase?.Type),
        Column.Text("profile", "Identifier of the token counts that cost and speed of the use case refer to.", figure => figure.UseCase?.Profile),
        Column.Number("weight", "Weight of the use case in averages.", figure => figure.UseCase is { } useCase ? figure.Board.Benchmark.WeightOf(useCase) : null),
    ];

    /// <summary>Those of what was measured.</summary>
    public static ImmutableArray<Column> OfMeasure { get; } =
    [
        Column.Text("kind", "What the figure is of. A dimension of one metric is that metric: one row, whose kind is dimension and whose metric is filled.", figure => WordOf(figure.Kind)) with
        {
            IsAlways = true, Words = ["dimension", "metric", "part"],
        },
        Column.Text("dimension", "Identifier of the dimension.", figure => figure.Dimension.Id) with { IsAlways = true },
        Column.Text("metric", "Identifier of the metric; empty for a dimension that is the mean of several.", figure => figure.Metric?.Id),
        Column.Text("part", "Identifier of the part of the metric.", figure => figure.Part?.Id),
        Column.Text("unit", "What the number is: percent run from 0 to 100, shares from 0 to 1, usd are US dollars a call.", figure => ResultWords.Of(figure.Unit)) with
        {
            IsAlways = true, Words = [.. Enum.GetValues<Unit>().Select(ResultWords.Of)],
        },
        Column.Text("direction", "Which way is better.", figure => ResultWords.Of(figure.Better)) with { IsAlways = true, Words = ["higher", "lower"] },
        Column.Number("scale_low", "The lowest number there can be.", figure => figure.Scale?.Low),
        Column.Number("scale_high", "The highest number there can be.", figure => figure.Scale?.High),
    ];

    /// <summary>Those of the number.</summary>
    public static ImmutableArray<Column> OfEstimate { get; } =
    [
        // A band of cost without the money behind it has no value.
        Column.Number("value", "The number, in its unit; empty where there is only a band of cost.", figure => figure.Estimate?.Value),
        Column.Whole("n", "How many units stand behind the number.", figure => figure.Estimate?.Count),
        Column.Text("n_of", "What n counts.", figure => ResultWords.Of(figure.Estimate?.CountOf ?? CountOf.Unknown)) with
        {
            Words = [.. Enum.GetValues<CountOf>().Select(ResultWords.Of).Where(word => word.Length > 0)],
        },
        Column.Whole("items", "How many items were rated.", figure => figure.Items),
        Column.Number("raters", "How many ratings an item has, on average.", figure => figure.Raters),
        Column.Number("tries", "How many tries a task has, on average, where tasks were tried and counted.", figure => figure.Tries),
        Column.Whole("use_cases_covered", "How many use cases stand behind a figure over all of them.", figure => figure.Coverage?.Count),
        Column.Whole("use_cases", "How many there are.", figure => figure.Coverage?.Total),
        Column.Number("interval_low", "Lower end of the interval.", figure => figure.Estimate?.Interval?.Low),
        Column.Number("interval_high", "Upper end of the interval.", figure => figure.Estimate?.Interval?.High),
        Column.Number("level", "Level of the interval, between 0 and 1; empty where a source does not state it.", figure => figure.Estimate?.Level),
        Column.Text("basis", "What the interval rests on, or why there is none.", figure => figure.Estimate is { } estimate ? ResultWords.Of(estimate.Basis) : ResultWords.BandOnly) with
        {
            IsAlways = true, Words = [.. Enum.GetValues<Basis>().Select(ResultWords.Of).Append(ResultWords.BandOnly).Distinct()],
        },
        Column.Text("belongs_to", "What the figure belongs to: the row; the row over all use cases, so that it says nothing of the one it stands for; or the model, measured elsewhere.", figure => ResultWords.Of(figure.Estimate?.Belonging ?? Belonging.Row)) with
        {
            IsAlways = true, Words = [.. Enum.GetValues<Belonging>().Select(ResultWords.Of)],
        },
        Column.Text("tier", "Identifier of the band of cost that the board shows; two, cheapest first, where use cases differ.", figure => Bands(figure.Dimension, figure.Tier)),
        Column.Text("band", "Identifier of the band of cost that the publisher printed.", figure => Bands(figure.Dimension, figure.Band)),
    ];

    /// <summary>Those of where it comes from.</summary>
    public static ImmutableArray<Column> OfOrigin { get; } =
    [
        Column.Text("source_id", "Identifier of the source within the submission; all of them, separated by spaces, of a mean of figures from several.", figure => string.Join(' ', figure.Origin.Ids)),
        Column.Text("source", "Address of the source; all of them, separated by spaces.", figure => string.Join(' ', figure.Origin.Addresses)),
        Column.Text("licence", "Licence or terms of the source; all of them, separated by semicolons.", figure => string.Join("; ", figure.Origin.Licences)),
        Column.Day("source_date", "The day of the state that was read; the newest, of several sources.", figure => figure.Origin.Date),
        Column.Text("path", "The file in the repository; all of them, separated by spaces.", figure => string.Join(' ', figure.Origin.Paths)),
        Column.Whole(Line, "The line of that file, where the figure is one line of it.", figure => figure.Origin.Line),
        Column.Flag(Invented, "Whether the results of the benchmark are invented.", figure => figure.Board.Benchmark.Invented),
    ];

    /// <summary>The table.</summary>
    public static DownloadTable<ResultFigure> Form { get; } = new(
        "figures",
        "One row is one figure of one row of one leaderboard: a dimension, a metric or a part of a metric, over all use cases or in one. A figure that several boards of a release show stands once for each.",
        [
            .. OfBoard,
            .. OfRow,
            .. OfUseCase,
            .. OfMeasure,
            .. OfEstimate,
            .. OfOrigin,
        ]);

    private static string WordOf(RowStanding standing) => standing switch
    {
        RowStanding.Complete => "complete",
        RowStanding.Partial => "partial",
        RowStanding.Unscored => "unscored",
        _ => "reference",
    };

    private static string WordOf(FigureKind kind) => kind switch
    {
        FigureKind.Dimension => "dimension",
        FigureKind.Metric => "metric",
        _ => "part",
    };

    private static string Bands(Dimension dimension, TierSpan? span) => (span, dimension.Tiers) is not ({ } known, { } tiers) ? ""
        : known.Lowest == known.Highest ? tiers.Bands[known.Lowest].Id
        : $"{tiers.Bands[known.Lowest].Id} {tiers.Bands[known.Highest].Id}";
}
