using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>All models with their best rank on every board.</summary>
internal static class ModelIndexPage
{
    public static ScriptObject Model(SiteIndex index)
    {
        var model = new PageHead
        {
            Path = Addresses.Models,
            Title = "Models",
            Description = "Every model on any leaderboard of this site, with its rank range on each.",
            Section = "models",
            Heading = "Which models are measured?",
        }.Model(index);
        var real = index.Models.Where(card => !card.Invented).ToImmutableArray();
        var invented = index.Models.Where(card => card.Invented).ToImmutableArray();
        var providers = real.Select(card => card.Provider).Distinct().Count();
        model["counts"] = $"{Format.Counted(real.Length, "model")} of {Format.Counted(providers, "provider")}";
        model["providers"] = Addresses.Providers;
        model["table"] = Table(index, real);
        model["invented_table"] = invented.IsEmpty ? null : Table(index, invented);
        return model;
    }

    /// <summary>Models as rows, by name; the benchmarks that any of them is on as columns.</summary>
    private static ScriptObject Table(SiteIndex index, ImmutableArray<ModelCard> cards)
    {
        var entries = cards.ToImmutableDictionary(
            card => card.Id, card => index.EntriesOf(card).Where(entry => entry.IsInFront).ToImmutableArray());
        var boards = index.Scored.Benchmarks
            .Where(benchmark => entries.Values.Any(list => list.Any(entry => entry.Benchmark.Benchmark.Id == benchmark.Benchmark.Id)))
            .ToImmutableArray();
        return new ScriptObject
        {
            ["boards"] = Models.List(boards, benchmark => new ScriptObject
            {
                ["name"] = benchmark.Benchmark.ShortName,
                ["path"] = Addresses.Benchmark(benchmark.Benchmark),
            }),
            ["rows"] = Models.List(cards, card => new ScriptObject
            {
                ["name"] = card.Name,
                ["path"] = Addresses.Model(card.Id),
                ["provider"] = index.Scored.Catalogue.Providers[card.Provider].Name,
                ["provider_path"] = Addresses.Provider(card.Provider),
                ["released"] = card.Released is { } day ? Format.Date(day) : null,
                ["openness"] = ModelText.Openness(card.Openness),
                ["cells"] = Models.List(boards, benchmark => Best([
                    .. entries[card.Id].Where(entry => entry.Benchmark.Benchmark.Id == benchmark.Benchmark.Id),
                ])),
            }),
        };
    }

    /// <summary>The best rank of a model's rows on one board, or "partial"; null where it is not on the board.</summary>
    private static string? Best(ImmutableArray<Entry> entries) => Positions.Best(entries) switch
    {
        null => null,
        { Row.Rank: not null } best => $"{RankText.Of(best.Row)} of {Format.Count(best.Board.Complete.Length)}",
        { Row.RankedBy.Estimate: not null } => "partial",
        _ => "no score",
    };
}
