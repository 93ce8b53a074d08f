using System.Collections.Immutable;

namespace CrmBench.Import.TauBench;

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
