using System.Collections.Immutable;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Published;

/// <summary>
/// Carries over the ratings of summaries of customer-service calls (DECODA) by three people and one judge on the same scale.
/// </summary>
internal static class CallSummariesBoard
{
    private const string Folder = "decoda-calls";
    private const string Judge = "deepseek-r1";
    private const string WordLimit = "word limit";
    private const string Guideline = "guideline, then word limit";

    // The people's ratings of secondary problems stay out: nine a system, because few calls have any.
    private const string JudgeOnly = "sub_issues";

    private static readonly ImmutableArray<string> s_columns = ["faithfulness", "main_issues", "resolution", JudgeOnly];

    private static readonly ImmutableArray<(string Name, string Id, string Model, string Variant)> s_systems =
    [
        ("BARThez fine-tuned on DECODA", "barthez-decoda", "barthez-decoda", ""),
        ("GPT-3.5 Turbo, guideline then word limit", "gpt-3.5-turbo-guideline", "gpt-3.5-turbo", Guideline),
        ("GPT-3.5 Turbo, word limit prompt", "gpt-3.5-turbo-word-limit", "gpt-3.5-turbo", WordLimit),
        ("GPT-4, guideline then word limit", "gpt-4-guideline", "gpt-4", Guideline),
        ("GPT-4, word limit prompt", "gpt-4-word-limit", "gpt-4", WordLimit),
        ("Human reference summary", "human-reference", "human-reference", ""),
    ];

    /// <summary>The submissions, one a system.</summary>
    public static ImmutableArray<SubmissionFolder> Produce(SourceFolder inputs)
    {
        var ratings = inputs.Table($"{Folder}/ratings.csv").Rows;
        return
        [
            .. s_systems.Select(system => new SubmissionFolder
            {
                Benchmark = "call-summaries",
                Release = "2025-11",
                Id = system.Id,
                Model = system.Model,
                Variant = system.Variant,
                SubmittedBy = "Y. Zhou, F. Ringeval and F. Portet",
                Method = "manual",
                Judges = [new JudgeEntry(Judge, "automated", Judge)],
                Sources = [Source()],
                KnownIssues = [.. IssuesOf(system.Model)],
                RatedMetrics = [.. s_columns.Select(column => column.Replace('_', '-'))],
                Ratings = [.. ratings.Where(row => row["model"] == system.Name).Select(Rating)],
            }),
        ];
    }

    private static RatingRow Rating(SourceRow row)
    {
        var people = row["method"] == "manual";
        return new RatingRow(
            "call-summary",
            row["item"],
            people ? row["rater"] : Judge,
            [.. s_columns.Select(column => people && column == JudgeOnly ? "" : row[column])]);
    }

    private static SourceEntry Source() => new(
        "decoda",
        "Can GPT models Follow Human Summarization Guidelines? (INLG 2025): ratings by people and by DeepSeek-R1",
        "https://github.com/yongxin2020/LLM-Sum-Guidelines/tree/5e78814334a537a342d79e3aeaabb9b0e8237182",
        "Apache-2.0",
        "2025-11-30",
        "One row a rater and a summary, as the files have it; calls were given numbers. The people's ratings of secondary problems are left "
        + "out. No call and no summary is copied.");

    private static IEnumerable<string> IssuesOf(string model) => model switch
    {
        "human-reference" => ["Not a model: the summary that people wrote for the data set."],
        "barthez-decoda" => ["Fine-tuned by the authors on other calls of the same collection; it is not a general model."],
        _ => ["The authors called a rolling name of the model; the dated version is not stated."],
    };
}
