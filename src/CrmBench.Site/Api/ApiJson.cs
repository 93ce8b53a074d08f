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
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts) =>
        json.WriteList(name, texts, json.WriteStringValue);

    /// <summary>A list of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> write) =>
        json.WriteList(name, values, value =>
        {
            json.WriteStartObject();
            write(value);
            json.WriteEndObject();
        });

    /// <summary>A path of the site, from its root and without a slash in front.</summary>
    public static void WritePath(this Utf8JsonWriter json, string name, string? path) => json.WriteString(name, path?[1..]);

    private static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }
}
