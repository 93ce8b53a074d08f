using System.Globalization;
using CrmBench.Data.Writing;

namespace CrmBench.Import.TauBench;

/// <summary>The voice submissions to tau-bench, in releases that compare like with like.</summary>
internal static class TauVoiceBoard
{
    /// <summary>Identifier of their benchmark here.</summary>
    public const string Benchmark = "voice-agents";

    private const string StandardCustomer = "v1.0";
    private const string Banking = "banking_knowledge";

    /// <summary>
    /// The release a submission belongs to, or null where there is none: by who plays the customer, and banking apart: nobody ran it
    /// with the rest.
    /// </summary>
    public static string? Release(TauSubmission submission) =>
        (submission.UserSimulator == StandardCustomer, submission.Domains.Any(domain => domain.Name == Banking)) switch
        {
            (true, false) => "2026-08",
            (false, false) => "2026-08-custom-customer",
            (false, true) => "2026-07-banking-custom-customer",
            _ => null,
        };

    /// <summary>The submission here.</summary>
    /// <param name="submission">The submission there.</param>
    /// <param name="model">Our identifier of its model.</param>
    /// <param name="release">Identifier of the release.</param>
    public static SubmissionFolder Folder(TauSubmission submission, string model, string release) =>
        TauFolder.Of(submission, model, Benchmark, release, trials: "1") with
        {
            Scores = [.. submission.Domains.SelectMany(Scores)],
            Costs = TauFolder.Costs(submission),
        };

    private static IEnumerable<ScoreRow> Scores(TauDomain domain)
    {
        if (domain.PassPercents[0].Length > 0)
        {
            var solved = Figure.AsCount(domain.PassPercents[0], domain.Tasks);
            yield return Row("pass-1", Figure.WithoutBinaryExcess(domain.PassPercents[0])) with
            {
                Successes = solved?.ToString(CultureInfo.InvariantCulture) ?? "",
                Trials = solved is null ? "" : domain.Tasks.ToString(CultureInfo.InvariantCulture),
            };
        }

        foreach (var row in new[]
        {
            Row("response-latency", domain.ResponseLatency),
            Row("yield-latency", domain.YieldLatency),
            Row("interruption-rate", Percent(domain.InterruptionRate)),
            Row("response-rate", Percent(domain.ResponseRate)),
        }.Where(row => row.Value.Length > 0))
        {
            yield return row;
        }

        ScoreRow Row(string metric, string value) => new(metric, value) { UseCase = domain.UseCase, Source = TauFolder.LeaderboardSource };

        static string Percent(string share) => share.Length == 0 ? "" : Figure.ShareToPercent(share);
    }
}
