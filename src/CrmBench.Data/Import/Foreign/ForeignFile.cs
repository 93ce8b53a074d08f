using System.Runtime.CompilerServices;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Import.Foreign;

/// <summary>A JSON or JSON Lines file of another tool. It remembers what was asked for; the rest goes into the report.</summary>
internal sealed class ForeignFile
{
    /// <summary>Largest file in bytes: 512 MB; logs with every message of every sample are large.</summary>
    public const long Largest = 512L << 20;

    private const string NoPlace = "A submission has no place for it.";

    private readonly HashSet<JsonNode> _taken = new(ByReference.Instance);
    private readonly Dictionary<JsonNode, string> _reasons = new(ByReference.Instance);
    private readonly List<JsonNode> _roots;

    private ForeignFile(SourceText text, List<JsonNode> roots, DiagnosticBag diagnostics) =>
        (Text, _roots, Diagnostics) = (text, roots, diagnostics);

    /// <summary>The text, for places.</summary>
    public SourceText Text { get; }

    /// <summary>Takes what is wrong with the file.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>The values of the file: one of JSON, one a line of JSON Lines.</summary>
    public IEnumerable<ForeignValue> Roots => _roots.Select(root => new ForeignValue(this, root, ""));

    /// <summary>Reads JSON, or gives null after a report.</summary>
    public static ForeignFile? Open(ImportFile file, DiagnosticBag diagnostics) =>
        Decode(file, diagnostics) is { } text && JsonTree.Parse(text, diagnostics, isForeign: true) is { } root
            ? new ForeignFile(text, [root], diagnostics)
            : null;

    /// <summary>Reads JSON Lines, or gives null after a report.</summary>
    public static ForeignFile? OpenLines(ImportFile file, DiagnosticBag diagnostics)
    {
        if (Decode(file, diagnostics) is not { } text)
        {
            return null;
        }

        var roots = JsonTree.ParseForeignLines(text, diagnostics);
        return roots.Count == 0 ? null : new ForeignFile(text, roots, diagnostics);
    }

    /// <summary>Remembers that a value was asked for.</summary>
    public void Take(JsonNode node) => _taken.Add(node);

    /// <summary>Remembers why a value is left out.</summary>
    public void Leave(JsonNode node, string reason) => _reasons.TryAdd(node, reason);

    /// <summary>What nobody asked for, each field once with its first value.</summary>
    public IEnumerable<Unmapped> Remaining()
    {
        var fields = new Dictionary<(string Field, string Reason), Unmapped>();
        foreach (var root in _roots)
        {
            Collect(root, "", fields);
        }

        return fields.Values;
    }

    private static SourceText? Decode(ImportFile file, DiagnosticBag diagnostics)
    {
        if (file.Content.Length > Largest)
        {
            diagnostics.Report(Problems.FileTooLarge(file.Path, file.Content.Length, Largest));
            return null;
        }

        return SourceTextReader.Decode(file.Path, file.Content.ToArray(), diagnostics, allowInvisible: true);
    }

    private void Collect(JsonNode node, string field, Dictionary<(string Field, string Reason), Unmapped> fields)
    {
        if (!_reasons.TryGetValue(node, out var reason) && _taken.Contains(node))
        {
            foreach (var member in node.Members)
            {
                Collect(member.Value, field.Length == 0 ? member.Name : $"{field}.{member.Name}", fields);
            }

            foreach (var item in node.Items)
            {
                Collect(item, field + "[]", fields);
            }

            return;
        }

        var key = (field, reason ?? NoPlace);
        if (fields.TryGetValue(key, out var known))
        {
            fields[key] = known with { Count = known.Count + 1 };
        }
        else if (Shown(node) is { } shown)
        {
            fields.Add(key, new Unmapped(Text.PlaceAt(node.Offset), field.Length == 0 ? "(all)" : field, shown, 1, key.Item2));
        }
    }

    // Null where there is nothing to lose.
    private static string? Shown(JsonNode node) => node.Kind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => node.Members.Count == 0 ? null : $"an object: {Listed([.. node.Members.Select(member => member.Name)])}",
        JsonValueKind.Array => node.Items.Count == 0 ? null : FormattableString.Invariant($"a list of {node.Items.Count}"),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => node.Text.Length == 0 ? null : Invisible.Shown(node.Text),
    };

    private static string Listed(IReadOnlyCollection<string> names) =>
        Invisible.Shown(string.Join(", ", names.Take(4))) + (names.Count > 4 ? ", ..." : "");

    // Records compare by content; two equal values in different places are two.
    private sealed class ByReference : IEqualityComparer<JsonNode>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals(JsonNode? x, JsonNode? y) => ReferenceEquals(x, y);

        public int GetHashCode(JsonNode obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
