using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Site.Words;
using ModelColumn = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Core.Model.ModelCard>;
using PriceColumn = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Core.Model.TokenPrice>;
using ProviderColumn = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Core.Model.Provider>;
using UseCaseColumn = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Site.Downloads.ListedUseCase>;

namespace CrmBench.Site.Downloads;

/// <summary>A use case as the table of all of them lists it.</summary>
/// <param name="Benchmark">Its benchmark.</param>
/// <param name="UseCase">The use case.</param>
internal sealed record ListedUseCase(Benchmark Benchmark, UseCase UseCase);

/// <summary>The tables that the flat table of figures is joined with: what its identifiers stand for.</summary>
internal static class CatalogueTables
{
    /// <summary>The models of all benchmarks.</summary>
    public static DownloadTable<ModelCard> Models { get; } = new(
        "models",
        "One row is one model.",
        [
            ModelColumn.Text("id", "Identifier, stable for ever.", model => model.Id) with { IsAlways = true },
            ModelColumn.Text("name", "Name as its provider writes it.", model => model.Name) with { IsAlways = true },
            ModelColumn.Text("provider_id", "Identifier of its provider, as in providers.csv.", model => model.Provider) with
            {
                IsAlways = true, RefersTo = "providers",
            },
            ModelColumn.Day("released", "The day it became available.", model => model.Released),
            ModelColumn.Text("openness", "How far it can be had.", model => ResultWords.Of(model.Openness)) with
            {
                Words = [.. Enum.GetValues<Openness>().Select(ResultWords.Of).Where(word => word.Length > 0)],
            },
            ModelColumn.Text("licence", "Licence of the model.", model => model.Licence),
            ModelColumn.Text("aliases", "Former identifiers, separated by spaces.", model => string.Join(' ', model.Aliases)),
            ModelColumn.Text("url", "Its provider's page about it.", model => model.Url),
            ModelColumn.Text("notes", "What a reader should know.", model => model.Notes),
            ModelColumn.Flag("invented", "Whether it is invented for a demonstration.", model => model.Invented),
        ])
    {
        Key = ["id"],
    };

    /// <summary>The providers of the models.</summary>
    public static DownloadTable<Provider> Providers { get; } = new(
        "providers",
        "One row is one provider of models.",
        [
            ProviderColumn.Text("id", "Identifier, stable for ever.", provider => provider.Id) with { IsAlways = true },
            ProviderColumn.Text("name", "Name for readers.", provider => provider.Name) with { IsAlways = true },
            ProviderColumn.Text("url", "Its own site.", provider => provider.Url),
            ProviderColumn.Flag("invented", "Whether it is invented for a demonstration.", provider => provider.Invented),
        ])
    {
        Key = ["id"],
    };

    /// <summary>All list prices, old ones included.</summary>
    public static DownloadTable<TokenPrice> Prices { get; } = new(
        "prices",
        "One row is one list price of one model's tokens, for a span of days.",
        [
            PriceColumn.Text("model_id", "Identifier of the model, as in models.csv.", price => price.Model) with { IsAlways = true, RefersTo = "models" },
            PriceColumn.Number("input_usd_per_mtok", "US dollars per million input tokens.", price => price.InputUsdPerMillion) with { IsAlways = true },
            PriceColumn.Number("output_usd_per_mtok", "US dollars per million output tokens.", price => price.OutputUsdPerMillion) with { IsAlways = true },
            PriceColumn.Number("cached_input_usd_per_mtok", "US dollars per million input tokens that come from a cache.", price => price.CachedInputUsdPerMillion),
            PriceColumn.Day("valid_from", "First day; empty where it is not known.", price => price.ValidFrom),
            PriceColumn.Day("valid_to", "The day it ended, not included; empty while it holds.", price => price.ValidTo),
            PriceColumn.Text("source", "Address or name of where it was read.", price => price.Source) with { IsAlways = true },
        ]);

    /// <summary>The use cases of all benchmarks; a benchmark that has none has no row.</summary>
    public static DownloadTable<ListedUseCase> UseCases { get; } = new(
        "use-cases",
        "One row is one use case of one benchmark.",
        [
            UseCaseColumn.Text("benchmark", "Identifier of the benchmark.", listed => listed.Benchmark.Id) with { IsAlways = true },
            UseCaseColumn.Text("id", "Identifier, unique within its benchmark.", listed => listed.UseCase.Id) with { IsAlways = true },
            UseCaseColumn.Text("name", "Name for readers.", listed => listed.UseCase.Name) with { IsAlways = true },
            UseCaseColumn.Text("area", "Part of the business that it belongs to.", listed => listed.UseCase.Area),
            UseCaseColumn.Text("type", "Kind of task.", listed => listed.UseCase.Type),
            UseCaseColumn.Text("profile", "Identifier of the token counts that its cost and speed refer to.", listed => listed.UseCase.Profile),
            UseCaseColumn.Whole("input_tokens", "Tokens of a typical prompt.", listed => listed.UseCase.InputTokens ?? ProfileOf(listed)?.InputTokens),
            UseCaseColumn.Whole("output_tokens", "Tokens of a typical response.", listed => listed.UseCase.OutputTokens ?? ProfileOf(listed)?.OutputTokens),
            UseCaseColumn.Whole("calls_per_year", "How often a year the call is made in a typical deployment.", listed => listed.UseCase.CallsPerYear),
            UseCaseColumn.Number("weight", "Its weight in averages.", listed => listed.Benchmark.WeightOf(listed.UseCase)) with { IsAlways = true },
        ])
    {
        Key = ["benchmark", "id"],
    };

    /// <summary>All of them, with the table of figures first.</summary>
    public static ImmutableArray<DownloadTable> All { get; } = [FigureTable.Form, Models, Providers, Prices, UseCases];

    /// <summary>The use cases of a catalogue, in its order.</summary>
    public static IEnumerable<ListedUseCase> UseCasesOf(Catalogue catalogue) =>
        catalogue.Benchmarks.SelectMany(benchmark => benchmark.UseCases.Where(useCase => !useCase.IsWhole), (benchmark, useCase) => new ListedUseCase(benchmark, useCase));

    private static Profile? ProfileOf(ListedUseCase listed) => listed.Benchmark.Profiles.FirstOrDefault(profile => profile.Id == listed.UseCase.Profile);
}
