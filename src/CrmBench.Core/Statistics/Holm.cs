using System.Collections.Immutable;

namespace CrmBench.Core.Statistics;

/// <summary>Holm's step-down adjustment: p-values that may all be read against one level at once.</summary>
/// <remarks>S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6 (1979) 65-70.</remarks>
public static class Holm
{
    /// <summary>
    /// The adjusted values: the smallest of m times m, the next times m - 1 and so on, none below the one before it, none above 1.
    /// </summary>
    /// <param name="pValues">Each from 0 to 1.</param>
    /// <returns>One a p-value, in the order given.</returns>
    public static ImmutableArray<double> Adjust(ReadOnlySpan<double> pValues)
    {
        var sorted = new double[pValues.Length];
        var order = new int[pValues.Length];
        for (var i = 0; i < pValues.Length; i++)
        {
            if (pValues[i] is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(pValues), pValues[i], "A p-value lies between 0 and 1.");
            }

            (sorted[i], order[i]) = (pValues[i], i);
        }

        // Equal p-values adjust to the same number, so an unstable sort does no harm.
        Array.Sort(sorted, order);
        var adjusted = new double[pValues.Length];
        var running = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            running = Math.Max(running, Math.Min(1, (sorted.Length - i) * sorted[i]));
            adjusted[order[i]] = running;
        }

        return [.. adjusted];
    }
}
