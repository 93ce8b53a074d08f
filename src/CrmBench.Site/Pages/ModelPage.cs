using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>Everything about one model: its place on every board, each figure with its evidence, prices, history.</summary>
internal static class ModelPage
{
    public static ScriptObject Model(SiteIndex index, ModelCard card)
    {
        var provider = index.Scored.Catalogue.Providers[card.Provider];
        var entries = index.EntriesOf(card);
        var shown = index.ShownOf(card);
        ImmutableArray<IGrouping<ScoredRelease, Entry>> releases = [.. shown.GroupBy(entry => entry.Release), .. index.DraftsOf(card)];
        var model = new PageHead
        {
            Path = Addresses.Model(card.Id),
            Title = card.Name,
            Description = $"{card.Name} by {provider.Name}: ranks with their ranges, every figure with its source, prices and history.",
            Section = "models",
            Heading = $"How good is {card.Name} at CRM work?",
            Trail = [("Models", Addresses.Models)],
            Invented = card.Invented,
            Styles = BoardTable.Styles,
            Scripts = ["js/figures.js"],
        }.Model(index);

        model["name"] = card.Name;
        model["provider"] = provider.Name;
        model["provider_path"] = Addresses.Provider(provider.Id);
        model["best"] = Models.Later(() => Models.List(Best(shown), text => text));
        model["facts"] = Models.Later(() => Facts(card, provider));
        model["notes"] = card.Notes.Length == 0 ? null : card.Notes;
        model["positions"] = Models.Later(() => Models.List(shown, Positions.Model));
        model["with_variants"] = shown.Any(entry => entry.Row.Submission.Variant.Length > 0);
        model["boards"] = Models.Later(() => Models.List(releases, group => ModelOnBoard.Model(index, [.. group])));
        model["prices"] = Models.Later(() => Prices(index, card));
        model["history"] = Models.Later(() => ModelHistory.Model(entries));
        model["similar"] = Models.Later(() => SimilarModels.Of(index, card, [.. shown.Where(entry => !entry.IsInDraftBehind)]));
        model["related"] = Models.Later(() => ModelText.Links(index.ModelsOf(provider).Where(other => other.Id != card.Id)));
        return model;
    }

    /// <summary>One clause a board: the best rank of the model's rows there.</summary>
    private static IEnumerable<string> Best(ImmutableArray<Entry> shown)
    {
        foreach (var group in shown.GroupBy(entry => entry.Benchmark))
        {
            var ranked = group.Where(entry => entry.Row.Rank is not null).OrderBy(entry => entry.Row.Rank).ToArray();
            var first = group.First();
            var name = first.IsPlainlyInFront
                ? group.Key.Benchmark.ShortName
                : $"{group.Key.Benchmark.ShortName} ({ReleaseText.InSentence(group.Key.Benchmark, first.Release.Release)})";
            yield return ranked.Length > 0
                ? $"{RankText.Sentence(ranked[0].Row, ranked[0].Board)} on {name}"
                : group.Any(entry => entry.Row.RankedBy.Estimate is not null) ? $"partly measured on {name}" : $"not scored on {name}";
        }
    }

    private static ScriptArray Facts(ModelCard card, Provider provider)
    {
        var facts = new FactList();
        facts.Add("Provider", provider.Name, path: Addresses.Provider(provider.Id));
        facts.Add("Released", card.Released is { } day ? Format.Date(day) : "not known to us");
        facts.Add("Availability", ModelText.Openness(card.Openness));
        facts.Add("Licence", card.Licence.Length == 0 ? null : card.Licence);
        facts.Add("Its own page", card.Url is { } url ? new Uri(url).Host : null, url: card.Url);
        facts.Add("Identifier", card.Id);
        facts.Add("Formerly", card.Aliases.IsEmpty ? null : string.Join(", ", card.Aliases));
        return facts.ToModel();
    }

    private static ScriptArray Prices(SiteIndex index, ModelCard card) => Models.List(
        index.PricesOf(card),
        price => new ScriptObject
        {
            ["input"] = Format.Usd(price.InputUsdPerMillion),
            ["output"] = Format.Usd(price.OutputUsdPerMillion),
            ["cached"] = price.CachedInputUsdPerMillion is { } cached ? Format.Usd(cached) : null,
            ["from"] = price.ValidFrom is { } from ? Format.Date(from) : null,
            ["to"] = price.ValidTo is { } to ? Format.Date(to) : null,
            ["source"] = price.Source,
            ["url"] = price.Source.StartsWith("https://", StringComparison.Ordinal) ? price.Source : null,
        });
}
