using System.Text.Json;

namespace CrmBench.Data.Values;

/// <summary>Properties of JSON that are lists.</summary>
public static class JsonLists
{
    /// <summary>Writes a property that is a list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteList(name, texts, json.WriteStringValue);
    }

    /// <summary>Writes a property that is a list of objects.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="values">What the objects are made of.</param>
    /// <param name="write">Writes the properties of one.</param>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> write)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteList(name, values, value =>
        {
            json.WriteStartObject();
            write(value);
            json.WriteEndObject();
        });
    }

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
