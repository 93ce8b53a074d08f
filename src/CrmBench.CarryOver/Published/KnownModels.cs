using System.Collections.Immutable;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Writing;
using CrmBench.Import.Formats;

namespace CrmBench.CarryOver.Published;

/// <summary>The models of all benchmarks, each once, whatever the sources call it.</summary>
internal static class KnownModels
{
    private const string Closed = "closed";
    private const string OpenWeights = "open-weights";

    /// <summary>All of them, by identifier.</summary>
    public static ImmutableSortedDictionary<string, KnownModel> All { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        Table().Select(model => KeyValuePair.Create(model.Id, model)));

    /// <summary>The identifier of a model that tau-bench calls <paramref name="name"/>; an unknown one throws.</summary>
    public static string ForTauName(string name)
    {
        var id = TauModelNames.Others.GetValueOrDefault(name) ?? name.ToLowerInvariant().Replace(' ', '-');
        return All.ContainsKey(id) ? id : throw new InvalidDataException($"The model '{name}' has no entry among the known models.");
    }

    private static ImmutableArray<KnownModel> Table() =>
    [
        new("claude-3-haiku", "Claude 3 Haiku", "anthropic", Closed, "claude-3-haiku"),
        new("claude-3-opus", "Claude 3 Opus", "anthropic", Closed, "claude-3-opus"),
        new("claude-3-sonnet", "Claude 3 Sonnet", "anthropic", Closed),
        new("claude-3.5-sonnet", "Claude 3.5 Sonnet", "anthropic", Closed, "claude-3.5-sonnet"),
        new("claude-3.7-sonnet", "Claude 3.7 Sonnet", "anthropic", Closed, "claude-3.7-sonnet"),
        new("claude-fable-5", "Claude Fable 5", "anthropic", Closed, "claude-fable-5"),
        new("claude-opus-4.5", "Claude Opus 4.5", "anthropic", Closed, "claude-opus-4-5"),
        new("claude-opus-4.6", "Claude Opus 4.6", "anthropic", Closed, "claude-opus-4-6"),
        new("claude-opus-4.7", "Claude Opus 4.7", "anthropic", Closed, "claude-opus-4-7"),
        new("claude-opus-4.8", "Claude Opus 4.8", "anthropic", Closed, "claude-opus-4-8"),
        new("claude-opus-5", "Claude Opus 5", "anthropic", Closed),
        new("claude-sonnet-4.5", "Claude Sonnet 4.5", "anthropic", Closed, "claude-sonnet-4.5"),
        new("gpt-3.5-turbo", "GPT-3.5 Turbo", "openai", Closed),
        new("gpt-4", "GPT-4", "openai", Closed),
        new("gpt-4-turbo", "GPT-4 Turbo", "openai", Closed, "", "The CRM leaderboard of 2024 ran GPT-4 and GPT-4 Turbo on "
            + "different use cases and shows one row."),
        new("gpt-4.1", "GPT-4.1", "openai", Closed, "gpt-4.1"),
        new("gpt-4.1-mini", "GPT-4.1 mini", "openai", Closed, "gpt-4.1-mini"),
        new("gpt-4o", "GPT-4o", "openai", Closed, "gpt-4o", "Boards used different versions: gpt-4o-2024-08-06 in CRMArena; the "
            + "CRM leaderboard of 2024 names none."),
        new("gpt-4o-mini", "GPT-4o mini", "openai", Closed, "gpt-4o-mini"),
        new("gpt-5", "GPT-5", "openai", Closed, "gpt-5"),
        new("gpt-5.2", "GPT-5.2", "openai", Closed, "gpt-5.2"),
        new("gpt-5.4", "GPT-5.4", "openai", Closed, "gpt-5.4"),
        new("gpt-5.5", "GPT-5.5", "openai", Closed, "gpt-5.5"),
        new("gpt-5.6-sol", "GPT-5.6 Sol", "openai", Closed, "gpt-5.6-sol"),
        new("gpt-realtime-1.0", "gpt-realtime-1.0", "openai", Closed),
        new("gpt-realtime-1.5", "gpt-realtime-1.5", "openai", Closed),
        new("gpt-realtime-2", "gpt-realtime-2", "openai", Closed),
        new("o1", "o1", "openai", Closed, "o1-preview"),
        new("o4-mini", "o4-mini", "openai", Closed, "o4-mini"),
        new("gemini-1.0-pro", "Gemini Pro 1", "google", Closed),
        new("gemini-1.5-flash", "Gemini 1.5 Flash", "google", Closed),
        new("gemini-1.5-pro", "Gemini Pro 1.5", "google", Closed, "gemini-1.5-pro"),
        new("gemini-2.5-pro", "Gemini 2.5 Pro", "google", Closed, "gemini-2.5-pro"),
        new("gemini-3-flash", "Gemini 3 Flash", "google", Closed, "gemini-3-flash-preview"),
        new("gemini-3-pro", "Gemini 3 Pro", "google", Closed, "gemini-3-pro-preview"),
        new("gemini-3.1-flash-live-preview", "Gemini 3.1 Flash Live Preview", "google", Closed),
        new("gemini-3.1-pro-preview", "Gemini 3.1 Pro Preview", "google", Closed, "gemini-3-1-pro-preview"),
        new("gemini-live-2.5-flash", "gemini-live-2.5-flash-native-audio", "google", Closed),
        new("grok-4-fast", "Grok 4 Fast", "xai", Closed, "grok-4-fast"),
        new("grok-4.1-fast", "Grok 4.1 Fast", "xai", Closed),
        new("grok-4.2", "Grok 4.2", "xai", Closed, "", "The announcement that the source links calls it Grok 4.20."),
        new("grok-4.5", "Grok 4.5", "xai", Closed, "grok-4.5"),
        new("grok-voice-fast-1.0", "grok-voice-fast-1.0", "xai", Closed),
        new("grok-voice-think-fast-1.0", "grok-voice-think-fast-1.0", "xai", Closed),
        new("grok-voice-think-fast-2.0", "grok-voice-think-fast-2.0", "xai", Closed),
        new("xai-realtime", "xai-realtime", "xai", Closed, "", "An endpoint; it does not disclose which voice model answers."),
        new("grok-voice-think-fast-1.0-tool-mentor", "grok-voice-think-fast-1.0 + tool-mentor", "pickle", "", "", "A system "
            + "built on xAI's grok-voice-think-fast-1.0."),
        new("pine-voice-preview", "Pine Voice Preview", "pine-ai", Closed, "", "A system of two agents, not a single model."),
        new("cascaded-baseline", "Cascaded baseline", "several", "", "", "A chain of Deepgram nova-3, OpenAI GPT-4.1 and "
            + "Deepgram aura, not a single model."),
        new("glm-5", "GLM-5", "z-ai", OpenWeights),
        new("glm-5.2", "GLM-5.2", "z-ai"),
        new("qwen3-max-thinking", "Qwen3-Max-Thinking", "qwen", Closed),
        new("qwen3.5-397b-a17b", "Qwen3.5-397B-A17B", "qwen", OpenWeights),
        new("qwen3.5-omni-plus-realtime", "qwen3.5-omni-plus-realtime", "qwen", Closed),
        new("qwen-3.8-max", "Qwen 3.8 Max", "qwen"),
        new("muse-spark-1.1", "Muse Spark 1.1", "meta", "", "muse-spark-1.1"),
        new("llama-3-8b", "Llama 3 8B", "meta", OpenWeights),
        new("llama-3-70b", "Llama 3 70B", "meta", OpenWeights),
        new("llama-3.1-8b", "Llama 3.1 8B", "meta", OpenWeights),
        new("llama-3.1-70b", "Llama 3.1 70B", "meta", OpenWeights),
        new("llama-3.1-405b", "Llama 3.1 405B", "meta", OpenWeights),
        new("deepseek-r1", "DeepSeek-R1", "deepseek", OpenWeights, "deepseek-reasoner"),
        new("kimi-k3", "Kimi K3", "moonshot-ai"),
        new("inkling", "Inkling", "thinking-machines", OpenWeights),
        new("jamba-instruct", "Jamba-Instruct", "ai21"),
        new("command-r-plus", "Command R+", "cohere", OpenWeights),
        new("command-text", "Command Text", "cohere", Closed),
        new("cohere-command-52b", "Command 52B", "cohere", Closed, "", "The version of 22 June 2023 (command_52B_v14)."),
        new("cohere-command-6b", "Command 6B", "cohere", Closed, "", "The version of 22 June 2023 (command_6B_v14)."),
        new("mistral-7b", "Mistral 7B", "mistral", OpenWeights),
        new("mixtral-8x7b", "Mixtral 8x7B", "mistral", OpenWeights),
        new("xgen-2", "XGen 2", "salesforce"),
        new("falcon-40b-instruct", "Falcon 40B Instruct", "tii", OpenWeights),
        new("mpt-30b-instruct", "MPT 30B Instruct", "mosaicml", OpenWeights),
        new("barthez-decoda", "BARThez, fine-tuned on DECODA", "ecole-polytechnique", "", "", "The base model is BARThez; the authors of the "
            + "call summaries tuned it to the task."),
        new("human-reference", "Human reference", "human-writers", "", "", "Not a model: the texts that people wrote for the "
            + "data sets. Shown as a yardstick."),
    ];
}

/// <summary>What we say of a model by hand; dates and prices come from the sources.</summary>
/// <param name="Id">Our identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Identifier of its provider.</param>
/// <param name="Openness">As in <c>models.csv</c>; empty where it is not plainly known.</param>
/// <param name="PriceId">Its identifier in the list of prices, or empty.</param>
/// <param name="Notes">What a reader should know, or empty.</param>
internal sealed record KnownModel(string Id, string Name, string Provider, string Openness = "", string PriceId = "", string Notes = "");

/// <summary>Writes <c>models.csv</c>: what we know by hand, with the dates of release that the sources state.</summary>
internal static class ModelTable
{
    /// <summary>The file, by identifier.</summary>
    /// <param name="source">Where the dates are read.</param>
    /// <param name="invented">The invented models of the demonstration.</param>
    public static OutputFile Produce(SourceFolder source, ImmutableArray<KnownModel> invented)
    {
        var released = ReleaseDates(source);
        var models = KnownModels.All.Values.Concat(invented).OrderBy(model => model.Id, StringComparer.Ordinal).ToImmutableArray();
        return new OutputFile("models.csv", TableText.Write(SiteForms.Models, models, (model, column) => column switch
        {
            "id" => model.Id,
            "name" => model.Name,
            "provider" => model.Provider,
            "released" => released.GetValueOrDefault(model.Id, ""),
            "openness" => model.Openness,
            "notes" => model.Notes,
            _ => "",
        }));
    }

    private static ImmutableDictionary<string, string> ReleaseDates(SourceFolder source)
    {
        var dates = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (submission, _) in AgentBoards.Carried(source))
        {
            var (model, date) = (KnownModels.ForTauName(submission.Model.Value), submission.ModelReleased);
            if (dates.TryGetValue(model, out var other) && other != date)
            {
                throw new InvalidDataException($"The source gives two dates of release for {model}: {other} and {date}.");
            }

            dates[model] = date;
        }

        return dates.ToImmutable();
    }
}
