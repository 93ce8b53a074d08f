using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>Imports submissions to the tau-bench leaderboard, each into the release it compares with.</summary>
internal static class TauReader
{
    private const string NotComparable = "It compares with no release here: ";

    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files) =>
        JsonFiles.Read(job, files, TauSubmission.Lacking, (file, json) =>
        {
            if (TauSubmission.Read(file, json, job.Diagnostics) is not { } submission)
            {
                return false;
            }

            Read(job, file, json, submission);
            return true;
        });

    private static void Read(ImportJob job, ImportFile file, ForeignValue json, TauSubmission submission)
    {
        var benchmark = submission.IsVoice ? TauVoiceBoard.Benchmark : TauTextBoard.Benchmark;

        // Somebody who names a release answers for it; otherwise like goes to like.
        var release = job.Options.Release
            ?? (submission.IsVoice ? TauVoiceBoard.Release(submission) : TauTextBoard.Release(submission));
        if (release is null)
        {
            json.Leave(NotComparable + WhyNot(submission));
            return;
        }

        if (job.Target(file, benchmark, release) is not { } target || job.Model(submission.Model, TauModelNames.Others) is not { } model)
        {
            return;
        }

        var folder = submission.IsVoice
            ? TauVoiceBoard.Folder(submission, model, target.Release.Id)
            : TauTextBoard.Folder(submission, model, target.Release.Id);
        var known = folder.Sources[0];
        if (job.Source(file, known.Id, known.Title, known.Url, known.Licence, known.Date, known.Note) is { } source)
        {
            var submittedBy = job.Options.SubmittedBy ?? folder.SubmittedBy;
            job.Add(
                folder with { Benchmark = target.Benchmark.Id, SubmittedBy = submittedBy, Sources = [source] },
                new SourcePlace(file.Path));
        }
    }

    private static string WhyNot(TauSubmission submission) =>
        (submission.Type == "standard" ? "" : $"a {submission.Type} set-up, ") +
        $"version {(submission.Version.Length == 0 ? "not stated" : submission.Version)}, " +
        $"the customer played by {(submission.UserSimulator.Length == 0 ? "a model that is not named" : submission.UserSimulator)}. " +
        "Name a release to import it all the same.";
}

/// <summary>The text submissions to tau-bench, as far as they compare like with like.</summary>
internal static class TauTextBoard
{
    /// <summary>Identifier of their benchmark here.</summary>
    public const string Benchmark = "service-agents";

    private const int Trials = 4;

    /// <summary>The release a submission compares with, or null where there is none.</summary>
    public static string? Release(TauSubmission submission) => submission switch
    {
        { Type: not "standard" } => null,
        { Version: "1.0.1", UserSimulator: "gpt-5.2" } => "2026-08",
        { Version: "0.1.3" or "v0.1.3", UserSimulator: "gpt-4.1-2025-04-14" } => "legacy",
        _ => null,
    };

    /// <summary>The submission here.</summary>
    /// <param name="submission">The submission there.</param>
    /// <param name="model">Our identifier of its model.</param>
    /// <param name="release">Identifier of the release.</param>
    public static SubmissionFolder Folder(TauSubmission submission, string model, string release)
    {
        var folder = TauFolder.Of(submission, model, Benchmark, release, trials: "4");
        var unfit = submission.Domains.Where(domain => !FitsTrials(domain)).Select(domain => domain.UseCase).ToImmutableArray();
        return folder with
        {
            Scores = [.. submission.Domains.SelectMany(Scores)],
            Costs = TauFolder.Costs(submission),
            KnownIssues = unfit.IsEmpty ? folder.KnownIssues : [.. folder.KnownIssues, UnfitRows(unfit)],
        };
    }

    /// <summary>
    /// Whether all four powers are printed and can come from the domain's tasks with four trials each. With c solved of 4 trials,
    /// pass^k is the mean of C(c,k)/C(4,k), hence a multiple of one over tasks times C(4,k).
    /// </summary>
    internal static bool FitsTrials(TauDomain domain) => Enumerable.Range(0, domain.PassPercents.Length).All(i =>
        domain.PassPercents[i].Length > 0 && DecimalText.AsCount(domain.PassPercents[i], domain.Tasks * Choose(i + 1)) is not null);

    private static IEnumerable<ScoreRow> Scores(TauDomain domain)
    {
        var fits = FitsTrials(domain);
        for (var i = 0; i < domain.PassPercents.Length; i++)
        {
            if (domain.PassPercents[i].Length > 0)
            {
                var metric = string.Create(CultureInfo.InvariantCulture, $"pass-{i + 1}");
                yield return new ScoreRow(metric, DecimalText.WithoutBinaryExcess(domain.PassPercents[i]))
                {
                    UseCase = domain.UseCase,
                    N = fits ? domain.Tasks.ToString(CultureInfo.InvariantCulture) : "",
                    Trials = fits ? Trials.ToString(CultureInfo.InvariantCulture) : "",
                    Source = TauFolder.LeaderboardSource,
                };
            }
        }
    }

    private static int Choose(int power) => power switch { 1 => 4, 2 => 6, 3 => 4, _ => 1 };

    private static string UnfitRows(ImmutableArray<string> useCases) =>
        $"The figures for {string.Join(", ", useCases)} cannot all come from four trials of each of today's tasks to the decimals printed "
        + "(other numbers of tasks, or rounding): they have no interval.";
}

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
            var solved = DecimalText.AsCount(domain.PassPercents[0], domain.Tasks);
            yield return Row("pass-1", DecimalText.WithoutBinaryExcess(domain.PassPercents[0])) with
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

        static string Percent(string share) => share.Length == 0 ? "" : DecimalText.ShareToPercent(share);
    }
}

/// <summary>Models whose names on the tau-bench leaderboard say more than the model, or less.</summary>
internal static class TauModelNames
{
    /// <summary>Our identifiers by the leaderboard's names, where a change of signs does not lead from one to the other.</summary>
    public static ImmutableDictionary<string, string> Others { get; } = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("gemini-live-2.5-flash-native-audio", "gemini-live-2.5-flash"),
            KeyValuePair.Create("gemini-3.1-flash-live-preview-thinking-high", "gemini-3.1-flash-live-preview"),
            KeyValuePair.Create("gemini-3.1-flash-live-preview-thinking-minimal", "gemini-3.1-flash-live-preview"),
            KeyValuePair.Create("grok-voice-think-fast-1.0 + tool-mentor", "grok-voice-think-fast-1.0-tool-mentor"),
        ]);
}

/// <summary>What single submissions say in their notes and a reader must know, in our words.</summary>
internal static class TauRemarks
{
    private const string BankingNoteOnly =
        "The source's note on method describes the banking run only; the conditions of the other three domains are "
            + "not restated there.";

    private const string TwoAgents =
        "Two agents: one speaks, another (Gemini 3.5 Flash) calls the tools; a system message of the maker's stands before the "
        + "standard prompt. ";

    private const string AlwaysReasons =
        "Its provider offers reasoning as a separate model and not as a level; the source records it as high. Run at temperature 0.";

    private const string ReRunBanking =
        "After corrections to the tasks the source re-graded all conversations and ran anew those that had met the errors.";

    private static readonly ImmutableDictionary<string, string> s_remarks = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("claude-opus-4-5_sierra_2026-02-26", BankingNoteOnly),
            KeyValuePair.Create("gpt-5-2_sierra_2026-02-26", BankingNoteOnly + " The simulated customer is the same model as the agent."),
            KeyValuePair.Create("gpt-5-2-none_sierra_2026-02-26", "The simulated customer is the same model as the agent."),
            KeyValuePair.Create(
                "gemini-3-flash_sierra_2026-03-02",
                "20 telecom runs ended after too many errors and 52 banking runs at the limit of steps; all count as failures. "
                    + "Its random seed was 123; the others that name one used 300."),
            KeyValuePair.Create(
                "gemini-3-pro_sierra_2026-03-02",
                "Errors of the infrastructure count as failures: 3 runs in airline, 20 in retail, 2 in telecom. "
                    + "42 banking runs reached the limit of steps and count as failures too."),
            KeyValuePair.Create(
                "glm-5-think_sierra_2026-03-02",
                "Errors of the infrastructure count as failures; the source does not say how many there were. "
                    + "Its four shares for banking cannot all be right: together they would mean fewer than zero tasks solved twice. "
                    + "The interval there is the widest that its tasks allow."),
            KeyValuePair.Create("qwen3.5-397b-a17b-think_sierra_2026-03-02", "Run by the evaluator on its own machines, "
                + "temperature 1 and top-p 0.95."),
            KeyValuePair.Create("grok-4-1-fast_sierra_2026-05-05", AlwaysReasons),
            KeyValuePair.Create("grok-4-2_sierra_2026-05-05", AlwaysReasons + " The announcement that the source links calls "
                + "the model Grok 4.20."),
            KeyValuePair.Create(
                "livekit-cascaded_livekit_2026-05-19",
                "A chain of three models: speech to text (Deepgram nova-3), language (GPT-4.1), text to speech (Deepgram aura)."),
            KeyValuePair.Create(
                "pine-voice-preview-user-sim-v1-0_pineai_2026-08-17",
                TwoAgents
                    + "One telecom run failed in the infrastructure and counts as not solved; its turns are not in the timing."),
            KeyValuePair.Create(
                "pine-voice-preview-user-sim-gpt-5-5_pineai_2026-08-17",
                TwoAgents
                    + "Four telecom runs failed in the infrastructure and count as not solved; their turns are not in the timing."),
            KeyValuePair.Create(
                "grok-voice-think-fast-1-0-tool-mentor_pickle_2026-07-07",
                "A second model (gemini-3.5-flash) reviews the agent's tool calls while it talks; detection of speech and the "
                    + "gain of the sound were changed. "
                    + "The submitter could not reproduce the base model's official score with default settings."),
            KeyValuePair.Create("gpt-realtime-2-banking_openai_2026-07-12", ReRunBanking),
            KeyValuePair.Create("gemini-3-1-flash-live-preview-thinking-high-banking_google_2026-07-13", ReRunBanking),
            KeyValuePair.Create(
                "xai-realtime-banking_xai_2026-07-13",
                "The endpoint does not disclose which voice model answers. " + ReRunBanking),
        ]);

    /// <summary>The remark on a submission of the source, or null.</summary>
    public static string? For(string submissionId) => s_remarks.GetValueOrDefault(submissionId);
}
