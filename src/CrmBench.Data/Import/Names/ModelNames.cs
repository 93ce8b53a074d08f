using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Values;

namespace CrmBench.Data.Import.Names;

/// <summary>Finds our identifier of a model by what another tool calls it. A spelling that fits two models fits none.</summary>
internal sealed class ModelNames
{
    private const int MostNearest = 3;

    private readonly ImmutableSortedDictionary<string, ModelCard> _models;
    private readonly ImmutableDictionary<string, string> _mapped;
    private readonly Dictionary<string, string?> _bySqueezed = new(StringComparer.Ordinal);

    public ModelNames(ImmutableSortedDictionary<string, ModelCard> models, ImmutableDictionary<string, string> mapped)
    {
        (_models, _mapped) = (models, mapped);
        foreach (var model in models.Values)
        {
            foreach (var spelling in model.Aliases.Append(model.Id).Append(model.Name).Select(Slug.Squeeze).Distinct())
            {
                _bySqueezed[spelling] = _bySqueezed.TryGetValue(spelling, out var other) && other != model.Id ? null : model.Id;
            }
        }
    }

    /// <summary>Our identifier, or null.</summary>
    /// <param name="name">The name, which may begin with a provider: <c>openai/gpt-4o</c>, <c>openai:chat:gpt-4o</c>.</param>
    public string? Find(string name) =>
        _mapped.TryGetValue(name, out var mapped) ? mapped
        : _models.ContainsKey(name) ? name
        : Spellings(name).Select(spelling => _bySqueezed.GetValueOrDefault(Slug.Squeeze(spelling))).FirstOrDefault(id => id is not null);

    /// <summary>What to say of a name that is not found.</summary>
    public UnknownModel Unknown(Located<string> name)
    {
        var plain = PlainText.Line(Spellings(name.Value).Last());
        var id = Slug.Of(plain);
        var nearest = _models.Keys
            .Select(model => (model, distance: Distance(id, model)))
            .Where(pair => pair.distance <= Math.Max(2, id.Length / 2))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.model, StringComparer.Ordinal)
            .Take(MostNearest)
            .Select(pair => pair.model);
        return new UnknownModel(name, [.. nearest], $"{id},{Field(plain)},<provider>,,");
    }

    // A date or a size at its end makes a name longer without making it another one.
    private static int Distance(string id, string model) =>
        id.StartsWith(model, StringComparison.Ordinal) || model.StartsWith(id, StringComparison.Ordinal) ? 1
        : id.Length > Identifier.MostCharacters ? int.MaxValue
        : NearestName.Distance(id, model);

    // The whole first: a model's own name may have a slash or colon in it.
    private static IEnumerable<string> Spellings(string name)
    {
        yield return name;
        for (var at = name.IndexOfAny(['/', ':']); at >= 0 && at < name.Length - 1; at = name.IndexOfAny(['/', ':'], at + 1))
        {
            yield return name[(at + 1)..];
        }
    }

    private static string Field(string text) => text.Contains(',', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal)
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
