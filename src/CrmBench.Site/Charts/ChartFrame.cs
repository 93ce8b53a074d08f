namespace CrmBench.Site.Charts;

/// <summary>What every chart has around its marks.</summary>
/// <param name="Id">Unique on the page; the ids of title and description derive from it. Letters, digits and hyphens.</param>
/// <param name="Title">What the chart is called by a screen reader; the page shows its own heading.</param>
/// <param name="Description">What there is to see, in one or two sentences.</param>
/// <param name="Empty">What stands in its place when there is nothing to draw.</param>
internal sealed record ChartFrame(string Id, string Title, string Description, string Empty)
{
    /// <summary>
    /// Width in pixels, at least 240. Text keeps its size whatever the width, so a chart is drawn for the room it gets, not scaled to it.
    /// </summary>
    public int Width { get; init; } = 340;
}
