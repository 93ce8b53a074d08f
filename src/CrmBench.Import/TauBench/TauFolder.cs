using System.Collections.Immutable;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;

namespace CrmBench.Import.TauBench;

/// <summary>What a text and a voice submission to tau-bench have in common on their way into <c>data/</c>.</summary>
internal static class TauFolder
{
    /// <summary>Identifier of the leaderboard among a submission's sources; the first one.</summary>
    public const string LeaderboardSource = "tau-bench";

    private const string Commit = "a2c024725189473d2d7cea3a5cfdbcc67478e41f";
    private const string Submissions =
        $"https://github.com/sierra-research/tau2-bench/blob/{Commit}/web/leaderboard/public/submissions";

    private const string Verified = "Verified evaluation with full trajectory data";

    /// <summary>The folder without scores and costs.</summary>
    /// <param name="submission">The submission in the source.</param>
    /// <param name="model">Our identifier of its model.</param>
    /// <param name="benchmark">Identifier of our benchmark.</param>
    /// <param name="release">Identifier of our release.</param>
    /// <param name="trials">Trials of each task, as a text.</param>
    public static SubmissionFolder Of(TauSubmission submission, string model, string benchmark, string release, string trials)
    {
        var variant = Variant(submission);
        return new SubmissionFolder
        {
            Benchmark = benchmark,
            Release = release,
            Id = Slug.Of(variant.Length == 0 ? model : $"{model}-{variant}"),
            Model = model,
            Variant = variant,
            SubmittedBy = submission.SubmittedBy,
            SubmittedOn = submission.SubmittedOn,
            EvaluatedOn = submission.EvaluatedOn,
            Method = "automated",
            Settings = Settings(submission, trials),
            Sources =
            [
                new SourceEntry(
                    LeaderboardSource,
                    $"tau-bench leaderboard, submission {submission.Id}",
                    $"{Submissions}/{submission.Id}/submission.json",
                    "MIT",
                    "2026-08-18",
                    Note(submission)),
            ],
            VerifiedBy = submission.VerificationDetails.StartsWith(Verified, StringComparison.Ordinal)
                ? "The leaderboard's maintainers (Sierra), from the recorded conversations"
                : "",
            KnownIssues = [.. KnownIssues(submission)],
        };
    }

    /// <summary>The money of the domains that have any.</summary>
    public static ImmutableArray<CostRow> Costs(TauSubmission submission) =>
    [
        .. submission.Domains.Where(domain => domain.Cost.Length > 0).Select(domain =>
            new CostRow(domain.Cost, "1") { UseCase = domain.UseCase, Source = LeaderboardSource }),
    ];

    private static string Note(TauSubmission submission)
    {
        var solved = submission.Domains.Select(domain => domain.PassPercents[0]).Where(percent => percent.Length > 0);
        var excess = solved.FirstOrDefault(figure => Figure.WithoutBinaryExcess(figure) != figure);
        var note = submission.IsVoice
            ? "Shares of solved tasks as printed there; the rates of turn-taking, from 0 to 1 there, are percent here."
            : "Figures as printed there.";
        return excess is null
            ? note
            : $"{note} A value such as {excess} is written {Figure.WithoutBinaryExcess(excess)}: the rest is the noise of a "
                + "binary fraction.";
    }

    private static string Variant(TauSubmission submission) => submission.ReasoningEffort switch
    {
        "enabled" => "reasoning",
        "none" => "no reasoning",
        var effort => effort,
    };

    private static ImmutableSortedDictionary<string, string> Settings(TauSubmission submission, string trials)
    {
        var retrieval = submission.Domains.Select(domain => domain.Retrieval).Where(config => config.Length > 0).Distinct();
        return ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                KeyValuePair.Create("Benchmark version", submission.Version),
                KeyValuePair.Create("Reasoning effort", submission.ReasoningEffort),
                KeyValuePair.Create("Retrieval in banking-knowledge", string.Join(", ", retrieval)),
                KeyValuePair.Create("Simulated customer", submission.UserSimulator),
                KeyValuePair.Create("Trials per task", trials),
                KeyValuePair.Create("Type of submission", submission.Type),
            ]);
    }

    private static IEnumerable<string> KnownIssues(TauSubmission submission)
    {
        if (TauRemarks.For(submission.Id) is { } remark)
        {
            yield return remark;
        }

        if (submission.VerificationDetails.Contains("Trajectories suppressed", StringComparison.Ordinal))
        {
            yield return "The source calls this a preliminary comparison and keeps the recorded conversations to itself.";
        }

        if (string.CompareOrdinal(submission.EvaluatedOn, submission.SubmittedOn) > 0)
        {
            yield return $"The source dates the evaluation ({submission.EvaluatedOn}) after the submission ({submission.SubmittedOn}): "
                + "its entry was updated later.";
        }

        if (submission.EvaluatedOn.Length > 0 && string.CompareOrdinal(submission.EvaluatedOn, submission.ModelReleased) < 0)
        {
            yield return $"The source dates the evaluation ({submission.EvaluatedOn}) before the model's release "
                + $"({submission.ModelReleased}).";
        }

        if (DateOfId(submission.Id) is { } dateOfId && submission.ModelReleased.Length > 0
            && string.CompareOrdinal(dateOfId, submission.ModelReleased) < 0
            && string.CompareOrdinal(submission.SubmittedOn, submission.ModelReleased) >= 0)
        {
            yield return $"The source's folder carries the date {dateOfId}, which is wrong: "
                + $"the model came out on {submission.ModelReleased}.";
        }
    }

    // Identifiers end in a date, with hyphens or, in one case, underscores; those dates and the models' do not always agree.
    private static string? DateOfId(string id) =>
        id.Length >= 10 && id[^10..].Replace('_', '-') is var date && ValueText.TryDate(date, out _) ? date : null;
}
