using System.Collections.Immutable;

namespace CrmBench.Site.Charts;

/// <summary>The values of a metric over all rows of a board, rising; made once for the charts of all its rows.</summary>
internal sealed class ProfileField
{
    /// <summary>Puts values in order; what is not finite is left out.</summary>
    public ProfileField(IEnumerable<double> values) => Values = [.. values.Where(double.IsFinite).Order()];

    /// <summary>The values, rising.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>The value in the middle, or the mean of the two there; there must be values.</summary>
    public double Median
    {
        get
        {
            var middle = Values.Length / 2;
            return Values.Length % 2 == 1 ? Values[middle] : (Values[middle - 1] + Values[middle]) / 2;
        }
    }

    /// <summary>Quantile by Hyndman and Fan's definition 7; there must be values.</summary>
    public double Quantile(double share)
    {
        var place = share * (Values.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, Values.Length - 1);
        return Values[below] + (place - below) * (Values[above] - Values[below]);
    }

    /// <summary>Lowest and highest of the field's values and <paramref name="other"/>, above 0 where asked; null where there are none.</summary>
    public (double Low, double High)? Range(double? other, bool positive)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        if (other is { } own && IsMeant(own))
        {
            (low, high) = (own, own);
        }

        var first = Values.FirstOrDefault(IsMeant, double.NaN);
        if (!double.IsNaN(first))
        {
            (low, high) = (Math.Min(low, first), Math.Max(high, Values[^1]));
        }

        return low <= high ? (low, high) : null;

        bool IsMeant(double value) => double.IsFinite(value) && (!positive || value > 0);
    }
}
