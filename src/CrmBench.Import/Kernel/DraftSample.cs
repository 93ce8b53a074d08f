using CrmBench.Core.Diagnostics;

namespace CrmBench.Import.Kernel;

/// <summary>One rated sample on its way into <c>ratings.csv</c>, or into an aggregate where its metric is not rated.</summary>
/// <param name="Item">Name of the item; at most 80 characters.</param>
/// <param name="Rater">Who rated it.</param>
/// <param name="Value">The rating; a flag is 0 or 1.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DraftSample(string Item, DraftRater Rater, decimal Value, SourcePlace Place)
{
    /// <summary>Which run of the evaluation it comes from; empty where there can be only one.</summary>
    public string Run { get; init; } = "";

    /// <summary>Which try at the item it was within the run, such as an epoch; empty where there can be only one.</summary>
    public string Try { get; init; } = "";
}
