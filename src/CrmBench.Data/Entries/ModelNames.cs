using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Values;

namespace CrmBench.Data.Entries;

/// <summary>
/// Finds our identifier of a model by what another tool calls it. A spelling that fits two models fits none. Only providers and routers
/// that are known are taken off the front of a name: <c>Agent-S2.5 (w/ GPT-5)</c> is not <c>gpt-5</c>.
/// </summary>
internal sealed class ModelNames
{
    private const int MostNearest = 3;

    // Routers, the interfaces that tools name after them, and the names of makers on model hubs.
    private static readonly string[] s_routers =
    [
        "openrouter", "litellm", "litellm_proxy", "azure", "azureopenai", "azure_ai", "bedrock", "vertex", "vertex_ai", "sagemaker",
        "huggingface", "hf", "together", "together_ai", "togethercomputer", "fireworks", "fireworks_ai", "accounts", "models", "groq",
        "replicate", "ollama", "ollama_chat", "vllm", "hosted_vllm", "lmstudio", "deepinfra", "anyscale", "perplexity", "nebius",
        "novita", "cerebras", "sambanova", "hyperbolic", "databricks", "watsonx", "cloudflare", "github", "localai", "openai-api",
        "chat", "completion", "completions", "responses", "messages", "text",
        "openai", "anthropic", "google", "gemini", "meta-llama", "facebook", "meta", "mistral", "mistralai", "qwen", "alibaba",
        "deepseek", "deepseek-ai", "microsoft", "nvidia", "cohere", "CohereForAI", "CohereLabs", "ibm-granite", "xai", "x-ai", "zai-org",
        "z-ai", "THUDM", "moonshotai", "moonshot", "amazon", "ai21", "ai21labs", "salesforce", "tencent", "baidu", "MiniMaxAI", "01-ai",
        "tiiuae", "snowflake", "allenai",
    ];

    private readonly ImmutableDictionary<string, string> _mapped;
    private readonly Dictionary<string, string?> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _bySqueezed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _providers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fronts = new(s_routers.Select(Slug.Squeeze), StringComparer.Ordinal);
    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _matches = new(StringComparer.Ordinal);

    public ModelNames(IEnumerable<ModelCard> models, IEnumerable<Provider> providers, ImmutableDictionary<string, string> mapped)
    {
        _mapped = mapped;
        foreach (var model in models)
        {
            Add(model.Id, [.. model.Aliases, model.Id, model.Name]);
        }

        foreach (var provider in providers)
        {
            AddProvider(provider.Id, provider.Name);
        }
    }

    /// <summary>Names that were found although they are spelt otherwise here, with our identifiers, by name.</summary>
    public IEnumerable<(string Name, string Model)> Matches =>
        _matches.OrderBy(match => match.Key, StringComparer.Ordinal).Select(match => (match.Key, match.Value));

    /// <summary>Our identifier, or null.</summary>
    /// <param name="name">The name, which may begin with a known provider: <c>openai/gpt-4o</c>, <c>openai:chat:gpt-4o</c>.</param>
    public string? Find(string name)
    {
        if ((_mapped.GetValueOrDefault(name) ?? _exact.GetValueOrDefault(name)) is { } exact)
        {
            return exact;
        }

        var found = Spellings(name).Select(spelling => _bySqueezed.GetValueOrDefault(Slug.Squeeze(spelling))).FirstOrDefault(id => id is not null);
        if (found is not null)
        {
            _matches[name] = found;
        }

        return found;
    }

    /// <summary>Takes note of a name that a format declares to be another of ours.</summary>
    public void Match(string name, string id) => _matches[name] = id;

    /// <summary>Whether an identifier is taken.</summary>
    public bool Has(string id) => _ids.Contains(id);

    /// <summary>The identifier of a provider by identifier or name, or null.</summary>
    public string? Provider(string name) => _providers.GetValueOrDefault(Slug.Squeeze(name));

    /// <summary>Adds a model.</summary>
    public void Add(string id, ImmutableArray<string> spellings)
    {
        _ids.Add(id);
        foreach (var spelling in spellings.Distinct())
        {
            _exact[spelling] = _exact.TryGetValue(spelling, out var other) && other != id ? null : id;
        }

        foreach (var spelling in spellings.Select(Slug.Squeeze).Distinct())
        {
            _bySqueezed[spelling] = _bySqueezed.TryGetValue(spelling, out var other) && other != id ? null : id;
        }
    }

    /// <summary>Adds a provider.</summary>
    public void AddProvider(string id, string name)
    {
        foreach (var spelling in new[] { Slug.Squeeze(id), Slug.Squeeze(name) })
        {
            _providers.TryAdd(spelling, id);
            _fronts.Add(spelling);
        }
    }

    /// <summary>The name without the providers and routers before it, and the last provider among these, or null.</summary>
    public (string Name, string? Provider) Parts(string name)
    {
        var plain = Spellings(name).Last();
        var provider = name[..^plain.Length].Split(['/', ':'], StringSplitOptions.RemoveEmptyEntries).Select(Provider).LastOrDefault(id => id is not null);
        return (ForeignText.Line(plain), provider);
    }

    /// <summary>Identifiers of models with similar names, the nearest first; at most three.</summary>
    public ImmutableArray<string> Nearest(string id) =>
    [
        .. _ids.Select(model => (model, distance: Distance(id, model)))
            .Where(pair => pair.distance <= Math.Max(2, id.Length / 2))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.model, StringComparer.Ordinal)
            .Take(MostNearest)
            .Select(pair => pair.model),
    ];

    // A date or a size at its end makes a name longer without making it another one.
    private static int Distance(string id, string model) =>
        id.Length == 0 || id.Length > Identifier.MostCharacters ? int.MaxValue
        : id.StartsWith(model, StringComparison.Ordinal) || model.StartsWith(id, StringComparison.Ordinal) ? 1
        : NearestName.Distance(id, model);

    // The whole name comes first, because a model's name may itself contain a slash or colon.
    private IEnumerable<string> Spellings(string name)
    {
        yield return name;
        while (name.IndexOfAny(['/', ':']) is var at and > 0 && at < name.Length - 1
            && !name.AsSpan(0, at).ContainsAny(" \t") && _fronts.Contains(Slug.Squeeze(name[..at])) && !char.IsWhiteSpace(name[at + 1]))
        {
            name = name[(at + 1)..];
            yield return name;
        }
    }
}
