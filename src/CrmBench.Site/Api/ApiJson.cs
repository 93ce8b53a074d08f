using System.Text.Json;
using CrmBench.Site.Words;

namespace CrmBench.Site.Api;

/// <summary>How values stand in the files of the API: what is not known is null and never left out, days are ISO 8601.</summary>
internal static class ApiJson
{
    /// <summary>A text; null where it is empty.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, string name, string? text) =>
        json.WriteString(name, string.IsNullOrEmpty(text) ? null : text);

    /// <summary>A day, or null.</summary>
    public static void WriteDay(this Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day is { } known ? Format.IsoDate(known) : null);

    /// <summary>A number, or null.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
        {
            json.WriteCarried(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A path of the site, from its root and without a slash in front.</summary>
    public static void WritePath(this Utf8JsonWriter json, string name, string? path) => json.WriteString(name, path?[1..]);
}
