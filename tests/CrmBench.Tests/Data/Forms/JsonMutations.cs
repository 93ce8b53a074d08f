using System.Text.Json.Nodes;

namespace CrmBench.Tests.Data.Forms;

/// <summary>Every way to damage one place of a JSON document, one at a time.</summary>
internal static class JsonMutations
{
    // 1e20 is beyond every count; the validator reads no larger numbers.
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "17", "1.5", "1e20", "\"\"", "\"  \"", "\"x\"", "\"Not an id\"", "\"-x\"", "\"FILL IN\"",
        "\"FILL IN: something\"", "\"2026-13-01\"", "\"4.8.2026\"", "\"2026-08-04\"", "\"http://example.org/\"", "\"https://example.org\"",
        "\"https://example.org/a b\"", "\"https://example.org/a?b#c\"", "\"https://me@example.org/\"", "\"https:///\"", "[]", "{}", "[\"x\"]",
        "{\"x\": \"y\"}", Long(201), Long(2001), $"[{string.Join(", ", Enumerable.Repeat("\"x\"", 1001))}]",
        $"{{{string.Join(", ", Enumerable.Range(0, 1001).Select(i => $"\"x{i}\": \"y\""))}}}", $"{{{Long(201)}: \"y\"}}",
    ];

    private static string Long(int characters) => $"\"{new string('x', characters)}\"";

    /// <summary>The damaged documents, each with what was done.</summary>
    public static IEnumerable<(string What, JsonNode Document)> Of(JsonNode document)
    {
        foreach (var path in Paths(document).ToList())
        {
            foreach (var value in Values)
            {
                yield return ($"{path} = {value}", Changed(document, path, (parent, key) => Set(parent, key, JsonNode.Parse(value))));
            }

            yield return ($"{path} removed", Changed(document, path, Remove));
            yield return ($"{path} twice", Changed(document, path, Repeat));
            yield return ($"{path} beside another", Changed(document, path, (parent, key) =>
            {
                if (parent is JsonObject properties)
                {
                    properties[$"{key}s"] = 1;
                }
            }));
        }
    }

    /// <summary>The places of a document, such as <c>sources/0/url</c>.</summary>
    public static IEnumerable<string> Paths(JsonNode? node, string at = "") => node switch
    {
        JsonObject properties => properties.SelectMany(property => Paths(property.Value, $"{at}/{property.Key}").Prepend($"{at}/{property.Key}")),
        JsonArray items => items.SelectMany((item, i) => Paths(item, $"{at}/{i}").Prepend($"{at}/{i}")),
        _ => [],
    };

    private static JsonNode Changed(JsonNode document, string path, Action<JsonNode, string> change)
    {
        var copy = document.DeepClone();
        var parts = path.Split('/')[1..];
        var parent = parts[..^1].Aggregate(copy, (node, part) => node is JsonArray items ? items[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!);
        change(parent, parts[^1]);
        return copy;
    }

    private static void Set(JsonNode parent, string key, JsonNode? value)
    {
        if (parent is JsonArray items)
        {
            items[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            parent[key] = value;
        }
    }

    private static void Remove(JsonNode parent, string key)
    {
        if (parent is JsonArray items)
        {
            items.RemoveAt(int.Parse(key, System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            parent.AsObject().Remove(key);
        }
    }

    private static void Repeat(JsonNode parent, string key)
    {
        if (parent is JsonArray items)
        {
            items.Add(items[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]?.DeepClone());
        }
    }
}
