using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>
/// The switch between people and programs on a board, and between judges. A method without results stands there too, with the reason: a
/// reader should see what is missing, not guess it, and whoever has what a benchmark asks for is shown where to hand it in.
/// </summary>
internal static class MethodSwitch
{
    /// <summary>The methods that may fill the benchmark's ranking, in its order; of people and programs, the kind that it lacks comes last.</summary>
    public static ImmutableArray<MethodLink> Methods(SiteIndex index, ScoredBenchmark scored, ScoredRelease release, Leaderboard current)
    {
        var guide = index.HasText("submit") ? Addresses.Submit : null;
        var ranked = scored.Benchmark.Dimensions.First(dimension => dimension.Id == scored.Benchmark.RankBy);
        var methods = scored.Benchmark.DeclaredMethods
            .Where(method => CountedMetrics.Of(ranked).Any(metric => metric.Methods.Contains(method.Id)))
            .ToArray();
        return
        [
            .. methods.Select(method => release.Boards.FirstOrDefault(board => board.Method.Id == method.Id) is { } board
                ? new(
                    method.DeclaredName,
                    Addresses.Board(scored, release, board),
                    Current: method.Id == (current.Method.View?.Method ?? current.Method.Id))
                : new MethodLink(method.DeclaredName, Path: null, Current: false, Why: "not published", guide, SubmitPage.AnchorOf(scored.Benchmark))),
            .. methods.All(method => method.JudgedBy == JudgedBy.People) ? [Foreign("Automated")]
                : methods.All(method => method.JudgedBy == JudgedBy.Programs) ? [Foreign("Manual")]
                : (MethodLink[])[],
        ];
    }

    /// <summary>The judges of the board's method, the default first, then their average; empty where no judges are shown apart.</summary>
    public static ImmutableArray<MethodLink> Judges(ScoredBenchmark scored, ScoredRelease release, Leaderboard current)
    {
        var boards = release.AllBoards.Where(board => board.Method.View is { } view && view.Method == current.Method.View?.Method).ToArray();
        return boards.Length < 2 ? [] :
        [
            .. boards.Select(board => new MethodLink(
                board.Method.View!.JudgeName, Addresses.Board(scored, release, board), Current: ReferenceEquals(board, current))),
        ];
    }

    /// <summary>A kind of judging that the benchmark has no method for: nobody can hand it in.</summary>
    private static MethodLink Foreign(string name) => new(name, Path: null, Current: false, Why: "not in this benchmark");
}

/// <summary>
/// A method or a judge with the path of its board, or with the reason why it has none; <c>Guide</c> and <c>Anchor</c> are where results
/// of it can be handed in.
/// </summary>
[TemplateModel]
internal sealed partial record MethodLink(
    string Name, string? Path, bool Current, string? Why = null, string? Guide = null, string? Anchor = null);

/// <summary>
/// A call for grades that nobody published: what a benchmark means to rank by and has no result for, with an example of the file that
/// would fill it, made from the benchmark's own names.
/// </summary>
[TemplateModel]
internal sealed partial record GradesCall(
    string What, string Methods, string Metrics, string? Guide, string Anchor, string Command, string Example)
{
    private const int ExampleItems = 2;

    /// <summary>The call, or null where the ranking dimension is not graded, or any release has a result for it.</summary>
    /// <param name="index">Everything scored.</param>
    /// <param name="scored">The benchmark.</param>
    /// <param name="useCase">The use case that the page is about; null for the first.</param>
    public static GradesCall? Of(SiteIndex index, ScoredBenchmark scored, UseCase? useCase = null)
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
        return new(
            What: dimension.Name,
            Methods: string.Join(" or ", methods.Select(method => $"by {(method.JudgedBy == JudgedBy.People ? "people" : "programs as judges")} ({DimensionText.InSentence(method.DeclaredName)})")),
            Metrics: Format.List([.. metrics.Select(metric => metric.Name)]),
            Guide: index.HasText("submit") ? Addresses.Submit : null,
            Anchor: SubmitPage.AnchorOf(benchmark),
            Command: $"crmbench new submission --benchmark {benchmark.Id}",
            Example: ExampleFile(useCase ?? benchmark.UseCases[0], metrics));
    }

    private static bool HasResult(ScoredRelease release, Metric metric, Method method) => release.Release.Submissions.Any(submission =>
        submission.Scores.Any(score => score.Metric == metric.Id && score.Method == method.Id)
        || submission.Ratings is { } ratings && ratings.Metrics.Contains(metric.Id));

    /// <summary>Four rows of a made-up <c>ratings.csv</c>: two people, two items, grades from the upper half of the scale.</summary>
    private static string ExampleFile(UseCase useCase, Metric[] metrics)
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
