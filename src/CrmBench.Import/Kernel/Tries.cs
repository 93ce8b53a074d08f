using System.Collections.Immutable;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>Several tries at an item are one item: they tell more about it, and nothing about other items.</summary>
internal static class Tries
{
    /// <summary>One sample an item and rater: the tries of each run reduced as the tool does it, and the mean over runs.</summary>
    /// <param name="samples">The samples of one metric.</param>
    /// <param name="reducer">How the tool makes one value of several tries.</param>
    public static ImmutableArray<DraftSample> ToItems(IEnumerable<DraftSample> samples, Reducer reducer) =>
    [
        .. from sample in samples
           group sample by (sample.Item, sample.Rater.Name) into tries
           let values = tries.GroupBy(sample => sample.Run).Select(run => reducer.Of(InOrder(run))).OfType<decimal>().ToList()
           where values.Count > 0
           select tries.First() with { Value = Figure.Mean(values), Run = "", Try = "" },
    ];

    /// <summary>One value an item: the mean over its raters.</summary>
    public static ImmutableArray<decimal> PerItem(IEnumerable<DraftSample> items) =>
        [.. items.GroupBy(sample => sample.Item).Select(raters => Figure.Mean([.. raters.Select(sample => sample.Value)]))];

    // The tenth try comes after the second, also where their names are texts.
    private static List<decimal> InOrder(IEnumerable<DraftSample> run) =>
        [.. run.OrderBy(sample => sample.Try.Length).ThenBy(sample => sample.Try, StringComparer.Ordinal).Select(sample => sample.Value)];
}
