using System.Collections.Immutable;
using System.Globalization;
using CrmBench.CarryOver.Sources;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Agents;

/// <summary>Carries over the voice submissions to tau-bench, in releases that compare like with like.</summary>
internal static class VoiceBoard
{
    private const string Benchmark = "voice-agents";
    private const string StandardCustomer = "v1.0";
    private const string Banking = "banking_knowledge";

    /// <summary>The submissions of all releases.</summary>
    public static ImmutableArray<SubmissionFolder> Produce(SourceFolder source) => [.. Carried(source).Select(Folder)];

    /// <summary>The voice submissions of the source; all are carried over.</summary>
    internal static IEnumerable<TauSubmission> Carried(SourceFolder source) =>
        TauSubmission.ReadAll(source).Where(submission => submission.First["board"] == "voice");

    /// <summary>The release a submission belongs to: by who plays the customer, and banking apart because nobody ran it with the rest.</summary>
    internal static string Release(TauSubmission submission) => (submission.First["user_simulator"], submission.First["domain"]) switch
    {
        (StandardCustomer, not Banking) => "2026-08",
        (not StandardCustomer, not Banking) => "2026-08-custom-customer",
        (not StandardCustomer, Banking) => "2026-07-banking-custom-customer",
        _ => throw new InvalidDataException($"No release for the voice submission {submission.Id}."),
    };

    private static SubmissionFolder Folder(TauSubmission submission) =>
        TauFolder.Of(submission, Benchmark, Release(submission), trials: "1") with
        {
            Scores = [.. submission.Rows.SelectMany(Scores)],
            Costs = TauFolder.Costs(submission),
        };

    private static IEnumerable<ScoreRow> Scores(SourceRow row)
    {
        var useCase = TauSubmission.UseCase(row["domain"]);
        var tasks = TauSubmission.Tasks(row["domain"]);
        var solved = Figure.AsCount(row["pass_1_pct"], tasks)
            ?? throw new InvalidDataException($"{row["pass_1_pct"]} percent is no count of {tasks} tasks.");
        yield return new ScoreRow("pass-1", Figure.WithoutBinaryExcess(row["pass_1_pct"]))
        {
            UseCase = useCase,
            Successes = solved.ToString(CultureInfo.InvariantCulture),
            Trials = tasks.ToString(CultureInfo.InvariantCulture),
            Source = TauFolder.LeaderboardSource,
        };
        yield return Plain("response-latency", row["response_latency_mean_s"]);
        yield return Plain("yield-latency", row["yield_latency_mean_s"]);
        yield return Plain("interruption-rate", Figure.ShareToPercent(row["agent_interruption_rate"]));
        yield return Plain("response-rate", Figure.ShareToPercent(row["response_rate"]));

        ScoreRow Plain(string metric, string value) => new(metric, value) { UseCase = useCase, Source = TauFolder.LeaderboardSource };
    }
}
