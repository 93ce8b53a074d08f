using System.Globalization;
using CrmBench.Data.Forms;

namespace CrmBench.Import.Kernel;

/// <summary>Days out of other tools' points in time.</summary>
internal static class Dates
{
    /// <summary>A day as our files write it.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The day of a point in time: ISO 8601 with or without a time, which stays in its own time zone, or seconds since 1970; empty
    /// where it is none.
    /// </summary>
    public static string OfMoment(string? moment)
    {
        if (moment is null)
        {
            return "";
        }

        if (moment.Length >= 10 && ValueText.TryDate(moment[..10], out var day))
        {
            return Of(day);
        }

        // Seconds between the years 2001 and 2286 have ten digits; a smaller number is the reading of some other clock.
        return decimal.TryParse(moment, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1e9m and < 1e10m
            ? Of(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds((long)seconds).UtcDateTime))
            : "";
    }

    /// <summary>The day of a property that is a point in time, as text or number; empty where it is missing or none.</summary>
    public static string OfMoment(ForeignValue? value) => value is null ? "" : OfMoment(value.Text);
}
