using CrmBench.Core.Model;

namespace CrmBench.Site.Pages;

/// <summary>What pages say about models in words.</summary>
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
}
