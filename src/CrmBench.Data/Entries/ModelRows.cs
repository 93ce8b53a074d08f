using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Entries;

/// <summary>What a file says of a model beside its name; every text may be empty.</summary>
/// <param name="Provider">Who offers it: an identifier or a name.</param>
/// <param name="Openness">How far it can be had, in the words of <c>models.csv</c> or others.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="Released">The day it became available.</param>
internal sealed record NewModel(Located<string> Provider, Located<string> Openness, Located<string> Licence, Located<string> Released);

/// <summary>A model that a file names and <c>models.csv</c> does not.</summary>
/// <param name="Name">What the file calls it, and where.</param>
/// <param name="Nearest">Identifiers of models with similar names, the nearest first; at most three.</param>
/// <param name="Row">The row to add to <c>models.csv</c>, with exactly its columns; what is not known is to be filled in.</param>
/// <param name="ProviderRow">The row to add to <c>providers.csv</c>, with exactly its columns; empty where the provider is there.</param>
public sealed record UnknownModel(Located<string> Name, ImmutableArray<string> Nearest, string Row, string ProviderRow);

/// <summary>The rows that models which are not known would have in <c>models.csv</c> and <c>providers.csv</c>.</summary>
/// <param name="names">The models that are known.</param>
/// <param name="models">Content of <c>models.csv</c>, or null where there is none.</param>
/// <param name="providers">Content of <c>providers.csv</c>, or null where there is none.</param>
/// <param name="fallback">Who offers models of which nothing else says it, or null.</param>
internal sealed class ModelRows(ModelNames names, byte[]? models, byte[]? providers, string? fallback = null)
{
    /// <summary>Stands for a provider of whom nothing is known.</summary>
    public const string Open = "<provider>";

    private static readonly (string Said, string Ours)[] s_openness =
    [
        ("closed", "closed"), ("closedsource", "closed"), ("proprietary", "closed"), ("openweights", "open-weights"),
        ("openweight", "open-weights"), ("open", "open"),
    ];

    /// <summary><c>models.csv</c>.</summary>
    public CatalogueTable Models { get; } = new(SiteForms.Models, models);

    /// <summary><c>providers.csv</c>.</summary>
    public CatalogueTable Providers { get; } = new(SiteForms.Providers, providers);

    /// <summary>What to say of a model that is not known.</summary>
    public UnknownModel Unknown(Located<string> name, NewModel? details)
    {
        var (plain, front) = names.Parts(name.Value);
        var id = Slug.Of(plain);
        var (provider, providerName) = Provider(details, front);
        return new UnknownModel(
            name,
            names.Nearest(id),
            Models.Row(Fields(Identifier.IsValid(id) ? id : "<id>", plain, provider, details)),
            names.Provider(provider) is not null ? "" : Providers.Row(ProviderFields(provider, providerName)));
    }

    /// <summary>Who offers a model: whom its details name, else the provider before its name, else the fallback, else <see cref="Open"/>.</summary>
    public (string Id, string Name) Provider(NewModel? details, string? front)
    {
        var said = ForeignText.Line(details?.Provider.Value is { Length: > 0 } own ? own : front is null ? fallback ?? "" : front);
        return said.Length == 0 ? (Open, "<its name>") : (names.Provider(said) ?? Slug.Of(said), said);
    }

    /// <summary>The fields of a provider's row.</summary>
    public static Dictionary<string, string> ProviderFields(string id, string name) =>
        new(StringComparer.Ordinal) { ["id"] = id, ["name"] = name };

    /// <summary>The fields of a model's row; empty where nothing is known.</summary>
    public static Dictionary<string, string> Fields(string id, string name, string provider, NewModel? details)
    {
        var squeezed = Slug.Squeeze(details?.Openness.Value ?? "");
        return new(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["name"] = name,
            ["provider"] = provider,
            ["openness"] = s_openness.FirstOrDefault(known => known.Said == squeezed).Ours ?? "",
            ["licence"] = ForeignText.Line(details?.Licence.Value ?? ""),
            ["released"] = ValueText.TryDate(details?.Released.Value ?? "", out _) ? details!.Released.Value : "",
        };
    }
}
