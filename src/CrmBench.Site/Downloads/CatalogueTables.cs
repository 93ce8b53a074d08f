using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;
using ModelColumn = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Core.Model.ModelCard>;
using PriceColumn = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Core.Model.TokenPrice>;
using ProviderColumn = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Core.Model.Provider>;
using RepricedColumn = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Site.Downloads.RepricedFigure>;
using UseCaseColumn = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Site.Downloads.ListedUseCase>;

namespace CrmBench.Site.Downloads;

/// <summary>A use case as the table of all of them lists it.</summary>
/// <param name="Benchmark">Its benchmark.</param>
/// <param name="UseCase">The use case.</param>
internal sealed record ListedUseCase(Benchmark Benchmark, UseCase UseCase);

/// <summary>A cost counted anew in one use case, as the table of all of them lists it.</summary>
/// <param name="Board">The board of its row.</param>
/// <param name="Repricing">The row.</param>
/// <param name="UseCase">The use case.</param>
internal sealed record RepricedFigure(Leaderboard Board, Repricing Repricing, RepricedUseCase UseCase);

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

    /// <summary>Costs of older releases at the list prices last read; without a day of these, and without older releases, there are none.</summary>
    public static DownloadTable<RepricedFigure> Repriced { get; } = new(
        "costs-at-later-prices",
        "One row is one cost of an older release in one use case, counted anew from its tokens at the list prices that were last read. No leaderboard uses it.",
        [
            RepricedColumn.Text("benchmark", "Identifier of the benchmark.", one => one.Board.Benchmark.Id) with { IsAlways = true },
            RepricedColumn.Text("release", "Identifier of the release.", one => one.Board.Release.Id) with { IsAlways = true },
            RepricedColumn.Text("model_id", "Identifier of the model, as in models.csv.", one => one.Repricing.Row.Model.Id) with { IsAlways = true, RefersTo = "models" },
            RepricedColumn.Text("submission_id", "Identifier of the submission.", one => one.Repricing.Row.Submission.Id) with { IsAlways = true },
            RepricedColumn.Text("use_case_id", "Identifier of the use case.", one => one.UseCase.UseCase.Id) with { IsAlways = true },
            RepricedColumn.Number("input_tokens", "Tokens of a prompt.", one => one.UseCase.Tokens.Input) with { IsAlways = true },
            RepricedColumn.Number("output_tokens", "Tokens of a response.", one => one.UseCase.Tokens.Output) with { IsAlways = true },
            RepricedColumn.Text("tokens_from", "Whether the benchmark declares the tokens, or they are means of the submission's own calls.", one => one.UseCase.Tokens.AreMeasured ? "calls" : "benchmark") with
            {
                IsAlways = true, Words = ["benchmark", "calls"],
            },
            RepricedColumn.Day("prices_of", "The day whose list prices count.", one => one.Repricing.Day) with { IsAlways = true },
            RepricedColumn.Number("input_usd_per_mtok", "US dollars per million input tokens on that day.", one => one.Repricing.Price!.InputUsdPerMillion) with { IsAlways = true },
            RepricedColumn.Number("output_usd_per_mtok", "US dollars per million output tokens on that day.", one => one.Repricing.Price!.OutputUsdPerMillion) with { IsAlways = true },
            RepricedColumn.Text("price_source", "Where the price was read.", one => one.Repricing.Price!.Source) with { IsAlways = true },
            RepricedColumn.Number("usd", "US dollars of a call at these prices.", one => one.UseCase.Usd) with { IsAlways = true },
            RepricedColumn.Number("published_usd", "US dollars of a call as the leaderboard shows them.", one => one.UseCase.Published.Value) with { IsAlways = true },
            RepricedColumn.Flag("invented", "Whether the results of the benchmark are invented.", one => one.Board.Benchmark.Invented),
        ]);

    /// <summary>All of them, with the table of figures first.</summary>
    public static ImmutableArray<DownloadTable> All { get; } = [FigureTable.Form, Models, Providers, Prices, UseCases, Repriced, LedgerFiles.Table];

    /// <summary>The use cases of a catalogue, in its order.</summary>
    public static IEnumerable<ListedUseCase> UseCasesOf(Catalogue catalogue) =>
        catalogue.Benchmarks.SelectMany(benchmark => benchmark.UseCases.Where(useCase => !useCase.IsWhole), (benchmark, useCase) => new ListedUseCase(benchmark, useCase));

    /// <summary>The costs of all releases that can be counted anew; each stands once, whatever methods the release has boards of.</summary>
    public static IEnumerable<RepricedFigure> RepricedOf(ScoredCatalogue scored) =>
        from benchmark in scored.Benchmarks
        from release in benchmark.Releases
        let board = release.Boards[0]
        from repricing in Repricing.Of(scored.Catalogue, board)
        from useCase in repricing.UseCases
        select new RepricedFigure(board, repricing, useCase);

    private static Profile? ProfileOf(ListedUseCase listed) => listed.Benchmark.Profiles.FirstOrDefault(profile => profile.Id == listed.UseCase.Profile);
}
