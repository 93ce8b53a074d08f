using System.Collections.Immutable;
using CrmBench.CarryOver.Models;
using CrmBench.CarryOver.Sources;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Agents;

/// <summary>What a text and a voice submission to tau-bench have in common on their way into <c>data/</c>.</summary>
internal static class TauFolder
{
    /// <summary>Identifier of the leaderboard among a submission's sources; the first one.</summary>
    public const string LeaderboardSource = "tau-bench";

    private const string Commit = "a2c024725189473d2d7cea3a5cfdbcc67478e41f";

    /// <summary>The folder without scores and costs.</summary>
    /// <param name="submission">The submission in the source.</param>
    /// <param name="benchmark">Identifier of our benchmark.</param>
    /// <param name="release">Identifier of our release.</param>
    /// <param name="trials">Trials of each task, as a text.</param>
    public static SubmissionFolder Of(TauSubmission submission, string benchmark, string release, string trials)
    {
        var first = submission.First;
        var model = KnownModels.ForTauName(first["model"]);
        var variant = Variant(first);
        return new SubmissionFolder
        {
            Benchmark = benchmark,
            Release = release,
            Id = variant.Length == 0 ? model : $"{model}-{variant.ToLowerInvariant().Replace(' ', '-')}",
            Model = model,
            Variant = variant,
            SubmittedBy = first["submitting_organization"],
            SubmittedOn = first["submission_date"],
            EvaluatedOn = first["evaluation_date"],
            Method = "automated",
            Settings = Settings(submission, trials),
            Sources =
            [
                new SourceEntry(
                    LeaderboardSource,
                    $"tau-bench leaderboard, submission {submission.Id}",
                    $"https://github.com/sierra-research/tau2-bench/blob/{Commit}/web/leaderboard/public/submissions/{submission.Id}/submission.json",
                    "MIT",
                    "2026-08-18",
                    Note(submission)),
            ],
            VerifiedBy = submission.VerificationDetails.StartsWith("Verified evaluation with full trajectory data", StringComparison.Ordinal)
                ? "The leaderboard's maintainers (Sierra), from the recorded conversations"
                : "",
            KnownIssues = [.. KnownIssues(submission)],
        };
    }

    /// <summary>The money of the domains that have any.</summary>
    public static ImmutableArray<CostRow> Costs(TauSubmission submission) =>
    [
        .. submission.Rows.Where(row => !row.IsEmpty("cost_usd_per_task")).Select(row =>
            new CostRow(row["cost_usd_per_task"], "1") { UseCase = TauSubmission.UseCase(row["domain"]), Source = LeaderboardSource }),
    ];

    private static string Note(TauSubmission submission)
    {
        ImmutableArray<string> solved = [.. submission.Rows.Select(row => row["pass_1_pct"])];
        var excess = solved.FirstOrDefault(figure => Figure.WithoutBinaryExcess(figure) != figure);
        var note = submission.First["board"] == "voice"
            ? "Shares of solved tasks as printed there; the rates of turn-taking, from 0 to 1 there, are percent here."
            : "Figures as printed there.";
        return excess is null
            ? note
            : $"{note} A value such as {excess} is written {Figure.WithoutBinaryExcess(excess)}: the rest is the noise of a binary fraction.";
    }

    private static string Variant(SourceRow row) => row["reasoning_effort"] switch
    {
        "enabled" => "reasoning",
        "none" => "no reasoning",
        var effort => effort,
    };

    private static ImmutableSortedDictionary<string, string> Settings(TauSubmission submission, string trials)
    {
        var first = submission.First;
        var retrieval = string.Join(", ", submission.Rows.Select(row => row["retrieval_config"]).Where(config => config.Length > 0).Distinct());
        return ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                KeyValuePair.Create("Benchmark version", first["bench_version"]),
                KeyValuePair.Create("Reasoning effort", first["reasoning_effort"]),
                KeyValuePair.Create("Retrieval in banking-knowledge", retrieval),
                KeyValuePair.Create("Simulated customer", first["user_simulator"]),
                KeyValuePair.Create("Trials per task", trials),
                KeyValuePair.Create("Type of submission", first["submission_type"]),
            ]);
    }

    private static IEnumerable<string> KnownIssues(TauSubmission submission)
    {
        var first = submission.First;
        if (TauRemarks.For(submission.Id) is { } remark)
        {
            yield return remark;
        }

        if (submission.VerificationDetails.Contains("Trajectories suppressed", StringComparison.Ordinal))
        {
            yield return "The source calls this a preliminary comparison and keeps the recorded conversations to itself.";
        }

        if (string.CompareOrdinal(first["evaluation_date"], first["submission_date"]) > 0)
        {
            yield return $"The source dates the evaluation ({first["evaluation_date"]}) after the submission ({first["submission_date"]}): "
                + "its entry was updated later.";
        }

        // Identifiers end in a date, with a hyphen or, in one case, underscores; those dates and the models' do not always agree.
        var dateOfId = submission.Id[^10..].Replace('_', '-');
        if (!first.IsEmpty("model_release_date") && string.CompareOrdinal(dateOfId, first["model_release_date"]) < 0
            && string.CompareOrdinal(first["submission_date"], first["model_release_date"]) >= 0)
        {
            yield return $"The source's folder carries the date {dateOfId}, which is wrong: "
                + $"the model came out on {first["model_release_date"]}.";
        }
    }
}
