namespace CrmBench.Core.Statistics;

/// <summary>Sums and means that come out the same on every machine: scalar, compensated, always from first to last.</summary>
/// <remarks>Vector registers differ in width between machines and would add in another order, which changes the last bits.</remarks>
public static class Sums
{
    /// <summary>Adds all values.</summary>
    /// <returns>0 for no values; null when a value is not finite or the sum exceeds what a double holds.</returns>
    public static double? Total(ReadOnlySpan<double> values)
    {
        var sum = new NeumaierSum();
        foreach (var value in values)
        {
            sum.Add(value);
        }

        return double.IsFinite(sum.Total) ? sum.Total : null;
    }

    /// <summary>The arithmetic mean.</summary>
    /// <returns>Null for no values, and as <see cref="Total"/> is.</returns>
    public static double? Mean(ReadOnlySpan<double> values) => values.IsEmpty ? null : Total(values) / values.Length;

    /// <summary>The sum of squared distances from <paramref name="center"/>.</summary>
    /// <returns>Not finite when a square is too large for a double.</returns>
    internal static double SquaredDistances(ReadOnlySpan<double> values, double center)
    {
        var sum = new NeumaierSum();
        foreach (var value in values)
        {
            sum.Add((value - center) * (value - center));
        }

        return sum.Total;
    }

    /// <summary>The largest absolute value; 0 for no values.</summary>
    internal static double LargestMagnitude(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    internal static bool AllFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
