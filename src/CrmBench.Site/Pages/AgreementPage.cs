using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Charts;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>agreement</c> shows.</summary>
[TemplateModel]
internal sealed partial record AgreementPageModel(
    PageHead Head,
    string Answer,
    string BeforeRelease,
    string? Finding,
    string? FindingFigures,
    string? OtherJudges,
    ImmutableArray<string> Meaning,
    ImmutableArray<JudgeRow> Judges,
    bool SeveralJudges,
    bool SeveralMetrics,
    string Release,
    string ReleasePath,
    string Date,
    string IsoDate,
    ImmutableArray<SwitchLink> Releases,
    string Level,
    bool WithKappa,
    ImmutableArray<RatersRow> Raters,
    ImmutableArray<ProgramsAgainstPeople> Between,
    string? OneKind,
    ImmutableArray<OwnProviderRow> Shared,
    bool SeveralPairs,
    bool OneMetric,
    bool HasJudges,
    ChartFigure AlphaChart,
    ImmutableArray<ChartFigure> DifferenceCharts,
    ImmutableArray<ChartFigure> Distributions,
    string Methodology,
    Html? Prose,
    ImmutableArray<PageHeading>? Contents) : PageModel(Head), IPageModel
{
    public static string Template => "agreement";
}

/// <summary>How far the raters of one method agree on one metric.</summary>
[TemplateModel]
internal sealed partial record RatersRow(
    string Metric,
    bool Counted,
    string Method,
    string Coefficient,
    Figure? Alpha,
    Figure? Kappa,
    string Raters,
    string Responses,
    string Ratings,
    string Items,
    string Verdict,
    string Meaning);

/// <summary>How far a method of programs agrees with one of people on one metric.</summary>
[TemplateModel]
internal sealed partial record ProgramsAgainstPeople(
    string Metric,
    string Methods,
    string Models,
    string Responses,
    Figure? Spearman,
    Figure? Kendall,
    Figure? ByResponse,
    Figure Difference,
    string Words);

/// <summary>A submission that was judged by models of its own provider.</summary>
[TemplateModel]
internal sealed partial record OwnProviderRow(string Label, string Path, ImmutableArray<OwnProviderJudge> Judges, string Provider, string ProviderPath);

/// <summary>A judge of a submission's own provider.</summary>
[TemplateModel]
internal sealed partial record OwnProviderJudge(string Name, string? Path, bool Itself);

/// <summary>Whether a release's raters agree with each other, programs with people, and who judged its own kind.</summary>
internal static class AgreementPage
{
    public static AgreementPageModel Model(SiteIndex index, ScoredBenchmark scored, ScoredRelease release, AgreementReport agreement, Text? prose)
    {
        var benchmark = scored.Benchmark;
        var finding = AgreementFinding.Of(index, benchmark, release.Release, agreement);
        var inFront = Addresses.AgreementInFront(scored) == release;
        var trail = new List<Link> { new(benchmark.ShortName, Addresses.Benchmark(benchmark)) };
        if (!inFront && Addresses.AgreementInFront(scored) is not null)
        {
            trail.Add(new("Agreement", Addresses.Agreement(benchmark)));
        }

        var head = new PageHead(
            index,
            Addresses.Agreement(scored, release),
            inFront ? $"Agreement, {benchmark.ShortName}" : $"Agreement, {benchmark.ShortName}, {ReleaseText.Name(release.Release)}",
            section: "methodology",
            Addresses.Methodology(benchmark))
        {
            Description = $"How far the raters of {benchmark.Name} agree with each other, and whether judging programs agree with people.",
            Heading = finding is null ? $"Do the raters of {benchmark.ShortName} agree?" : $"Do automatic judges agree with people on {benchmark.ShortName}?",
            Trail = [.. trail],
            Crumb = inFront ? "Agreement" : ReleaseText.Name(release.Release),
            Invented = benchmark.Invented,
            Watch = FeedLink.Of(benchmark),
            UseCaseNoun = NounWords.Of(benchmark.UseCaseNoun),
            Styles = BoardTable.Styles,
            Scripts = ["js/figures.js"],
        };

        var rankBy = benchmark.Dimensions.First(dimension => dimension.Id == release.Release.RankBy);
        var oneMethodOfPeople = agreement.Metrics.SelectMany(metric => metric.Methods).Select(methods => methods.People.Id).Distinct().Count() == 1;
        return new(
            head,
            Answer: VerdictText.Answer(Answering(agreement, rankBy)),
            BeforeRelease: Noun.Capital(ReleaseText.Before(benchmark, release.Release)),
            Finding: finding?.Verdict(),
            FindingFigures: finding?.Figures(),
            OtherJudges: finding?.Others(),
            Meaning: finding?.Meaning() ?? [],
            Judges: finding?.Rows() ?? [],
            SeveralJudges: finding is { SeveralJudges: true },
            SeveralMetrics: finding is { SeveralMetrics: true },
            Release: release.Release.Name,
            ReleasePath: Addresses.Board(scored, release, release.Boards[0]),
            Date: Format.Date(release.Release.Date),
            IsoDate: Format.IsoDate(release.Release.Date),
            Releases: Releases(scored, release),
            Level: Format.Level(benchmark.ConfidenceLevel),
            WithKappa: agreement.Metrics.SelectMany(metric => metric.Raters).Any(raters => raters.WeightedKappa is not null),
            Raters:
            [
                .. agreement.Metrics.SelectMany(metric => metric.AmongRaters, (metric, raters) =>
                    Raters(benchmark, release.Release, metric.Metric, raters, rankBy)),
            ],
            Between:
            [
                .. agreement.Metrics.SelectMany(metric => metric.Methods, (metric, methods) =>
                    Between(benchmark, release.Release, metric.Metric, methods, oneMethodOfPeople)),
            ],
            OneKind: OneKind(agreement),
            Shared: Shared(index, benchmark, release.Release, agreement),
            SeveralPairs: agreement.Metrics.Any(metric => metric.Methods.Length > 1),
            OneMetric: agreement.Metrics.Length == 1,
            HasJudges: release.Release.Submissions.Any(submission => !submission.Judges.IsEmpty),
            AlphaChart: AgreementCharts.Alpha(benchmark, agreement),
            DifferenceCharts: AgreementCharts.Differences(benchmark, agreement),
            Distributions: AgreementCharts.Distributions(agreement),
            Methodology: Addresses.Methodology(benchmark),
            Prose: prose?.Body,
            Contents: Contents.Model(
            [
                .. finding is null ? Array.Empty<(string, string)>() : [("judge-instead", "A judge instead of people?")],
                ("raters", "Do raters agree with each other?"),
                ("methods", "Do programs judge like people?"),
                ("own-provider", "Did judges rate their own kind?"),
                ("grades", "Which grades were given?"),
                .. prose is null ? [] : Contents.Of(prose.Body),
            ]));
    }

    /// <summary>The metrics that the answer speaks of: those counted in the ranking, or all where none of these was rated.</summary>
    private static ImmutableArray<MetricAgreement> Answering(AgreementReport agreement, Dimension rankBy)
    {
        var counted = CountedMetrics.Of(rankBy).ToHashSet();
        var answering = agreement.Metrics.Where(metric => counted.Contains(metric.Metric)).ToImmutableArray();
        return answering.IsEmpty ? agreement.Metrics : answering;
    }

    private static ImmutableArray<SwitchLink> Releases(ScoredBenchmark scored, ScoredRelease current)
    {
        var rated = scored.Releases
            .Where(release => release.HasAgreement && (ReferenceEquals(release, current) || !scored.IsDraftBehind(release)))
            .ToArray();
        return rated.Length < 2 ? [] :
        [
            .. rated.Select(release => new SwitchLink(
                ReleaseText.Name(release.Release), Addresses.Agreement(scored, release), ReferenceEquals(release, current))),
        ];
    }

    private static RatersRow Raters(Benchmark benchmark, Release release, Metric metric, RaterAgreement raters, Dimension rankBy) => new(
        Metric: metric.Name,
        Counted: CountedMetrics.Of(rankBy).Contains(metric),
        Method: raters.Method.Name,
        Coefficient: raters.Measurement == MeasurementLevel.Ordinal ? "ordinal" : "nominal",
        Alpha: Figure.Coefficient(FigureKey.Raters(release, benchmark.Id, metric, raters, "alpha"), raters.Alpha, raters.Interval),
        Kappa: Figure.Coefficient(FigureKey.Raters(release, benchmark.Id, metric, raters, "kappa"), raters.WeightedKappa),
        Raters: Format.Count(raters.Raters),
        Responses: Format.Count(raters.Responses),
        Ratings: Format.Count(raters.Ratings),
        Items: Format.Count(raters.Items),
        Verdict: VerdictText.Word(raters.Verdict),
        Meaning: VerdictText.Meaning(raters.Verdict));

    private static ProgramsAgainstPeople Between(Benchmark benchmark, Release release, Metric metric, MethodAgreement methods, bool oneMethodOfPeople)
    {
        string Key(string figure) => FigureKey.Methods(release, benchmark.Id, metric, methods, figure);
        var interval = methods.MeanDifference.ToInterval(new(benchmark.ConfidenceLevel));
        return new(
            Metric: metric.Name,
            Methods: oneMethodOfPeople
                ? JudgeText.Name(methods.Programs)
                : $"{JudgeText.Name(methods.Programs)} against {DimensionText.InSentence(methods.People.Name)}",
            Models: Format.Count(methods.Submissions),
            Responses: Format.Count(methods.Responses),
            Spearman: Figure.Coefficient(Key("spearman"), methods.Spearman),
            Kendall: Figure.Coefficient(Key("kendall"), methods.KendallTauB),
            ByResponse: Figure.Coefficient(Key("responses"), methods.SpearmanOfResponses),
            Difference: Figure.Difference(Key("difference"), metric.Printed, methods.MeanDifference.Value, interval),
            Words: Milder(metric, methods.MeanDifference.Value, interval));
    }

    /// <summary>Whether programs are milder or stricter than people; said only where the interval does not include zero.</summary>
    private static string Milder(Metric metric, double difference, Interval? interval) => interval switch
    {
        null => "no interval",
        { Low: <= 0, High: >= 0 } => "no difference shown",
        _ => difference > 0 == (metric.Better == Direction.Higher) ? "programs are milder" : "programs are stricter",
    };

    /// <summary>Why there is nothing to compare, or null where there is.</summary>
    private static string? OneKind(AgreementReport agreement)
    {
        if (agreement.Metrics.Any(metric => !metric.Methods.IsEmpty))
        {
            return null;
        }

        var kinds = agreement.Metrics.SelectMany(metric => metric.Raters).Select(raters => raters.Method.JudgedBy).Distinct().ToArray();
        return kinds switch
        {
            [JudgedBy.People] => "Only people rated in this release. Whether programs would judge alike stays open.",
            [JudgedBy.Programs] => "Only programs rated in this release. Whether people would judge alike stays open.",
            _ => "People and programs rated different responses in this release. Whether they judge alike stays open.",
        };
    }

    /// <summary>One row for each judged submission; a model that judged in several ways is named once.</summary>
    private static ImmutableArray<OwnProviderRow> Shared(SiteIndex index, Benchmark benchmark, Release release, AgreementReport agreement) =>
    [
        .. agreement.SharedProviders.GroupBy(shared => (shared.Submission.Id, Provider: shared.Provider.Id)).Select(judged =>
        {
            var (submission, provider) = (judged.First().Submission, judged.First().Provider);
            var model = index.Scored.Catalogue.Models[submission.Model];
            return new OwnProviderRow(
                Label: submission.LabelWith(model),
                Path: Addresses.ModelOn(model.Id, benchmark, release),
                Judges:
                [
                    .. judged.Select(shared => shared.Judge)
                        .DistinctBy(judge => JudgeText.Name(index.Scored.Catalogue, judge))
                        .Select(judge => new OwnProviderJudge(
                            JudgeText.Name(index.Scored.Catalogue, judge),
                            judge.Model is { } id ? Addresses.Model(id) : null,
                            Itself: judge.Model == model.Id)),
                ],
                Provider: provider.Name,
                ProviderPath: Addresses.Provider(provider.Id));
        }),
    ];
}

/// <summary>What a verdict on agreement is called, and what follows from it for a reader; the page's prose explains the same words.</summary>
internal static class VerdictText
{
    /// <summary>The verdicts over the scale of a coefficient, for a chart.</summary>
    public static ImmutableArray<AgreementZone> Zones { get; } =
    [
        new(-1, Word(AgreementVerdict.None)),
        new(0, Word(AgreementVerdict.Weak)),
        new(0.667, Word(AgreementVerdict.Tentative)),
        new(0.8, Word(AgreementVerdict.Reliable)),
    ];

    public static string Word(AgreementVerdict verdict) => verdict switch
    {
        AgreementVerdict.Reliable => "strong",
        AgreementVerdict.Tentative => "tentative",
        AgreementVerdict.Weak => "weak",
        AgreementVerdict.None => "none shown",
        _ => "not known",
    };

    public static string Meaning(AgreementVerdict verdict) => verdict switch
    {
        AgreementVerdict.Reliable => "raters are nearly interchangeable",
        AgreementVerdict.Tentative => "good enough for cautious conclusions",
        AgreementVerdict.Weak => "use only large differences",
        AgreementVerdict.None => "cannot be told from chance",
        _ => "too few shared ratings, or all alike",
    };

    /// <summary>The answer of a page: each method's verdicts with the metrics they hold for, best verdict first.</summary>
    public static string Answer(IEnumerable<MetricAgreement> metrics)
    {
        var explained = new HashSet<AgreementVerdict>();
        var methods = metrics
            .SelectMany(metric => metric.AmongRaters, (metric, raters) => (metric.Metric.Name, raters.Method, raters.Verdict))
            .GroupBy(entry => entry.Method)
            .Select(method => $"{method.Key.Name}: {string.Join("; ", method
                .GroupBy(entry => entry.Verdict)
                .OrderByDescending(verdict => verdict.Key)
                .Select(verdict => Clause(verdict.Key, [.. verdict.Select(entry => entry.Name)], method.Count(), explained)))}.");
        return string.Join(' ', methods);
    }

    /// <summary>"weak on all 4 metrics (use only large differences)"; the meaning stands where the word comes first.</summary>
    private static string Clause(AgreementVerdict verdict, string[] metrics, int all, HashSet<AgreementVerdict> explained)
    {
        var meaning = explained.Add(verdict) ? $" ({Meaning(verdict)})" : "";
        var on = (metrics.Length == all && all > 2) ? $"all {Format.Plain(all)} counted metrics" : Format.List(metrics);
        return $"{Word(verdict)} on {on}{meaning}";
    }
}
