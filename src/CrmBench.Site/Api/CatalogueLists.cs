using System.Text.Json;
using CrmBench.Core.Scoring;
using CrmBench.Data.Values;
using CrmBench.Site.Words;

namespace CrmBench.Site.Api;

/// <summary>What all benchmarks share, as it stands in the tables of the repository: models, providers and prices.</summary>
internal static class CatalogueLists
{
    public static void WriteModels(Utf8JsonWriter json, ScoredCatalogue scored) =>
        json.WriteObjects("models", scored.Catalogue.Models.Values, model =>
        {
            json.WriteString("id", model.Id);
            json.WriteString("name", model.Name);
            json.WriteString("provider", model.Provider);
            json.WriteDay("released", model.Released);
            json.WriteKnown("openness", ResultWords.Of(model.Openness));
            json.WriteKnown("licence", model.Licence);
            json.WriteTexts("aliases", model.Aliases);
            json.WriteKnown("url", model.Url);
            json.WriteKnown("notes", model.Notes);
            json.WriteBoolean("invented", model.Invented);
            json.WritePath("page", Addresses.Model(model.Id));
        });

    public static void WriteProviders(Utf8JsonWriter json, ScoredCatalogue scored) =>
        json.WriteObjects("providers", scored.Catalogue.Providers.Values, provider =>
        {
            json.WriteString("id", provider.Id);
            json.WriteString("name", provider.Name);
            json.WriteKnown("url", provider.Url);
            json.WriteBoolean("invented", provider.Invented);
            json.WritePath("page", Addresses.Provider(provider.Id));
        });

    public static void WritePrices(Utf8JsonWriter json, ScoredCatalogue scored) =>
        json.WriteObjects("prices", scored.Catalogue.Prices, price =>
        {
            json.WriteString("model", price.Model);
            json.WriteCarried("input_usd_per_mtok", price.InputUsdPerMillion);
            json.WriteCarried("output_usd_per_mtok", price.OutputUsdPerMillion);
            json.WriteKnown("cached_input_usd_per_mtok", price.CachedInputUsdPerMillion);
            json.WriteDay("valid_from", price.ValidFrom);
            json.WriteDay("valid_to", price.ValidTo);
            json.WriteString("source", price.Source);
        });
}
