using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>
/// A call for grades that nobody published: what a benchmark means to rank by and has no result for, with an example of the file that
/// would fill it, made from the benchmark's own names.
/// </summary>
internal static class GradesCall
{
    private const int ExampleItems = 2;

    /// <summary>The call, or null where the ranking dimension is not graded, or any release has a result for it.</summary>
    /// <param name="index">Everything scored.</param>
    /// <param name="scored">The benchmark.</param>
    /// <param name="useCase">The use case that the page is about; null for the first.</param>
    public static ScriptObject? Of(SiteIndex index, ScoredBenchmark scored, UseCase? useCase = null)
    {
        var benchmark = scored.Benchmark;
        var dimension = benchmark.Dimensions.First(dimension => dimension.Id == benchmark.RankBy);
        var metrics = CountedMetrics.Of(dimension).Where(metric => metric.Scale is not null).ToArray();
        var isKnown = scored.Releases.Any(release =>
            benchmark.Methods.Any(method => metrics.Any(metric => metric.Methods.Contains(method.Id) && HasResult(release, metric, method))));
        if (metrics.Length == 0 || benchmark.UseCases.IsEmpty || isKnown)
        {
            return null;
        }

        var methods = benchmark.DeclaredMethods.Where(method => metrics.Any(metric => metric.Methods.Contains(method.Id))).ToArray();
        return new ScriptObject
        {
            ["what"] = dimension.Name,
            ["methods"] = string.Join(" or ", methods.Select(method => $"by {(method.JudgedBy == JudgedBy.People ? "people" : "judging models")} ({DimensionText.InSentence(method.DeclaredName)})")),
            ["metrics"] = Format.List([.. metrics.Select(metric => metric.Name)]),
            ["guide"] = index.HasText("submit") ? Addresses.Submit : null,
            ["anchor"] = SubmitPage.AnchorOf(benchmark),
            ["command"] = $"crmbench new submission --benchmark {benchmark.Id}",
            ["example"] = Example(useCase ?? benchmark.UseCases[0], metrics),
        };
    }

    private static bool HasResult(ScoredRelease release, Metric metric, Method method) => release.Release.Submissions.Any(submission =>
        submission.Scores.Any(score => score.Metric == metric.Id && score.Method == method.Id)
        || submission.Ratings is { } ratings && ratings.Metrics.Contains(metric.Id));

    /// <summary>Four rows of a made-up <c>ratings.csv</c>: two people, two items, grades from the upper half of the scale.</summary>
    private static string Example(UseCase useCase, Metric[] metrics)
    {
        var lines = new List<string> { $"use_case,item,rater,{string.Join(',', metrics.Select(metric => metric.Id))}" };
        for (var row = 0; row < 2 * ExampleItems; row++)
        {
            var grades = metrics.Select((metric, i) => Format.Plain(metric.Scale!.Highest - ((row + i) % 2)));
            lines.Add($"{useCase.Id},item-{Format.Plain((row / 2) + 1)},person-{Format.Plain((row % 2) + 1)},{string.Join(',', grades)}");
        }

        return string.Join('\n', lines);
    }
}
