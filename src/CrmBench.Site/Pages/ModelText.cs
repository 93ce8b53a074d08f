using CrmBench.Core.Model;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>What pages say about models in words, and how they link to them.</summary>
internal static class ModelText
{
    /// <summary>How far a model can be had; null where nobody told us.</summary>
    public static string? Openness(Openness openness) => openness switch
    {
        Core.Model.Openness.Closed => "as a service only",
        Core.Model.Openness.OpenWeights => "weights to download",
        Core.Model.Openness.Open => "open: weights, code and data",
        _ => null,
    };

    /// <summary>Names with the paths of their pages, in the same order.</summary>
    public static ScriptArray Links(IEnumerable<ModelCard> cards) =>
        Models.List(cards, card => new ScriptObject { ["name"] = card.Name, ["path"] = Addresses.Model(card.Id) });
}
