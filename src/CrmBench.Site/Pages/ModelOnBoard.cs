using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>A model on the boards of one release.</summary>
[TemplateModel]
internal sealed partial record ModelOnBoardModel(
    string Id, string Name, string Path, string Release, string Date, Lazy<ImmutableArray<ChartFigure>> Charts, ImmutableArray<RowOnBoard> Rows);

/// <summary>What the partial <c>model-row</c> shows: one row of a board on a model's page.</summary>
[TemplateModel]
internal sealed partial record RowOnBoard(
    string Id,
    Lazy<string> Report,
    string? Heading,
    string Short,
    string Rank,
    Lazy<OnwardLinks> Onward,
    Lazy<OwnJudgeNote?> OwnJudge,
    Lazy<Strengths> Strengths,
    Lazy<BadgeOffer?> Badge,
    Lazy<ImmutableArray<ChartFigure>> Ranks,
    Lazy<ChartFigure?> Profile,
    Lazy<MetricTable> Metrics,
    Lazy<UseCaseTable?> ByUseCase,
    Lazy<RowCosts?> Costs,
    string? Calls,
    Lazy<ChartFigure?> CallChart,
    Lazy<ImmutableArray<Fact>> Facts,
    ImmutableArray<string> Issues,
    Lazy<ImmutableArray<CorrectionLine>> Corrections,
    Lazy<ImmutableArray<SourceLine>> Sources,
    string File,
    string Label,
    NounWords UseCaseNoun);

/// <summary>That judges of the row come from the model's own provider.</summary>
[TemplateModel]
internal sealed partial record OwnJudgeNote(string Text, string Path);

/// <summary>Where the row can be held against others: the row beside its neighbours, and its board within limits. Null where rows of the board are not ranked.</summary>
/// <param name="Compare">What the page for comparing is asked.</param>
/// <param name="Neighbours">Those that stand next to it, as in a sentence; null where it has none.</param>
/// <param name="Choose">What the page for choosing is asked; null where nothing may be chosen by the board.</param>
[TemplateModel]
internal sealed partial record OnwardLinks(string Compare, string? Neighbours, string? Choose);

/// <summary>The figures of a row; what is the same for all of them is said once.</summary>
/// <param name="Lines">The figures.</param>
/// <param name="Basis">What all of them rest on, so that no column has to; or null.</param>
/// <param name="Source">Where all of them come from, so that each only names its file; or null.</param>
/// <param name="WithIntervals">Whether any of them has an interval.</param>
[TemplateModel]
internal sealed partial record MetricTable(ImmutableArray<MetricLine> Lines, string? Basis, string? Source, bool WithIntervals)
{
    public static MetricTable Of(ImmutableArray<MetricLine> lines)
    {
        var measured = lines.Where(line => line.Figure is not null).ToArray();
        return new(
            lines,
            measured.Select(line => (line.Basis, line.Coverage)).Distinct().ToArray() is [{ Coverage: null } same] ? same.Basis : null,
            measured.Select(line => line.Source).Distinct().ToArray() is [{ } source] ? source : null,
            measured.Any(line => line.Figure is { Range: not null } or { Bar: not null }));
    }
}

/// <summary>A figure with what it rests on and where it stands.</summary>
[TemplateModel]
internal sealed partial record MetricLine(
    string Name, string Css, Figure? Figure, string? Basis, string? Coverage, string? File, string? MoreFiles, string? Source);

/// <summary>A row's figures, use cases down and dimensions across.</summary>
[TemplateModel]
internal sealed partial record UseCaseTable(ImmutableArray<DimensionHead> Columns, ImmutableArray<UseCaseFigures> Rows);

/// <summary>A dimension with its unit.</summary>
[TemplateModel]
internal sealed partial record DimensionHead(string Name, string Sub);

/// <summary>The figures of a use case.</summary>
[TemplateModel]
internal sealed partial record UseCaseFigures(string Name, string Path, ImmutableArray<Figure?> Cells);

/// <summary>What a row costs.</summary>
[TemplateModel]
internal sealed partial record RowCosts(
    Figure Call, string? Partial, string Per, TierMark? Tier, string? Band, RepricedOfRow? Repriced, NounWords CallNoun, ImmutableArray<YearlyCost> Yearly);

/// <summary>What a row costs at the yearly calls of a use case.</summary>
[TemplateModel]
internal sealed partial record YearlyCost(string Name, string Path, string Calls, Figure Usd);

/// <summary>A correction of a submission.</summary>
[TemplateModel]
internal sealed partial record CorrectionLine(string On, string Reason);

/// <summary>What a model's page says about the boards of one release: for each row every metric with count, interval and source, and what it costs a call, a thousand calls and a year.</summary>
internal static class ModelOnBoard
{
    public static ModelOnBoardModel Model(SiteIndex index, ImmutableArray<Entry> entries)
    {
        var (benchmark, release) = (entries[0].Benchmark.Benchmark, entries[0].Release.Release);
        return new(
            Id: Addresses.PartOfModel(benchmark, release),
            Name: benchmark.Name,
            Path: entries[0].IsInDraftBehind ? Addresses.Release(benchmark, release) : Addresses.Benchmark(benchmark),
            Release: ReleaseText.InSentence(benchmark, release),
            Date: Format.Date(release.Date),
            Charts: new(() => entries.Length == 1 ? [] : Ranks(entries)),
            Rows: [.. entries.Select((entry, i) => Row(index, entry, i, entries))]);
    }

    /// <summary>The ranks around the model on each of the boards: with its one row, or before its several.</summary>
    private static ImmutableArray<ChartFigure> Ranks(ImmutableArray<Entry> entries) =>
    [
        .. entries.Select(entry => entry.Board).Distinct()
            .Select(board => ModelCharts.Ranks(board, entries[0].Row.Model)).OfType<ChartFigure>(),
    ];

    private static RowOnBoard Row(SiteIndex index, Entry entry, int number, ImmutableArray<Entry> all)
    {
        var (board, row, submission) = (entry.Board, entry.Row, entry.Row.Submission);
        var key = FigureKey.Row(board, row);
        var part = Addresses.PartOfModel(board.Benchmark, board.Release);
        var several = all.Length > 1;
        return new(
            Id: Addresses.RowOnModel(board, row),
            Report: new(() => Addresses.Report(index.Site, board, row)),
            Heading: several ? Heading(entry) : null,
            Short: Short(entry),
            Rank: RankText.Sentence(row, board),
            Onward: new(() => Onward(entry)),
            OwnJudge: new(() => OwnJudge(index, entry)),
            Strengths: new(() => Strengths.Model(index.Of(board), row)),
            Badge: new(() => BadgeOffer.Of(index, entry)),
            Ranks: new(() => several ? [] : Ranks(all)),
            Profile: new(() => ModelCharts.Profile(
                index.Of(board), row, $"profile-{part}-{Format.Plain(number + 1)}", level: several ? 4 : 3)),
            Metrics: new(() => MetricTable.Of(Metrics(index, board.Benchmark, row, key))),
            ByUseCase: new(() => ByUseCase(board, row, key)),
            Costs: new(() => Costs(index, board, row, key)),
            Calls: Calls(row),
            CallChart: new(() => all.First(other => other.Row.Submission == submission) == entry
                ? CallCharts.OfRow(entry, $"calls-{part}-{Format.Plain(number + 1)}", several ? 4 : 3)
                : null),
            Facts: new(() => Facts(index, submission)),
            Issues: submission.KnownIssues,
            Corrections: new(() => [.. submission.Corrections.Select(correction => new CorrectionLine(Format.Date(correction.On), correction.Reason))]),
            Sources: new(() => Sources(row)),
            File: index.InRepository(submission.Place),
            Label: row.Label,
            UseCaseNoun: NounWords.Of(board.Benchmark.UseCaseNoun));
    }

    /// <summary>Which judges of a board judged by programs share the model's provider; null where none does.</summary>
    private static OwnJudgeNote? OwnJudge(SiteIndex index, Entry entry)
    {
        var judges = JudgeText.OfOwnProvider(entry.Release.Agreement, entry.Board, entry.Row).Select(judge => JudgeText.Name(index.Scored.Catalogue, judge)).ToArray();
        return judges.Length == 0 ? null : new(
            Text: judges.Length == 1
                ? $"One judge of this row, {judges[0]}, comes from the same provider and may favour it."
                : $"Judges of this row, {Format.List(judges)}, come from the same provider and may favour it.",
            Path: $"{Addresses.Agreement(entry.Benchmark, entry.Release)}#own-provider");
    }

    private static string Heading(Entry entry)
    {
        var label = entry.Row.Label;
        return entry.Release.Boards.Length > 1 ? $"{label}, {entry.Board.Method.Name}" : label;
    }

    /// <summary>What tells the row from others of the same model, in a list of them.</summary>
    private static string Short(Entry entry)
    {
        string[] parts = [entry.Row.Submission.Variant, entry.Release.Boards.Length > 1 ? DimensionText.InSentence(entry.Board.Method.Name) : ""];
        return string.Join(", ", parts.Where(part => part.Length > 0)) is { Length: > 0 } said ? said : "as it is";
    }

    /// <summary>The row beside those next to it by rank, and the board that it can be chosen on.</summary>
    private static OnwardLinks Onward(Entry entry)
    {
        var (board, row) = (entry.Board, entry.Row);
        var at = board.Complete.IndexOf(row);
        LeaderboardRow[] beside = at < 0 ? [] : [.. new[] { at - 1, at + 1 }.Where(i => i >= 0 && i < board.Complete.Length).Select(i => board.Complete[i])];
        var key = $"board={Addresses.BoardKey(board)}";
        return new(
            Compare: $"{key}&rows={string.Join(',', beside.Prepend(row).Select(one => one.Submission.Id))}",
            Neighbours: beside.Length == 0 ? null : Format.List([.. beside.Select(other => other.Label)]),
            Choose: board.Benchmark.Unranked is null ? key : null);
    }

    /// <summary>Each dimension, then its metrics and their parts.</summary>
    private static ImmutableArray<MetricLine> Metrics(SiteIndex index, Benchmark benchmark, LeaderboardRow row, string key)
    {
        var lines = ImmutableArray.CreateBuilder<MetricLine>();
        foreach (var score in row.Dimensions)
        {
            var dimension = score.Dimension;
            lines.Add(Line(
                index,
                dimension.Name,
                "strong",
                FigureKey.Dimension(key, dimension),
                MoneyText.Named(benchmark, dimension.Printed),
                score.Estimate,
                Scale(dimension),
                score.Coverage,
                benchmark.UseCaseNoun));
            // A single metric would repeat its dimension, and a column of dashes its first.
            var metrics = score.Metrics.SelectMany(metric => metric.Parts.Prepend(metric)).ToImmutableArray();
            if (metrics.Length < 2 || metrics.All(metric => metric.Estimate is null))
            {
                continue;
            }

            foreach (var metric in metrics)
            {
                lines.Add(Line(
                    index,
                    metric.Metric.Name,
                    "part-of",
                    FigureKey.Metric(key, dimension, metric.Metric),
                    MoneyText.Named(benchmark, metric.Metric.Printed),
                    metric.Estimate,
                    Scale(dimension),
                    metric.Coverage,
                    benchmark.UseCaseNoun));
            }
        }

        return lines.ToImmutable();
    }

    // Seconds and money have no scale of their own, so a bar would only repeat the number.
    private static BarScale? Scale(Dimension dimension) =>
        dimension.Unit is Unit.Grade or Unit.Percent or Unit.Share ? BarScale.For(dimension, []) : null;

    private static MetricLine Line(
        SiteIndex index, string name, string css, string key, PrintedUnit unit, Estimate? estimate, BarScale? scale, Coverage coverage, Noun useCases)
    {
        var places = estimate?.Evidence.Select(evidence => evidence.Place).Distinct().ToArray() ?? [];
        return new(
            Name: name,
            Css: css,
            Figure: Figure.Of(key, unit, estimate, scale),
            Basis: estimate is null ? null : DimensionText.Basis(estimate),
            Coverage: coverage.IsComplete || coverage.IsEmpty || estimate is null
                ? null
                : $"{Format.Plain(coverage.Count)} of {Format.Plain(coverage.Total)} {useCases.Many}",
            File: places.Length > 0 ? index.InRepository(places[0]) : null,
            MoreFiles: places.Length > 1 ? $"and {Format.Plural(places.Length - 1, "more file", "more files")}" : null,
            Source: estimate?.Evidence.Select(evidence => evidence.Source.Title).Distinct().ToArray() is { Length: > 0 } titles
                ? titles.Length == 1 ? titles[0] : $"{titles[0]} and {Format.Plain(titles.Length - 1)} more"
                : null);
    }

    /// <summary>Use cases as rows and dimensions as columns; null where a board has one use case.</summary>
    private static UseCaseTable? ByUseCase(Leaderboard board, LeaderboardRow row, string key)
    {
        var dimensions = row.Dimensions.Where(score => score.Estimate is not null).ToImmutableArray();
        if (board.UseCases.Length < 2 || dimensions.IsEmpty)
        {
            return null;
        }

        return new(
            Columns: [.. dimensions.Select(score => new DimensionHead(score.Dimension.Name, DimensionText.Unit(board.Benchmark, score.Dimension)))],
            Rows:
            [
                .. board.UseCases.Select((useCase, i) => new UseCaseFigures(
                    useCase.Name,
                    Addresses.UseCase(board.Benchmark, useCase),
                    [
                        .. dimensions.Select(score => Figure.Of(
                            FigureKey.Dimension(key, score.Dimension, useCase), score.Dimension.Printed, score.UseCases[i].Estimate)),
                    ])),
            ]);
    }

    /// <summary>Money per 1,000 calls and per year; null where the row has no money.</summary>
    private static RowCosts? Costs(SiteIndex index, Leaderboard board, LeaderboardRow row, string key)
    {
        var score = row.Dimensions.FirstOrDefault(score => score.Dimension.Unit == Unit.Usd && score.Estimate is not null);
        if (score?.Estimate is not { } estimate)
        {
            return null;
        }

        var yearly = score.UseCases.Where(useCase => useCase.UsdPerYear is not null).ToImmutableArray();
        return new(
            Call: Figure.Of(FigureKey.Dimension(key, score.Dimension), score.Dimension.Printed, estimate)!,
            Partial: score.IsPartial ? $"over {Format.Plain(score.Coverage.Count)} of {Format.Plain(score.Coverage.Total)} {board.Benchmark.UseCaseNoun.Many}" : null,
            Tier: TierMark.Of(score.Dimension, score.Tier),
            Band: TierMark.Published(score),
            Per: MoneyText.PerCalls(board.Benchmark),
            Repriced: RepricedOfRow.Of(index, board, row),
            CallNoun: NounWords.Of(MoneyText.CallNoun(board.Benchmark)),
            Yearly:
            [
                .. yearly.Select(useCase => new YearlyCost(
                    Name: useCase.UseCase.Name,
                    Path: Addresses.UseCase(board.Benchmark, useCase.UseCase),
                    Calls: Format.Count(useCase.UseCase.CallsPerYear!.Value),
                    Usd: Figure.Money(FigureKey.Year(key, score.Dimension, useCase.UseCase), useCase.UsdPerYear!.Value))),
            ]);
    }

    private static string? Calls(LeaderboardRow row) =>
        row.Dimensions.Select(score => score.Calls).FirstOrDefault(calls => calls is not null) is { } calls
            ? $"{Format.Counted(calls.Total, "call")} timed: {Format.Count(calls.Ok)} answered, "
                + $"{Format.Plural(calls.Errors, "error", "errors")}, {Format.Plural(calls.Timeouts, "timeout", "timeouts")}. Failed calls are counted, never averaged in."
            : null;

    private static ImmutableArray<Fact> Facts(SiteIndex index, Submission submission)
    {
        string[] judges = [.. submission.Judges
            .Select(judge => judge.Model is { } id && index.Scored.Catalogue.Models.TryGetValue(id, out var model) ? model.Name : judge.Rater)
            .Distinct()];
        return Fact.Known(
        [
            new("Run by", submission.SubmittedBy),
            new("Evaluated", submission.EvaluatedOn is { } evaluated ? Format.Date(evaluated) : null),
            new("Submitted", submission.SubmittedOn is { } submitted ? Format.Date(submitted) : null),
            new("Checked by", submission.VerifiedBy ?? "nobody that we know of"),
            new(judges.Length == 1 ? "Judge" : "Judges", judges.Length == 0 ? null : Format.List(judges)),
            .. submission.Settings.Select(setting => new Fact(setting.Key, setting.Value)),
        ]);
    }

    private static ImmutableArray<SourceLine> Sources(LeaderboardRow row)
    {
        var gives = row.Dimensions
            .SelectMany(score => SourceList.SourcesOf(score).Select(source => (source.Id, score.Dimension.Name)))
            .Distinct()
            .ToLookup(use => use.Id, use => use.Name);
        return [.. row.Submission.Sources.Select(source => SourceList.Model(source, [.. gives[source.Id]]))];
    }
}
