using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What pages say about the difference of two rows; <c>verdicts.js</c> is its twin in the browser.</summary>
internal static class DifferenceText
{
    /// <summary>The verdict in words: <c>worse by 1.4 points, may be chance</c>.</summary>
    public static string Verdict(Dimension dimension, RowDifference difference)
    {
        var size = Format.Difference(dimension.Unit, Math.Abs(difference.Value));
        var word = difference.Value > 0 == (dimension.Better == Direction.Higher) ? "better" : "worse";
        return difference switch
        {
            { Verdict: null } => $"{word} by {size}, no spread known",
            _ when !size.AsSpan().ContainsAnyInRange('1', '9') => "no difference to be seen",
            { Verdict: 0 } => $"{word} by {size}, may be chance",
            _ => $"{word} by {size}, more than chance",
        };
    }

    /// <summary>The interval of a difference with signs: <c>−5.6 to +2.1</c>; null where there is none.</summary>
    public static string? Range(Dimension dimension, RowDifference difference) => difference.Interval is not { } interval
        ? null
        : $"{Format.WithSign(dimension.Unit, interval.Low)} to {Format.WithSign(dimension.Unit, interval.High)}";

    /// <summary>How rows were compared, as a sentence for a whole table.</summary>
    public static string Paired(IReadOnlyCollection<RowDifference> differences)
    {
        var paired = differences.Count(difference => difference.IsPaired);
        return paired == 0
            ? "Single answers are not known, so the rows are compared as independent samples: the intervals are rather too wide than too narrow."
            : paired == differences.Count
                ? "The rows are compared item by item, on the items they share."
                : "Where rows share items they are compared item by item, elsewhere as independent samples.";
    }
}
