using System.Collections.Immutable;

namespace CrmBench.Import.TauBench;

/// <summary>What single submissions say in their notes and a reader must know, in our words.</summary>
internal static class TauRemarks
{
    private const string BankingNoteOnly =
        "The source's note on method describes the banking-knowledge run only; the conditions of the other three domains are "
            + "not restated there.";

    private const string TwoAgents =
        "Two agents: one speaks, another (gemini-3.5-flash) calls the tools; a system message of the maker's stands before the "
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
                "20 telecom runs ended after too many errors and 52 banking-knowledge runs at the limit of steps; all count as failures. "
                    + "Its random seed was 123; the others that name one used 300."),
            KeyValuePair.Create(
                "gemini-3-pro_sierra_2026-03-02",
                "Errors of the infrastructure count as failures: 3 runs in airline, 20 in retail, 2 in telecom. "
                    + "42 banking-knowledge runs reached the limit of steps and count as failures too."),
            KeyValuePair.Create(
                "glm-5-think_sierra_2026-03-02",
                "Errors of the infrastructure count as failures; the source does not say how many there were. "
                    + "Its four shares for banking-knowledge cannot all be right: together they would mean fewer than zero tasks solved twice. "
                    + "The interval there is the widest that its tasks allow."),
            KeyValuePair.Create("qwen3.5-397b-a17b-think_sierra_2026-03-02", "Run by the evaluator on its own machines, "
                + "temperature 1 and top-p 0.95."),
            KeyValuePair.Create("grok-4-1-fast_sierra_2026-05-05", AlwaysReasons),
            KeyValuePair.Create("grok-4-2_sierra_2026-05-05", AlwaysReasons + " The announcement that the source links calls "
                + "the model Grok 4.20."),
            KeyValuePair.Create(
                "livekit-cascaded_livekit_2026-05-19",
                "A chain of three models: speech to text (Deepgram nova-3), language (gpt-4.1), text to speech (Deepgram aura)."),
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
