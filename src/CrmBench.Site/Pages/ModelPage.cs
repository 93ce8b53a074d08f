using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>model</c> shows.</summary>
[TemplateModel]
internal sealed partial record ModelPageModel(
    PageHead Head,
    string Name,
    string BeforeName,
    string AfterName,
    string Provider,
    string ProviderPath,
    Lazy<ImmutableArray<string>> Best,
    Lazy<ImmutableArray<Fact>> Facts,
    string? Notes,
    Lazy<ImmutableArray<Position>> Positions,
    Lazy<ImmutableArray<ModelOnBoardModel>> Boards,
    Lazy<ImmutableArray<PriceLine>> Prices,
    Lazy<ImmutableArray<HistoryGroup>> History,
    Lazy<ImmutableArray<SimilarModel>> Similar,
    Lazy<ImmutableArray<Link>> Related) : PageModel(Head), IPageModel
{
    public static string Template => "model";
}

/// <summary>A list price, in US dollars for a million tokens.</summary>
[TemplateModel]
internal sealed partial record PriceLine(string Input, string Output, string? Cached, string? From, string? To, string Source, string? Url);

/// <summary>Everything about one model: its place on every board, each figure with its evidence, prices, history.</summary>
internal static class ModelPage
{
    public static ModelPageModel Model(SiteIndex index, ModelCard card)
    {
        var provider = index.Scored.Catalogue.Providers[card.Provider];
        var entries = index.EntriesOf(card);
        var shown = index.ShownOf(card);
        ImmutableArray<IGrouping<ScoredRelease, Entry>> releases = [.. shown.GroupBy(entry => entry.Release), .. index.DraftsOf(card)];
        var (before, name, after) = index.Site.QuestionOf(card);
        var head = new PageHead(index, Addresses.Model(card.Id), card.Name, section: "models")
        {
            Description = $"{card.Name} by {provider.Name}: ranks with their ranges, every figure with its source, prices and history.",
            Heading = before + name + after,
            Trail = [new(index.Site.Subject.Titles, Addresses.Models)],
            Invented = card.Invented,
            Watch = FeedLink.Of(card),
            Picture = SocialPictures.Of(index, card),
            Styles = [.. BoardTable.Styles, "css/model.css"],
            Scripts = ["js/figures.js"],
        };
        return new(
            head,
            Name: name,
            BeforeName: before,
            AfterName: after,
            Provider: provider.Name,
            ProviderPath: Addresses.Provider(provider.Id),
            Best: new(() => [.. Best(shown)]),
            Facts: new(() => Facts(card, provider)),
            Notes: card.Notes.Length == 0 ? null : card.Notes,
            Positions: new(() => [.. OverTime(entries, shown).Select(Position.Of)]),
            Boards: new(() => [.. releases.Select(group => ModelOnBoard.Model(index, [.. group]))]),
            Prices: new(() => Prices(index, card)),
            History: new(() => ModelHistory.Model(entries)),
            Similar: new(() => SimilarModels.Of(index, card, [.. shown.Where(entry => !entry.IsInDraftBehind)])),
            Related: new(() => ModelText.Links(index.ModelsOf(provider).Where(other => other.Id != card.Id))));
    }

    /// <summary>Every row of a model that stands, or once stood, for a board, the newest first.</summary>
    private static IEnumerable<Entry> OverTime(ImmutableArray<Entry> entries, ImmutableArray<Entry> shown) => entries
        .Where(entry => !entry.IsInDraftBehind || shown.Contains(entry))
        .OrderByDescending(entry => entry.Release.Release.Date);

    /// <summary>One clause for each board: the best rank of the model's rows there.</summary>
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
                : group.Key.Benchmark.Unranked is not null ? $"measured on {name}, which has no ranking"
                : group.Any(entry => entry.Row.RankedBy.Estimate is not null) ? $"measured in part on {name}" : $"no score on {name}";
        }
    }

    private static ImmutableArray<Fact> Facts(ModelCard card, Provider provider) => Fact.Known(
        new("Provider", provider.Name, Path: Addresses.Provider(provider.Id)),
        new("Released", card.Released is { } day ? Format.Date(day) : "not known to us"),
        new("Availability", ModelText.Openness(card.Openness)),
        new("Licence", card.Licence),
        new("Its own page", card.Url is { } url ? new Uri(url).Host : null, Url: card.Url),
        new("Identifier", card.Id),
        new("Formerly", string.Join(", ", card.Aliases)));

    private static ImmutableArray<PriceLine> Prices(SiteIndex index, ModelCard card) =>
    [
        .. index.PricesOf(card).Select(price => new PriceLine(
            Input: Format.Price(price.InputUsdPerMillion),
            Output: Format.Price(price.OutputUsdPerMillion),
            Cached: price.CachedInputUsdPerMillion is { } cached ? Format.Price(cached) : null,
            From: price.ValidFrom is { } from ? Format.Date(from) : null,
            To: price.ValidTo is { } to ? Format.Date(to) : null,
            Source: price.Source,
            Url: price.Source.StartsWith("https://", StringComparison.Ordinal) ? price.Source : null)),
    ];
}

/// <summary>What pages say about models in words, and how they link to them.</summary>
internal static class ModelText
{
    /// <summary>How far a model can be had; null where nobody told us.</summary>
    public static string? Openness(Openness openness) => openness switch
    {
        Core.Model.Openness.Closed => "from its provider only",
        Core.Model.Openness.OpenWeights => "weights to download",
        Core.Model.Openness.Open => "open: weights, code and data",
        _ => null,
    };

    /// <summary>Names with the paths of their pages, in the same order.</summary>
    public static ImmutableArray<Link> Links(IEnumerable<ModelCard> cards) => [.. cards.Select(card => new Link(card.Name, Addresses.Model(card.Id)))];
}

/// <summary>A similar model, with its place on the board where it is so.</summary>
[TemplateModel]
internal sealed partial record SimilarModel(string Name, string Path, string Where);

/// <summary>The models that a board can tell least from one: their rank ranges overlap most with its own.</summary>
internal static class SimilarModels
{
    private const int Most = 5;

    /// <summary>At most five other models, most similar first, each with its place on the board where it is so.</summary>
    public static ImmutableArray<SimilarModel> Of(SiteIndex index, ModelCard card, ImmutableArray<Entry> entries)
    {
        var similar = new List<Found>(Most + 1);
        foreach (var entry in entries.Where(entry => entry.Row.RankRange is not null))
        {
            var (own, rank) = (entry.Row.RankRange!, entry.Row.Rank!.Value);
            foreach (var other in index.Of(entry.Board).Ranked)
            {
                var overlap = Overlap(own.Best, own.Worst, other.Best, other.Worst);
                var found = new Found(entry.Board, other.Row, overlap, Math.Abs(rank - other.Rank));
                if (overlap > 0 && (similar.Count < Most || found.IsMoreSimilarThan(similar[^1])) && other.Row.Model.Id != card.Id)
                {
                    Insert(similar, found);
                }
            }
        }

        return
        [
            .. similar.Select(found => new SimilarModel(
                found.Row.Model.Name,
                Addresses.ModelOn(found.Row, found.Board),
                $"{RankText.Sentence(found.Row, found.Board)} on {found.Board.Benchmark.ShortName}")),
        ];
    }

    // Of equally similar rows the one found first goes first, so the order of the board decides.
    private static void Insert(List<Found> similar, Found found)
    {
        var same = similar.FindIndex(other => other.Row.Model.Id == found.Row.Model.Id);
        if (same >= 0)
        {
            if (!found.IsMoreSimilarThan(similar[same]))
            {
                return;
            }

            similar.RemoveAt(same);
        }

        var place = similar.FindIndex(found.IsMoreSimilarThan);
        similar.Insert(place < 0 ? similar.Count : place, found);
        if (similar.Count > Most)
        {
            similar.RemoveAt(Most);
        }
    }

    /// <summary>The ranks that both ranges hold as a share of those that either holds: 1 for equal ranges, 0 for distinct ones.</summary>
    internal static double Overlap(RankRange one, RankRange other) => Overlap(one.Best, one.Worst, other.Best, other.Worst);

    private static double Overlap(int best, int worst, int otherBest, int otherWorst)
    {
        var common = Math.Min(worst, otherWorst) - Math.Max(best, otherBest) + 1;
        var either = Math.Max(worst, otherWorst) - Math.Min(best, otherBest) + 1;
        return common <= 0 ? 0 : (double)common / either;
    }

    private readonly record struct Found(Leaderboard Board, LeaderboardRow Row, double Overlap, int Distance)
    {
        public bool IsMoreSimilarThan(Found other) =>
            Overlap > other.Overlap || (Overlap == other.Overlap && Distance < other.Distance);
    }
}
