using CrmBench.Core.Model;

namespace CrmBench.Site.Pages;

/// <summary>The metrics that decide a dimension.</summary>
internal static class CountedMetrics
{
    /// <summary>The counted metrics that are measured themselves: parts stand for the metric whose mean they make.</summary>
    public static IEnumerable<Metric> Of(Dimension dimension) =>
        dimension.CountedMetrics.SelectMany(metric => metric.Parts.IsEmpty ? [metric] : metric.Parts);
}
