using System.Collections.Immutable;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Published;

/// <summary>Carries over the LLM Benchmark for CRM of 2024: cost, speed and trust as published.</summary>
internal static class CrmBoard
{
    private const string Benchmark = "crm-llm";
    private const string LeaderboardSource = "leaderboard";

    private static readonly ImmutableDictionary<string, string> s_models = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("AI21 Jamba-Instruct", "jamba-instruct"),
            KeyValuePair.Create("Claude 3 Haiku", "claude-3-haiku"),
            KeyValuePair.Create("Claude 3 Opus", "claude-3-opus"),
            KeyValuePair.Create("Command R+", "command-r-plus"),
            KeyValuePair.Create("Command Text", "command-text"),
            KeyValuePair.Create("Gemini Pro 1.5", "gemini-1.5-pro"),
            KeyValuePair.Create("Gemini Pro 1", "gemini-1.0-pro"),
            KeyValuePair.Create("GPT 3.5 Turbo", "gpt-3.5-turbo"),
            KeyValuePair.Create("GPT 4 Turbo", "gpt-4-turbo"),
            KeyValuePair.Create("GPT4-o", "gpt-4o"),
            KeyValuePair.Create("Mistral 7B", "mistral-7b"),
            KeyValuePair.Create("LLaMA 3 8B", "llama-3-8b"),
            KeyValuePair.Create("LLaMA 3 70B", "llama-3-70b"),
            KeyValuePair.Create("Mixtral 8x7B", "mixtral-8x7b"),
            KeyValuePair.Create("XGen 2", "xgen-2"),
        ]);

    /// <summary>Columns of the source's table of trust, and the metrics and parts they fill.</summary>
    private static readonly ImmutableArray<(string Column, string Metric)> s_trust =
    [
        ("safety_pct", "safety"),
        ("privacy_zero_shot_match_avoidance_pct", "privacy-zero-shot-match"),
        ("privacy_zero_shot_reveal_avoidance_pct", "privacy-zero-shot-reveal"),
        ("privacy_five_shot_match_avoidance_pct", "privacy-five-shot-match"),
        ("privacy_five_shot_reveal_avoidance_pct", "privacy-five-shot-reveal"),
        ("truthfulness_pct", "truthfulness"),
    ];

    /// <summary>Our identifier of a model by the source's name; an unknown one throws.</summary>
    public static string ModelId(string name) => s_models[name];

    /// <summary>The submissions, one a model.</summary>
    public static ImmutableArray<SubmissionFolder> Produce(SourceFolder source)
    {
        var trust = source.Table("salesforce-crm-2024/trust.csv").Rows.ToDictionary(row => row["model"], StringComparer.Ordinal);
        return
        [
            .. source.Table("salesforce-crm-2024/cost_latency.csv").Rows
                .GroupBy(row => row["model"], StringComparer.Ordinal)
                .Select(rows => Folder(rows.Key, [.. rows], trust[rows.Key])),
        ];
    }

    private static SubmissionFolder Folder(string name, ImmutableArray<SourceRow> profiles, SourceRow trust) => new()
    {
        Benchmark = Benchmark,
        Release = "2024-07",
        Id = ModelId(name),
        Model = ModelId(name),
        SubmittedBy = "Salesforce AI Research",
        Method = "measured",
        Settings = ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            [KeyValuePair.Create("Hosting", profiles[0]["hosting"]), KeyValuePair.Create("Name in the source", name)]),
        Sources =
        [
            new SourceEntry(
                LeaderboardSource,
                "LLM Benchmark for CRM: files of the public leaderboard",
                "https://huggingface.co/spaces/Salesforce/crm_llm_leaderboard",
                "Apache-2.0",
                "2024-07-10",
                "Means over requests of about 500 (short) or 3,000 (long) tokens in and 250 out; money per 1,000 requests. "
                    + "Nothing is said on their spread."),
        ],
        KnownIssues = [.. KnownIssues(name, profiles)],
        Scores = [.. Scores(profiles, trust)],
        Costs =
        [
            .. profiles.Select(row => new CostRow(row["mean_cost_usd_per_1k_requests"], "1000")
            {
                Profile = Profile(row),
                Band = row["cost_band"].ToLowerInvariant(),
                Source = LeaderboardSource,
            }),
        ],
    };

    private static IEnumerable<ScoreRow> Scores(ImmutableArray<SourceRow> profiles, SourceRow trust)
    {
        foreach (var row in profiles.Where(row => !row.IsEmpty("mean_response_time_s")))
        {
            yield return new ScoreRow("seconds", row["mean_response_time_s"]) { Profile = Profile(row), Source = LeaderboardSource };
        }

        foreach (var (column, metric) in s_trust.Where(entry => !trust.IsEmpty(entry.Column)))
        {
            yield return new ScoreRow(metric, trust[column]) { Source = LeaderboardSource };
        }

        if (!trust.IsEmpty("crm_fairness_pct"))
        {
            yield return new ScoreRow("crm-fairness", trust["crm_fairness_pct"])
            {
                Low = trust["crm_fairness_low_pct"],
                High = trust["crm_fairness_high_pct"],
                Source = LeaderboardSource,
            };
        }
    }

    private static IEnumerable<string> KnownIssues(string name, ImmutableArray<SourceRow> profiles)
    {
        if (name == "GPT 4 Turbo")
        {
            yield return "GPT-4 and GPT-4 Turbo were run on different use cases, so this row can stand for two models.";
        }

        foreach (var row in profiles.Where(row => row["note"].StartsWith("from an earlier revision", StringComparison.Ordinal)))
        {
            yield return $"The figures of the {Profile(row)} profile come from an earlier revision of the publisher's file; the "
                + "final ones may differ.";
        }

        foreach (var row in profiles.Where(row => row.IsEmpty("mean_response_time_s")))
        {
            yield return $"The seconds of the {Profile(row)} profile are not available to us.";
        }

        if (profiles[0]["hosting"].StartsWith("self-hosted", StringComparison.Ordinal))
        {
            yield return "Run on the publisher's own machines (DJL and vLLM) and priced by instance hour; the published word "
                + "for cost does not follow the printed money.";
        }

        var money = profiles.ToDictionary(Profile, row => DecimalText.Parse(row["mean_cost_usd_per_1k_requests"]), StringComparer.Ordinal);
        if (money["short"] > money["long"])
        {
            yield return "The printed cost of short requests is above that of long ones, which the source does not explain.";
        }
    }

    private static string Profile(SourceRow row) => row["flavor"].ToLowerInvariant();
}
