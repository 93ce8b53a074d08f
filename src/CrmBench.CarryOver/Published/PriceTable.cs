using System.Collections.Immutable;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Published;

/// <summary>Writes <c>prices.csv</c> from two lists of prices.</summary>
/// <remarks>
/// The list of June 2024 names its month and no days, so its prices hold for that month and for no other. The newer list mostly
/// gives no dates: its spans stay open. Where both lists know a model, the undated price counts from the day its list was read,
/// because nothing is known of the time between; so spans never overlap, and no day is made up.
/// </remarks>
internal static class PriceTable
{
    private const string ListRead = "2026-08-05";
    private const string List = "https://github.com/simonw/llm-prices/tree/723ef0bd3a6254436e9fe8d7f05d4d787e99f4c5";

    private const string JuneSource =
        "List prices of June 2024 as used by the LLM Benchmark for CRM: https://huggingface.co/spaces/Salesforce/crm_llm_leaderboard";

    /// <summary>The file, by model and first day.</summary>
    /// <param name="source">Where the prices are read.</param>
    /// <param name="invented">The invented prices of the demonstration.</param>
    public static OutputFile Produce(SourceFolder source, ImmutableArray<PriceRow> invented)
    {
        CheckCrosswalk(source);
        var june = source.Table("salesforce-crm-2024/list_prices_2024-06.csv").Rows.Select(June).ToImmutableArray();
        var inJune = june.Select(price => price.Model).ToImmutableHashSet(StringComparer.Ordinal);
        var list = source.Table("llm-prices/llm_prices.csv").Rows.ToLookup(row => row["id"], StringComparer.Ordinal);
        var current = KnownModels.All.Values.Where(model => model.PriceId.Length > 0).SelectMany(model => list[model.PriceId]
            .Select(row => Current(model.Id, row, inJune.Contains(model.Id)))
            .DistinctBy(price => price with { Source = "" }));
        var prices = june.Concat(current).Concat(invented)
            .OrderBy(price => price.Model, StringComparer.Ordinal)
            .ThenBy(price => price.ValidFrom, StringComparer.Ordinal)
            .ToImmutableArray();
        return new OutputFile("prices.csv", TableText.Write(SiteForms.Prices, prices, (price, column) => column switch
        {
            "model" => price.Model,
            "input_usd_per_mtok" => price.Input,
            "output_usd_per_mtok" => price.Output,
            "cached_input_usd_per_mtok" => price.CachedInput,
            "valid_from" => price.ValidFrom,
            "valid_to" => price.ValidTo,
            _ => price.Source,
        }));
    }

    private static PriceRow June(SourceRow row) => new(
        CrmBoard.ModelId(row["model"]),
        row["input_usd_per_mtok"],
        row["output_usd_per_mtok"],
        "",
        "2024-06-01",
        "2024-07-01",
        JuneSource);

    private static PriceRow Current(string model, SourceRow row, bool hasOlderPrice) => new(
        model,
        row["input_usd_per_mtok"],
        row["output_usd_per_mtok"],
        row["input_cached_usd_per_mtok"],
        row.IsEmpty("from_date") && hasOlderPrice ? ListRead : row["from_date"],
        row["to_date"],
        $"llm-prices.com, record {row["name"]}, state of {ListRead}: {List}");

    /// <summary>The crosswalk decides which price is whose; our own table must agree with it, and may know more.</summary>
    private static void CheckCrosswalk(SourceFolder source)
    {
        foreach (var row in source.Table("composite/model_crosswalk.csv").Rows)
        {
            if (KnownModels.All.TryGetValue(row["canonical"], out var model) && model.PriceId != row["llm_price_id"])
            {
                throw new InvalidDataException(
                    $"The crosswalk prices {model.Id} by '{row["llm_price_id"]}', the known models by '{model.PriceId}'.");
            }
        }
    }
}

/// <summary>A row of <c>prices.csv</c>; every field is the text that is written.</summary>
internal sealed record PriceRow(
    string Model, string Input, string Output, string CachedInput, string ValidFrom, string ValidTo, string Source);
