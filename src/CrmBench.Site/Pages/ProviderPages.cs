using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>All providers, and one with its models on all boards.</summary>
internal static class ProviderPages
{
    public static ScriptObject Index(SiteIndex index)
    {
        var model = new PageHead
        {
            Path = Addresses.Providers,
            Title = "Providers",
            Description = "Who makes or offers the models on this site, and which of them are measured.",
            Section = "models",
            Heading = "Who offers the models?",
        }.Model(index);
        model["counts"] = Format.Counted(index.Providers.Count(provider => !provider.Invented), "provider");
        model["rows"] = Models.List(index.Providers.OrderBy(provider => provider.Invented), provider => new ScriptObject
        {
            ["name"] = provider.Name,
            ["path"] = Addresses.Provider(provider.Id),
            ["invented"] = provider.Invented,
            ["count"] = Format.Counted(index.ModelsOf(provider).Count(), "model"),
            ["models"] = ModelText.Links(index.ModelsOf(provider)),
        });
        return model;
    }

    public static ScriptObject One(SiteIndex index, Provider provider)
    {
        var cards = index.ModelsOf(provider).ToImmutableArray();
        var model = new PageHead
        {
            Path = Addresses.Provider(provider.Id),
            Title = provider.Name,
            Description = $"The models of {provider.Name} on every leaderboard of this site.",
            Section = "models",
            Heading = $"How do the models of {provider.Name} do?",
            Trail = [("Providers", Addresses.Providers)],
            Invented = provider.Invented,
        }.Model(index);
        model["name"] = provider.Name;
        model["url"] = provider.Url;
        model["host"] = provider.Url is { } url ? new Uri(url).Host : null;
        var placed = cards
            .SelectMany(card => index.ShownOf(card))
            .GroupBy(entry => (entry.Benchmark, entry.Row.Model.Id))
            .Select(group => Positions.Best([.. group])!)
            .OrderBy(entry => index.Scored.Benchmarks.IndexOf(entry.Benchmark))
            .ThenBy(entry => !entry.IsInFront)
            .ThenBy(entry => entry.Row.Rank ?? int.MaxValue)
            .ThenBy(entry => entry.Row.Label, StringComparer.Ordinal)
            .ToImmutableArray();
        model["answer"] = Answer(cards.Length, placed);
        model["positions"] = Models.List(placed, Positions.Model);
        model["absent"] = ModelText.Links(cards.Where(card => index.EntriesOf(card).IsEmpty));
        return model;
    }

    /// <summary>How many models on how many boards, and the best place of all.</summary>
    private static string Answer(int models, ImmutableArray<Entry> placed)
    {
        var counted = placed.Where(entry => !entry.IsInDraftBehind).ToArray();
        if (counted.Length == 0)
        {
            return $"{Format.Counted(models, "model")}, on no leaderboard yet{(placed.IsEmpty ? "" : ", but in a draft")}.";
        }

        var boards = counted.Select(entry => entry.Benchmark).Distinct().Count();
        var counts = $"{Format.Counted(models, "model")} on {Format.Counted(boards, "leaderboard")}";
        // First of many is more than first of few.
        var best = counted
            .Where(entry => entry.Row.Rank is not null)
            .OrderBy(entry => entry.Row.Rank)
            .ThenByDescending(entry => entry.Board.Complete.Length)
            .FirstOrDefault();
        return best is null
            ? $"{counts}; none of them is ranked."
            : $"{counts}; the best place is {RankText.Sentence(best.Row, best.Board)} on {best.Board.Benchmark.ShortName}, "
                + $"held by {best.Row.Label}.";
    }
}
