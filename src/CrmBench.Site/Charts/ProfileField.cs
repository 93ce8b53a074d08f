using System.Collections.Immutable;
using CrmBench.Core.Statistics;

namespace CrmBench.Site.Charts;

/// <summary>The values of a metric over all rows of a board, rising; made once for the charts of all its rows.</summary>
internal sealed class ProfileField
{
    /// <summary>Puts values in order; what is not finite is left out.</summary>
    public ProfileField(IEnumerable<double> values)
    {
        Values = [.. values.Where(double.IsFinite).Order()];
        (LowerQuartile, Median, UpperQuartile) = (At(0.25), At(0.5), At(0.75));

        double At(double share) => Percentile.Type7(Values.AsSpan(), share) ?? double.NaN;
    }

    /// <summary>The values, rising.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Where the middle half begins; NaN without values.</summary>
    public double LowerQuartile { get; }

    /// <summary>The value in the middle, or halfway between the two there; NaN without values.</summary>
    public double Median { get; }

    /// <summary>Where the middle half ends; NaN without values.</summary>
    public double UpperQuartile { get; }

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
