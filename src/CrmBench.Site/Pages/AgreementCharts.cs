using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>The charts of the agreement page.</summary>
internal static class AgreementCharts
{
    /// <summary>Alpha of each metric and method before the verdicts.</summary>
    public static ChartFigure Alpha(Benchmark benchmark, AgreementReport agreement)
    {
        const string Heading = "Agreement among raters";
        var rows = new RowNames(agreement, SeveralMethods(agreement));
        var chart = new AgreementChart(
            new ChartFrame(
                "chart-alpha",
                Heading,
                "Krippendorff's alpha of each metric and method with its interval, before the limits of the verdicts.",
                "No metric has ratings by two raters on the same response."),
            "Krippendorff's alpha",
            rows.Heading,
            Format.Coefficient,
            VerdictText.Zones,
            [
                .. agreement.Metrics.SelectMany(metric => metric.AmongRaters, (metric, raters) =>
                    new AgreementRow(rows.Of(metric.Metric, raters.Method), raters.Alpha, ChartFigure.Whisker(raters.Interval))
                    {
                        Verdict = VerdictText.Word(raters.Verdict),
                    }),
            ]);
        return ChartFigure.Fitting(
            chart,
            Heading,
            $"0 is chance, 1 full agreement. Lines are {Format.Level(benchmark.ConfidenceLevel)} bootstrap intervals over items.");
    }

    /// <summary>How much higher programs grade than people: one chart for each unit; none where people and programs rated no response in common.</summary>
    public static ImmutableArray<ChartFigure> Differences(Benchmark benchmark, AgreementReport agreement) =>
    [
        .. agreement.Metrics.Where(metric => !metric.Methods.IsEmpty).GroupBy(metric => metric.Metric.Unit).Select(metrics =>
        {
            const string Heading = "Programs minus people";
            var names = new RowNames(agreement, agreement.Metrics.Any(metric => metric.Methods.Length > 1));
            var unit = metrics.Key == Unit.Percent ? "points" : "grades";
            var axis = new ChartAxis($"Difference, {unit}", value => Format.WithSign(metrics.Key, value));
            var rows = metrics.SelectMany(metric => metric.Methods, (metric, methods) => new ForestRow(
                names.Of(metric.Metric, methods.Programs),
                methods.MeanDifference.Value,
                ChartFigure.Whisker(methods.MeanDifference.ToInterval(new(benchmark.ConfidenceLevel)))));
            return ChartFigure.Fitting(
                new ForestChart(
                    new ChartFrame(
                        $"chart-difference-{unit}",
                        Heading,
                        "Mean difference between the grades of programs and of people for the same responses, with its interval.",
                        "No response was rated by both."),
                    axis,
                    names.Heading,
                    [.. rows])
                {
                    Sides = ("people give more", "programs give more"),
                },
                Heading,
                $"Mean over the responses that both rated, in {unit}. Filled: the interval leaves zero behind.");
        }),
    ];

    /// <summary>The grades given: one chart for each scale.</summary>
    public static ImmutableArray<ChartFigure> Distributions(AgreementReport agreement)
    {
        var rows = new RowNames(agreement, SeveralMethods(agreement));
        return
        [
            .. agreement.Metrics.GroupBy(metric => string.Join('|', Grades(metric))).Select((group, i) =>
            {
                var metrics = group.ToImmutableArray();
                var kind = IsFlag(metrics[0]) ? "Flags" : $"Grades {Format.Plain(metrics[0].Metric.Scale!.Lowest)}–{Format.Plain(metrics[0].Metric.Scale!.Highest)}";
                var heading = $"{kind}: {(metrics.Length == 1 ? metrics[0].Metric.Name : Format.Counted(metrics.Length, "metric"))}";
                return ChartFigure.Fitting(
                    new DistributionChart(
                        new ChartFrame(
                            $"chart-grades-{Format.Plain(i + 1)}",
                            heading,
                            "Share of ratings that gave each grade, by metric and method.",
                            "There are no ratings."),
                        rows.Heading,
                        "Ratings",
                        Grades(metrics[0]),
                        [
                            .. metrics.SelectMany(metric => metric.Raters, (metric, raters) =>
                                new DistributionRow(rows.Of(metric.Metric, raters.Method), raters.Distribution.Counts)),
                        ]),
                    heading,
                    "Every single rating, before any averaging; n is their number.");
            }),
        ];
    }

    private static ImmutableArray<string> Grades(MetricAgreement metric)
    {
        var distribution = metric.Raters[0].Distribution;
        if (IsFlag(metric))
        {
            return ["not flagged", "flagged"];
        }

        var names = metric.Metric.Scale!.Grades.ToDictionary(grade => grade.Value, grade => grade.Name);
        return
        [
            .. Enumerable.Range(distribution.Lowest, distribution.Counts.Length).Select(grade =>
                names.TryGetValue(grade, out var name) && name.Length > 0 ? $"{Format.Plain(grade)} {name}" : Format.Plain(grade)),
        ];
    }

    private static bool IsFlag(MetricAgreement metric) => metric.Metric.Unit == Unit.Percent && metric.Raters[0].Distribution.Counts.Length == 2;

    private static bool SeveralMethods(AgreementReport agreement) =>
        agreement.Metrics.SelectMany(metric => metric.Raters).Select(raters => raters.Method.Id).Distinct().Skip(1).Any();

    /// <summary>
    /// What the rows of a chart are called. Names differ at their ends, and a narrow chart cuts the ends off: what all rows share is
    /// therefore left out.
    /// </summary>
    private sealed class RowNames(AgreementReport agreement, bool severalMethods)
    {
        private readonly bool _severalMetrics = agreement.Metrics.Select(metric => metric.Metric.Id).Distinct().Skip(1).Any();

        public string Heading => _severalMetrics || !severalMethods ? "Metric" : "Judged by";

        public string Of(Metric metric, Method method) => (_severalMetrics, severalMethods) switch
        {
            (_, false) => metric.Name,
            (false, true) => JudgeText.Name(method),
            (true, true) when method.View is null => $"{metric.Name}, {DimensionText.InSentence(method.Name)}",
            (true, true) => $"{metric.Name}, {JudgeText.InSentence(method)}",
        };
    }
}
