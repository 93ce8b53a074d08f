using System.Globalization;

namespace CrmBench.Import.Kernel;

/// <summary>Numbers of other tools: of a size that leaves room for percent and sums in decimal arithmetic.</summary>
internal static class DraftNumber
{
    /// <summary>The range in words.</summary>
    public const string Words = "between -1e15 and 1e15";

    private const decimal Largest = 1e15m;

    /// <summary>Reads a number with or without an exponent, in the invariant culture.</summary>
    public static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= Largest;
}
