using System.Collections.Immutable;

namespace CrmBench.CarryOver.CrmLeaderboard;

/// <summary>Carries over the LLM Benchmark for CRM of 2024: cost, speed and trust as published.</summary>
internal static class CrmBoard
{
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

    /// <summary>Our identifier of a model by the source's name; an unknown one throws.</summary>
    public static string ModelId(string name) => s_models[name];
}
