using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrmBench.Tests.Data;

/// <summary>The ways in which JSON files come damaged. Names in <c>settings</c> are free, so those are left alone.</summary>
internal static class TreeMutations
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, MaxDepth = 1000, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Huge = ["1e400", "-1e400", "1e308", "99999999999999999999", new string('9', 400)];
    private static readonly string[] NotFinite = ["NaN", "Infinity", "-Infinity"];

    public static ImmutableArray<Mutation> All { get; } =
    [
        // Form.
        new("cut the file off", (text, random) => Bytes(text[..random.Next(1, text.TrimEnd().Length)])),
        new("lose a sign of structure", (text, random) => Bytes(WithoutOne(text, random))),
        new("leave a comma behind", (text, random) => Insert(text, random, "}]", ",")),
        new("write a comment", (text, random) => Insert(text, random, "\n", " // here")),
        new("write single quotes", (text, _) => Bytes(text.Replace('"', '\''))),
        new("go on after the end", (text, random) => Bytes(text + random.GetItems(["{}", "]", "1", "\"\""], 1)[0])),

        // Properties.
        new("double a property", DoubleProperty),
        new("rename a property", (text, random) => Property(text, random, (parent, name) => Renamed(parent, name, name + "zz"))),
        new("drop a required property", (text, random) => Property(text, random, (parent, name) => parent.Remove(name), IsRequired)),

        // Values.
        new("nest a value wrongly", (text, random) => Property(text, random, (parent, name) =>
            parent[name] = random.Next(2) == 0 ? new JsonArray(parent[name]?.DeepClone()) : new JsonObject { ["value"] = parent[name]?.DeepClone() })),
        new("nest a value deeply", (text, random) => Property(text, random, (parent, name) => parent[name] = Deep(parent[name], random.Next(30, 600)))),
        new("write a value of another type", (text, random) => Property(text, random, (parent, name) => parent[name] = Other(parent[name]!, random))),
        new("write null", (text, random) => Property(text, random, (parent, name) => parent[name] = null, IsRequired)),
        new("empty a text", (text, random) => Property(text, random, (parent, name) => parent[name] = "", (parent, name) => IsRequired(parent, name) && IsText(parent[name]))),
        new("write a huge number", (text, random) => Number(text, random, Huge)),
        new("write a number that is none", (text, random) => Number(text, random, NotFinite)),

        // Bytes.
        new("write a NUL byte", (text, random) => Bytes(text.Insert(random.Next(text.Length + 1), "\0"))),
        new("write an invisible character", (text, random) => Insert(text, random, "\"", "\u202E")),
        new("save as Latin-1", (text, random) => Encoding.Latin1.GetBytes(text.Insert(random.Next(text.Length), "\u00E9"))),
        new("save as UTF-16", TableMutations.Utf16),
        new("cut a character in two", (text, random) => TableMutations.CutCharacter(text, random)),
        new("lose everything", (_, random) => random.Next(2) == 0 ? [] : [.. Encoding.UTF8.Preamble, (byte)'\n']),

        // The same in other clothes.
        new("begin with a byte order mark", (text, _) => [.. Encoding.UTF8.Preamble, .. Bytes(text)]) { KeepsMeaning = true },
        new("end lines with CR and LF", (text, _) => Bytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))) { KeepsMeaning = true },
        new("end lines with CR", (text, _) => Bytes(text.Replace('\n', '\r'))) { KeepsMeaning = true },
        new("write everything on one line", (text, _) => Bytes(JsonNode.Parse(text)!.ToJsonString())) { KeepsMeaning = true },
        new("turn the properties round", (text, _) => Bytes(Turned(JsonNode.Parse(text)!)!.ToJsonString(Written))) { KeepsMeaning = true },
    ];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[]? Insert(string text, Random random, string before, string added)
    {
        int[] places = [.. Enumerable.Range(0, text.Length).Where(i => before.Contains(text[i], StringComparison.Ordinal))];
        return places.Length == 0 ? null : Bytes(text.Insert(random.GetItems(places, 1)[0], added));
    }

    private static string WithoutOne(string text, Random random)
    {
        var structural = new List<int>();
        var isInText = false;
        for (var i = 0; i < text.Length; i++)
        {
            isInText ^= text[i] == '"';
            if (text[i] == '"' || (!isInText && "{}[],:".Contains(text[i], StringComparison.Ordinal)))
            {
                structural.Add(i);
            }
        }

        return text.Remove(structural[random.Next(structural.Count)], 1);
    }

    private static byte[]? Property(string text, Random random, Action<JsonObject, string> change, Func<JsonObject, string, bool>? where = null)
    {
        var root = JsonNode.Parse(text)!;
        (JsonObject Parent, string Name)[] places =
            [.. Places(root).Where(place => place.Name is not ("settings" or "use_case_weights") && (where?.Invoke(place.Parent, place.Name) ?? true))];
        if (places.Length == 0)
        {
            return null;
        }

        var (parent, name) = random.GetItems(places, 1)[0];
        change(parent, name);
        return Bytes(root.ToJsonString(Written));
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(member =>
            (member.Key is "settings" or "use_case_weights" ? [] : Places(member.Value)).Prepend((parent, member.Key))),
        JsonArray list => list.SelectMany(Places),
        _ => [],
    };

    private static void Renamed(JsonObject parent, string name, string other)
    {
        var value = parent[name]?.DeepClone();
        parent.Remove(name);
        parent[other] = value;
    }

    // The same property once more, with its value or with another: which one counts would be chance.
    private static byte[]? DoubleProperty(string text, Random random)
    {
        int[] places = [.. Enumerable.Range(1, text.Length - 1).Where(i => text[i] == '"' && text[..i].TrimEnd() is [.., '{' or ','] before && IsName(text, i))];
        var at = random.GetItems(places, 1)[0];
        var name = text[at..(text.IndexOf(':', at) + 1)];
        return Bytes(text.Insert(at, $"{name} {random.GetItems(["1", "\"\"", "null", "[]"], 1)[0]}, "));
    }

    private static bool IsName(string text, int quote) =>
        text.IndexOf('"', quote + 1) is > 0 and var end && text[(end + 1)..].TrimStart() is [':', ..];

    private static bool IsRequired(JsonObject parent, string name) => name is
        "schema" or "model" or "submitted_by" or "method" or "sources" or "id" or "title" or "url" or "licence" or "rater" or "date" or "status"
        or "changes" or "known_limits" or "name" or "base_url" or "repository_url" or "benchmarks" or "featured" or "description" or "unit" or "better"
        && !(name is "date" && parent.ContainsKey("licence")) && !(name is "model" && parent.ContainsKey("rater"));

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static JsonNode? Deep(JsonNode? node, int depth)
    {
        var inner = node?.DeepClone();
        for (var i = 0; i < depth; i++)
        {
            inner = i % 2 == 0 ? new JsonArray(inner) : new JsonObject { ["a"] = inner };
        }

        return inner;
    }

    private static JsonNode Other(JsonNode node, Random random) => node.GetValueKind() switch
    {
        JsonValueKind.String => random.Next(3) switch { 0 => 17, 1 => true, _ => new JsonArray() },
        JsonValueKind.Number => random.Next(3) switch { 0 => node.ToJsonString(), 1 => false, _ => new JsonObject() },
        JsonValueKind.True or JsonValueKind.False => random.Next(2) switch { 0 => "yes", _ => 1 },
        JsonValueKind.Array => random.Next(2) switch { 0 => "none", _ => new JsonObject() },
        _ => random.Next(2) switch { 0 => "none", _ => new JsonArray() },
    };

    private static byte[]? Number(string text, Random random, string[] values)
    {
        int[] places = [.. Enumerable.Range(1, text.Length - 1).Where(i => char.IsAsciiDigit(text[i]) && text[..i].TrimEnd() is [.., ':'])];
        if (places.Length == 0)
        {
            return null;
        }

        var at = random.GetItems(places, 1)[0];
        var end = at;
        while (char.IsAsciiDigit(text[end]) || text[end] == '.')
        {
            end++;
        }

        return Bytes(text[..at] + random.GetItems(values, 1)[0] + text[end..]);
    }

    private static JsonNode? Turned(JsonNode? node) => node switch
    {
        JsonObject parent => new JsonObject(parent.Reverse().Select(member => KeyValuePair.Create(member.Key, Turned(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Turned)]),
        _ => node?.DeepClone(),
    };
}
