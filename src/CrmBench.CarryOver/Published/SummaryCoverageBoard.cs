using System.Collections.Immutable;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Published;

/// <summary>
/// Carries over the judgments of "Summary of a Haystack": whether an insight that should be in a summary is there, by a person and by
/// six judges. A summary is an item, and each insight a criterion of it.
/// </summary>
internal static class SummaryCoverageBoard
{
    private const string Folder = "summhay";
    private const string JudgePrefix = "judge-";

    private static readonly ImmutableSortedDictionary<string, string> s_useCases = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("sales call conversations", "sales-calls"),
            KeyValuePair.Create("clinic visit conversations", "clinic-visits"),
            KeyValuePair.Create("retail business news", "retail-news"),
        ]);

    private static readonly ImmutableSortedDictionary<string, string> s_models = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("Claude 3 Haiku", "claude-3-haiku"),
            KeyValuePair.Create("Claude 3 Opus", "claude-3-opus"),
            KeyValuePair.Create("Claude 3 Sonnet", "claude-3-sonnet"),
            KeyValuePair.Create("Command R+", "command-r-plus"),
            KeyValuePair.Create("GPT-3.5 Turbo", "gpt-3.5-turbo"),
            KeyValuePair.Create("GPT-4 Turbo", "gpt-4-turbo"),
            KeyValuePair.Create("GPT-4o", "gpt-4o"),
            KeyValuePair.Create("Gemini 1.5 Flash", "gemini-1.5-flash"),
            KeyValuePair.Create("Gemini 1.5 Pro", "gemini-1.5-pro"),
        ]);

    private static readonly ImmutableArray<JudgeEntry> s_judges =
    [
        new("gpt-4o", "automated", "gpt-4o"),
        new("gpt-4o-9shot", "automated", "gpt-4o"),
        new("claude-3-opus", "automated", "claude-3-opus"),
        new("claude-3-haiku", "automated", "claude-3-haiku"),
        new("gemini-1.5-pro", "automated", "gemini-1.5-pro"),
        new("gpt-3.5-turbo", "automated", "gpt-3.5-turbo"),
    ];

    // The authors' mapping, in steps of a half: not, partly and fully covered.
    private static readonly ImmutableDictionary<string, string> s_grades = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [KeyValuePair.Create("0.0", "0"), KeyValuePair.Create("0.5", "1"), KeyValuePair.Create("1.0", "2")]);

    /// <summary>The submissions, one a model.</summary>
    public static ImmutableArray<SubmissionFolder> Produce(SourceFolder inputs)
    {
        var pairs = inputs.Table($"{Folder}/items.csv").Rows.ToImmutableDictionary(row => row["item"], StringComparer.Ordinal);
        var ratings = inputs.Table($"{Folder}/ratings.csv").Rows;
        return
        [
            .. s_models.Select(model => Submission(
                model.Value,
                [.. ratings.Where(row => row["model"] == model.Key)],
                [.. pairs.Values.Where(row => row["model"] == model.Key)],
                pairs)),
        ];
    }

    private static SubmissionFolder Submission(
        string model,
        ImmutableArray<SourceRow> ratings,
        ImmutableArray<SourceRow> ownPairs,
        ImmutableDictionary<string, SourceRow> pairs) => new()
        {
            Benchmark = "summary-coverage",
            Release = "2024-09",
            Id = model,
            Model = model,
            SubmittedBy = "P. Laban, A. R. Fabbri, C. Xiong and C.-S. Wu (Salesforce AI Research)",
            Method = "manual",
            Judges = s_judges,
            Settings = SettingsOf(ownPairs),
            Sources =
            [
                new SourceEntry(
                    "summhay",
                    "Summary of a Haystack (EMNLP 2024): data/eval_benchmark_data.json",
                    "https://github.com/salesforce/summary-of-a-haystack/tree/43531729bc39fdc301bcc9ff7b26c5e6ce3fbf57",
                    "Apache-2.0",
                    "2024-09-20",
                    "One judgment a person or judge and a pair of summary and insight, as the file has it; summaries were given numbers, "
                    + "and not, partly and fully covered are 0, 1 and 2. No summary and no document is copied."),
            ],
            KnownIssues =
            [
                "The source names the family of the model, not the dated version.",
                .. ratings.Any(row => row["use_case"] == "retail business news")
                    ? Array.Empty<string>()
                    : ["The source has no summary of retail news by this model."],
            ],
            RatedMetrics = ["completeness"],
            Ratings =
            [
                .. ratings.Select(row => new RatingRow(
                    s_useCases[row["use_case"]],
                    pairs[row["item"]]["summary"],
                    row["method"] == "manual" ? row["rater"] : row["rater"][JudgePrefix.Length..],
                    [s_grades[row["completeness"]]])
                {
                    Criterion = row["item"][(pairs[row["item"]]["summary"].Length + 1)..],
                }),
            ],
        };

    private static ImmutableSortedDictionary<string, string> SettingsOf(ImmutableArray<SourceRow> pairs)
    {
        var settings = pairs.DistinctBy(pair => pair["summary"], StringComparer.Ordinal).CountBy(pair => pair["retrieval_setting"])
            .OrderBy(setting => setting.Key, StringComparer.Ordinal);
        return ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                KeyValuePair.Create("Summaries by retrieval setting", string.Join(", ", settings.Select(setting => $"{setting.Key} {setting.Value}"))),
            ]);
    }
}
