using System.Globalization;
using System.Text.Json;
using CrmBench.Data.Csv;

namespace CrmBench.Site.Words;

/// <summary>
/// A computed number as downloads give it: rounded to what the arithmetic carries, so that its shortest decimal text is the number that was meant,
/// 0.0117, and not the binary fraction beside it, 0.011699999999999999.
/// </summary>
/// <remarks>
/// A double holds 15 to 17 significant digits. A board's averages add some hundred of them, which leaves the last three in doubt at most; nothing that
/// was published has more than twelve.
/// </remarks>
internal static class CarriedNumber
{
    /// <summary>Significant digits of a number in a download.</summary>
    public const int Digits = 12;

    // Between these the shortest text of a number has no power of ten.
    private const double Smallest = 1e-5;
    private const double Largest = 1e15;

    // 10^22 is the last power of ten that a double holds exactly.
    private static readonly double[] Powers = [.. Enumerable.Range(0, 23).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>The double nearest to the number of twelve significant digits that is nearest to <paramref name="value"/>.</summary>
    /// <param name="value">Any finite number; below 10^-10 in size it stays as it is.</param>
    public static double Of(double value)
    {
        var size = Math.Abs(value);
        int scale;
        if (size >= 1)
        {
            // Digits in front of the point.
            var whole = 0;
            while (whole < Powers.Length && size >= Powers[whole])
            {
                whole++;
            }

            scale = Digits - whole;
        }
        else
        {
            // Zeros behind it.
            var zeros = 0;
            while (zeros < Powers.Length && size * Powers[zeros] < 0.1)
            {
                zeros++;
            }

            scale = Digits + zeros;
        }

        // Both parts of the quotient are exact, so that it is the nearest double to the decimal number.
        return scale >= 0 && scale < Powers.Length ? Math.Round(value * Powers[scale], MidpointRounding.AwayFromZero) / Powers[scale] : value;
    }

    /// <summary>The same of a number that may be missing.</summary>
    public static double? Of(double? value) => value is { } number ? Of(number) : null;

    /// <summary>Writes the number of a property as it stands in tables: without a power of ten.</summary>
    public static void WriteCarried(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteCarriedValue(value);
    }

    /// <summary>Writes a number as it stands in tables: without a power of ten.</summary>
    public static void WriteCarriedValue(this Utf8JsonWriter json, double value)
    {
        var carried = Of(value);
        if (carried == 0 || Math.Abs(carried) is >= Smallest and < Largest)
        {
            json.WriteNumberValue(carried);
        }
        else
        {
            json.WriteRawValue(carried.ToString(CsvLines.WithoutPower, CultureInfo.InvariantCulture), skipInputValidation: true);
        }
    }
}
