using System.Globalization;

namespace CrmBench.Data.Writing;

/// <summary>Figures as texts: they are carried over as printed, and changed only by exact decimal arithmetic.</summary>
internal static class DecimalText
{
    /// <summary>Decimals of a float that was written in full; beyond them there is only the noise of binary fractions.</summary>
    private const int DecimalsOfAFloat = 12;

    /// <summary>Number of decimals a figure is printed with.</summary>
    public static int Decimals(string figure)
    {
        var point = figure.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : figure.Length - point - 1;
    }

    /// <summary>
    /// The figure as printed, but without the excess of a binary fraction: 56.00000000000001 is 56. Repeating decimals,
    /// such as 35.66666666666667, stay as they are: they say that nothing was rounded.
    /// </summary>
    public static string WithoutBinaryExcess(string figure)
    {
        if (Decimals(figure) < DecimalsOfAFloat)
        {
            return figure;
        }

        var rounded = Of(decimal.Round(Parse(figure), DecimalsOfAFloat));
        return Decimals(rounded) <= 2 ? rounded : figure;
    }

    /// <summary>A share from 0 to 1 as percent, with all its digits.</summary>
    public static string ShareToPercent(string share) => WithoutBinaryExcess(Of(Parse(share) * 100));

    /// <summary>The mean of numbers: exact where it has at most twelve decimals, rounded to them otherwise.</summary>
    /// <param name="values">At least one number.</param>
    public static decimal Mean(IReadOnlyCollection<decimal> values) => decimal.Round(values.Sum() / values.Count, DecimalsOfAFloat);

    /// <summary>The standard deviation of a sample (divisor n - 1) to ten decimals, or null of fewer than two numbers.</summary>
    public static decimal? StandardDeviation(IReadOnlyCollection<decimal> values)
    {
        if (values.Count < 2)
        {
            return null;
        }

        var mean = (double)(values.Sum() / values.Count);
        var squares = values.Sum(value => Math.Pow((double)value - mean, 2));
        return decimal.Round((decimal)Math.Sqrt(squares / (values.Count - 1)), 10);
    }

    /// <summary>The standard deviation of a sample whose mean has a standard error, to ten decimals: s = SE sqrt(n).</summary>
    /// <param name="error">The standard error.</param>
    /// <param name="n">Size of the sample, at least 1.</param>
    public static decimal DeviationOfError(decimal error, int n) => decimal.Round(error * (decimal)Math.Sqrt(n), 10);

    /// <summary>A computed number with a fixed count of decimals, invariant; halves go to the even digit.</summary>
    public static string Rounded(double value, int decimals) =>
        Of(decimal.Round((decimal)value, decimals));

    /// <summary>
    /// The k for which <paramref name="percent"/> is 100 k / <paramref name="whole"/> to its printed decimals, or null where there is none.
    /// </summary>
    public static int? AsCount(string percent, int whole)
    {
        var value = Parse(percent);
        var count = decimal.Round(value * whole / 100);
        var tolerance = Math.Max(HalfUnit(Decimals(percent)), 1e-10m);
        return Math.Abs((100 * count / whole) - value) <= tolerance && count is >= 0 and <= int.MaxValue ? (int)count : null;
    }

    /// <summary>Reads a plain decimal number.</summary>
    public static decimal Parse(string figure) =>
        decimal.Parse(figure, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>A number with all its decimals and no trailing zeros.</summary>
    public static string Of(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static decimal HalfUnit(int decimals)
    {
        var half = 0.5m;
        for (var i = 0; i < decimals; i++)
        {
            half /= 10;
        }

        return half;
    }
}
