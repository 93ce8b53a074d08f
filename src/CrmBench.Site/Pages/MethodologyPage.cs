using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>methodology</c> shows.</summary>
[TemplateModel]
internal sealed partial record MethodologyPageModel(
    PageHead Head,
    ImmutableArray<BenchmarkLink> Switcher,
    string Summary,
    Html? Own,
    ImmutableArray<MeasuredDimension> Dimensions,
    ImmutableArray<ScaleText> Scales,
    ImmutableArray<MethodText> Methods,
    string? Agreement,
    ImmutableArray<ProfileText> Profiles,
    ImmutableArray<UseCaseLine> UseCases,
    bool EqualWeights,
    bool WithAreas,
    bool WithTypes,
    string? Calls,
    ImmutableArray<TiersText> Tiers,
    WorkedExample? Example,
    Html? General,
    ImmutableArray<PageHeading>? Contents) : PageModel(Head), IPageModel
{
    public static string Template => "methodology";
}

/// <summary>A dimension with its metrics and their parts.</summary>
[TemplateModel]
internal sealed partial record MeasuredDimension(
    string Id, string Name, string Description, string Unit, string Better, ImmutableArray<MeasuredMetric> Metrics);

/// <summary>A metric, or a part of one, and how its numbers are made.</summary>
[TemplateModel]
internal sealed partial record MeasuredMetric(string Name, bool IsPart, string Description, string How);

/// <summary>A scale with the metrics that use it.</summary>
[TemplateModel]
internal sealed partial record ScaleText(string Id, string Metrics, ImmutableArray<GradeText> Grades);

/// <summary>A grade and what it means, for the partial <c>grades</c>.</summary>
[TemplateModel]
internal sealed partial record GradeText(string Value, string Name, string Meaning)
{
    /// <summary>The grades of a scale that have names; none where there is no scale.</summary>
    public static ImmutableArray<GradeText> All(RatingScale? scale) =>
        [.. (scale?.Grades ?? []).Select(grade => new GradeText(Format.Plain(grade.Value), grade.Name, grade.Meaning))];
}

/// <summary>A method, and its judges where they are shown apart.</summary>
[TemplateModel]
internal sealed partial record MethodText(string Name, string? Judges, string By, string Description);

/// <summary>The tokens that cost and speed refer to.</summary>
[TemplateModel]
internal sealed partial record ProfileText(string Name, string Input, string Output);

/// <summary>A use case and how it weighs.</summary>
[TemplateModel]
internal sealed partial record UseCaseLine(
    string Name, string Path, string Area, string Type, string? Profile, string? Calls, string Weight);

/// <summary>The bands of a dimension, and why they are so.</summary>
[TemplateModel]
internal sealed partial record TiersText(string Id, string Name, string Reason, ImmutableArray<TierBandText> Bands);

/// <summary>A band with its bounds in words.</summary>
[TemplateModel]
internal sealed partial record TierBandText(TierMark Tier, string Bounds);

/// <summary>A use case of the example; a cell for each metric where there are several.</summary>
[TemplateModel]
internal sealed partial record ExampleRow(
    string Name, ImmutableArray<Figure?> Cells, Figure? Figure, string? Error, string? Count);

/// <summary>
/// How a benchmark's numbers are made: its own prose with the limits first, then what its definition says, an example, the methods.
/// </summary>
internal static class MethodologyPage
{
    public static MethodologyPageModel Model(SiteIndex index, ScoredBenchmark scored, Text? own, Text? methods)
    {
        var benchmark = scored.Benchmark;
        var example = WorkedExample.Of(scored);
        var general = methods is null ? null : MethodsUsed.Of(scored, index.Scored.Catalogue, methods.Body);
        var path = Addresses.Methodology(benchmark);
        var head = new PageHead(index, path, $"Methodology, {benchmark.ShortName}", section: "methodology", methodology: path)
        {
            Description = $"What {benchmark.Name} measures, how its numbers, intervals, ranks and tiers come about, and what it does not show.",
            Heading = $"How are the numbers of {benchmark.ShortName} made?",
            Trail = [new(benchmark.ShortName, Addresses.Benchmark(benchmark))],
            Crumb = "Methodology",
            Invented = benchmark.Invented,
            Watch = FeedLink.Of(benchmark),
            UseCaseNoun = NounWords.Of(benchmark.UseCaseNoun),
        };
        return new(
            head,
            Switcher: BenchmarkLink.All(index, benchmark, Addresses.Methodology),
            Summary: benchmark.Summary,
            Own: own?.Body,
            Dimensions: [.. benchmark.Dimensions.Select(dimension => Dimension(benchmark, dimension))],
            Scales: Scales(benchmark),
            Methods:
            [
                .. benchmark.DeclaredMethods.Select(method => new MethodText(
                    Name: method.DeclaredName,
                    Judges: Judges(benchmark, method),
                    By: ResultWords.Of(method.JudgedBy),
                    Description: method.Description)),
            ],
            Agreement: Addresses.AgreementInFront(scored) is not null ? Addresses.Agreement(benchmark) : null,
            Profiles:
            [
                .. benchmark.Profiles.Select(profile =>
                    new ProfileText(profile.Name, Format.Count(profile.InputTokens), Format.Count(profile.OutputTokens))),
            ],
            UseCases: UseCases(benchmark),
            EqualWeights: benchmark.UseCaseWeights.IsEmpty,
            WithAreas: benchmark.UseCases.Any(useCase => useCase.Area.Length > 0),
            WithTypes: benchmark.UseCases.Any(useCase => useCase.Type.Length > 0),
            Calls: benchmark.UseCases.Any(useCase => useCase.CallsPerYear is not null) ? MoneyText.CallNoun(benchmark).Titles : null,
            Tiers: [.. WithTiers(benchmark).Select(dimension => Tiers(benchmark, dimension))],
            Example: example,
            General: general,
            Contents: Contents.Model(ContentsOf(benchmark, own, general, withExample: example is not null)));
    }

    /// <summary>The judges of a method that are shown apart, the default first; null where all are averaged.</summary>
    private static string? Judges(Benchmark benchmark, Method method)
    {
        var judges = benchmark.Methods.Where(view => view.View is { IsAverage: false } shown && shown.Method == method.Id)
            .Select(view => view.View!.JudgeName)
            .ToArray();
        return judges switch
        {
            [] => null,
            [var only] => $"Its judge is {only}.",
            [var first, ..] => $"{Format.Counted(judges.Length, "judge")}, each with a board of its own and never averaged unless asked: {Format.List(judges)}. Boards show {first} first.",
        };
    }

    /// <summary>The headings of the page, in the order of the template.</summary>
    private static IEnumerable<(string Id, string Name)> ContentsOf(Benchmark benchmark, Text? own, Html? general, bool withExample)
    {
        var defined = new List<(string, string)> { ("measured", "Everything that is measured") };
        defined.AddRange(ScaleGroups(benchmark).Select((_, i) => (ScaleId(i), "What the grades mean")).Take(1));
        defined.Add(("who-judges", "Who judges"));
        if (!benchmark.IsWhole)
        {
            defined.Add(("use-cases", benchmark.UseCaseNoun.Titles));
        }

        defined.AddRange(WithTiers(benchmark).Select(dimension => (TiersId(dimension), $"Tiers of {dimension.Name}")));
        if (withExample)
        {
            defined.Add(("example", "An example from the board"));
        }

        return [.. own is null ? [] : Contents.Of(own.Body), .. defined, .. general is null ? [] : Contents.Of(general)];
    }

    private static IEnumerable<Dimension> WithTiers(Benchmark benchmark) =>
        benchmark.Dimensions.Where(dimension => dimension.Tiers is not null);

    private static string ScaleId(int index) => $"grades-{Format.Plain(index + 1)}";

    private static string TiersId(Dimension dimension) => $"tiers-{dimension.Id}";

    private static MeasuredDimension Dimension(Benchmark benchmark, Dimension dimension) => new(
        Id: dimension.Id,
        Name: dimension.Name,
        Description: dimension.Description,
        Unit: DimensionText.Unit(benchmark, dimension),
        Better: DimensionText.Better(dimension.Better),
        Metrics:
        [
            .. dimension.Metrics.SelectMany(metric => metric.Parts.Prepend(metric), (parent, metric) =>
                Metric(benchmark, metric, isPart: !ReferenceEquals(parent, metric))),
        ]);

    private static MeasuredMetric Metric(Benchmark benchmark, Metric metric, bool isPart) =>
        new(metric.Name, isPart, metric.Description, How: string.Join("; ", How(benchmark, metric, isPart)));

    private static IEnumerable<string> How(Benchmark benchmark, Metric metric, bool isPart)
    {
        yield return metric switch
        {
            { PassPower: { } k } => $"share of tasks solved in {(k == 1 ? "a single try" : $"all of {Format.Plain(k)} tries")}, percent",
            { Parts.IsEmpty: false } => $"mean of its {Format.Plain(metric.Parts.Length)} parts",
            { Unit: Unit.Grade, Scale: { } scale } => $"grade from {Format.Plain(scale.Lowest)} to {Format.Plain(scale.Highest)}",
            { Unit: Unit.Percent } => "percent",
            { Unit: Unit.Seconds } => $"{StatisticName(metric.Statistic)}, seconds",
            { Unit: Unit.Number } => metric.UnitName,
            { Unit: Unit.Minutes } => "minutes",
            { Unit: Unit.Share } => "share from 0 to 1",
            { Unit: Unit.Count } => metric.UnitName.Length > 0 ? $"number of {metric.UnitName}" : "count",
            _ => MoneyText.Unit(benchmark),
        };
        yield return DimensionText.Better(metric.Better);
        if (benchmark.DeclaredMethods.Skip(1).Any())
        {
            var methods = benchmark.DeclaredMethods.Where(method => metric.Methods.Contains(method.Id)).Select(method => method.DeclaredName);
            yield return $"method: {Format.List([.. methods])}";
        }

        if (!metric.Counted && !isPart)
        {
            yield return "shown beside the mean, not counted in it";
        }
    }

    private static string StatisticName(Statistic statistic) => statistic switch
    {
        Statistic.P50 => "median",
        Statistic.P95 => "95th percentile",
        Statistic.P99 => "99th percentile",
        _ => "mean",
    };

    /// <summary>Scales with words for their grades, each once, with the metrics that use it.</summary>
    private static IEnumerable<IGrouping<string, Metric>> ScaleGroups(Benchmark benchmark) => benchmark.AllMetrics
        .Where(metric => metric.Scale is { Grades.IsEmpty: false })
        .GroupBy(metric => string.Join('|', metric.Scale!.Grades));

    private static ImmutableArray<ScaleText> Scales(Benchmark benchmark) =>
    [
        .. ScaleGroups(benchmark).Select((metrics, i) => new ScaleText(
            ScaleId(i), Format.List([.. metrics.Select(metric => metric.Name)]), GradeText.All(metrics.First().Scale))),
    ];

    private static ImmutableArray<UseCaseLine> UseCases(Benchmark benchmark) =>
    [
        .. benchmark.UseCases.Where(useCase => !useCase.IsWhole).Select(useCase => new UseCaseLine(
            Name: useCase.Name,
            Path: Addresses.UseCase(benchmark, useCase),
            Area: useCase.Area,
            Type: useCase.Type,
            Profile: benchmark.Profiles.FirstOrDefault(profile => profile.Id == useCase.Profile)?.Name,
            Calls: useCase.CallsPerYear is { } calls ? Format.Count(calls) : null,
            Weight: Format.Compact(benchmark.UseCaseWeights.GetValueOrDefault(useCase.Id, 1.0)))),
    ];

    private static TiersText Tiers(Benchmark benchmark, Dimension dimension) => new(
        Id: TiersId(dimension),
        Name: dimension.Name,
        Reason: dimension.Tiers!.Reason,
        Bands:
        [
            .. dimension.Tiers.Bands.Select((_, i) => new TierBandText(
                TierMark.Of(dimension, new TierSpan(i, i))!, Bounds(benchmark, dimension.Tiers, i))),
        ]);

    private static string Bounds(Benchmark benchmark, Tiers tiers, int band) => tiers.AsPublished
        ? "as its source printed it"
        : tiers.Bands[band].UpTo is { } most
            ? $"up to {Format.WithUnit(MoneyText.Named(benchmark, Unit.Usd), most)}"
            : band > 0 && tiers.Bands[band - 1].UpTo is { } least ? $"more than {Format.WithUnit(MoneyText.Named(benchmark, Unit.Usd), least)}" : "any amount";
}

/// <summary>The first row of the board in front, step by step: from metrics to use cases to the score, its interval and its rank.</summary>
[TemplateModel]
internal sealed partial record WorkedExample(
    string Label,
    string Path,
    string Dimension,
    ImmutableArray<string> Metrics,
    ImmutableArray<ExampleRow> Rows,
    Figure Figure,
    string? Error,
    string? Factor,
    string? Level,
    string? Rank)
{
    public static WorkedExample? Of(ScoredBenchmark scored)
    {
        if (scored.Front?.Boards[0] is not { Complete: [var row, ..] } board)
        {
            return null;
        }

        // A mean of equal numbers shows nothing: where the ranking dimension is one figure for all use cases, another one serves.
        var score = Varies(row.RankedBy) || board.UseCases.Length == 1 ? row.RankedBy : row.Dimensions.FirstOrDefault(Varies) ?? row.RankedBy;
        var dimension = score.Dimension;
        var estimate = score.Estimate!;
        var counted = dimension.CountedMetrics.ToArray();
        var key = FigureKey.Row(board, row);
        return new(
            Label: row.Label,
            Path: Addresses.ModelOn(row, board),
            Dimension: dimension.Name,
            Metrics: counted.Length < 2 ? [] : [.. counted.Select(metric => metric.Name)],
            Rows:
            [
                .. score.UseCases.Select(useCase => new ExampleRow(
                    Name: useCase.UseCase.Name,
                    Cells: counted.Length < 2 ? [] :
                    [
                        .. counted.Select(metric => Figure.Of(
                            FigureKey.Metric(key, dimension, metric, useCase.UseCase),
                            metric.Printed,
                            useCase.Cells.First(cell => cell.Metric.Id == metric.Id).Estimate)),
                    ],
                    Figure: Figure.Of(FigureKey.Dimension(key, dimension, useCase.UseCase), dimension.Printed, useCase.Estimate),
                    Error: useCase.Estimate?.StandardError is { } error ? Format.WithUnit(dimension.Printed, error) : null,
                    Count: useCase.Estimate is { } known ? DimensionText.Count(known) : null)),
            ],
            Figure: Figure.Of(FigureKey.Dimension(key, dimension), dimension.Printed, estimate)!,
            Error: estimate.StandardError is { } standard ? Format.WithUnit(dimension.Printed, standard) : null,
            Factor: estimate is { StandardError: > 0 and var spread, Interval: { } interval }
                ? Format.Value(Unit.Grade, interval.HalfWidth / spread)
                : null,
            Level: estimate.Level is { } level ? Format.Level(level) : null,
            Rank: ReferenceEquals(score, row.RankedBy) ? RankSentence(board, row) : null);
    }

    private static bool Varies(DimensionScore score) =>
        score is { Estimate: not null, Coverage.IsComplete: true } && score.UseCases.Select(useCase => useCase.Estimate?.Value).Distinct().Skip(1).Any();

    private static string? RankSentence(Leaderboard board, LeaderboardRow row)
    {
        if (row.RankRange is not { } range)
        {
            return null;
        }

        var worse = board.Complete.Length - range.Worst;
        return $"{Format.Count(range.Best - 1)} of the {Format.Count(board.Complete.Length - 1)} other complete rows "
            + $"{(range.Best - 1 == 1 ? "is" : "are")} shown to be better and {Format.Count(worse)} to be worse, "
            + $"so its rank is {Format.Ranks(range)}.";
    }
}
