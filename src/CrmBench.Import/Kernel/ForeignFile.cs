using System.Runtime.CompilerServices;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Import.Kernel;

/// <summary>
/// What another tool wrote as JSON: a file, a file of lines, or the entries of an archive. It remembers what was read; the rest goes
/// into the report.
/// </summary>
internal sealed class ForeignFile
{
    /// <summary>Largest file in bytes, and most bytes of an archive: 512 MB; logs with every message of every sample are large.</summary>
    public const long Largest = 512L << 20;

    private const string NoPlace = "A submission has no place for it.";
    private const string NoNumber = "It is no number, and counts as absent.";

    private readonly HashSet<JsonNode> _taken = new(ByReference.Instance);
    private readonly Dictionary<JsonNode, string> _reasons = new(ByReference.Instance);
    private readonly List<(SourceText Text, JsonNode Root)> _roots;

    private ForeignFile(List<(SourceText Text, JsonNode Root)> roots, DiagnosticBag diagnostics) => (_roots, Diagnostics) = (roots, diagnostics);

    /// <summary>Takes what is wrong with the file.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>The values: one of JSON, one a line of JSON Lines, one an entry of an archive; at least one.</summary>
    public IEnumerable<ForeignValue> Roots => _roots.Select(root => new ForeignValue(this, root.Text, root.Root, ""));

    /// <summary>Reads a file with a single JSON value, or gives null after a report.</summary>
    public static ForeignFile? Open(ImportFile file, DiagnosticBag diagnostics)
    {
        if (OpenLines(file, diagnostics) is not { } foreign)
        {
            return null;
        }

        if (foreign._roots.Count == 1)
        {
            return foreign;
        }

        diagnostics.Report(ImportProblems.AnotherKind(new SourcePlace(file.Path), FileKind.OfLines(foreign.Roots.First())));
        return null;
    }

    /// <summary>Reads a file with one JSON value or more, or gives null after a report.</summary>
    public static ForeignFile? OpenLines(ImportFile file, DiagnosticBag diagnostics) => OpenParts([file], diagnostics);

    /// <summary>Reads the parts of a whole, such as the entries of an archive, or gives null after a report.</summary>
    public static ForeignFile? OpenParts(IEnumerable<ImportFile> parts, DiagnosticBag diagnostics)
    {
        var roots = new List<(SourceText Text, JsonNode Root)>();
        foreach (var part in parts)
        {
            if (Decode(part, diagnostics) is not { } text || JsonTree.ParseForeign(text, diagnostics) is not { Count: > 0 } read)
            {
                return null;
            }

            roots.AddRange(read.Select(root => (text, root)));
        }

        return new ForeignFile(roots, diagnostics);
    }

    /// <summary>Remembers that a value was read.</summary>
    public void Take(JsonNode node) => _taken.Add(node);

    /// <summary>Remembers why a value is left out.</summary>
    public void Leave(JsonNode node, string reason) => _reasons.TryAdd(node, reason);

    /// <summary>What nobody read, each field once with its first value.</summary>
    public IEnumerable<Unmapped> Remaining()
    {
        var fields = new Dictionary<(string Field, string Reason), Unmapped>();
        foreach (var (text, root) in _roots)
        {
            Collect(text, root, "", fields);
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

        if (FileKind.OfBytes(file.Content.Span) is { } archive)
        {
            diagnostics.Report(ImportProblems.AnotherKind(new SourcePlace(file.Path), archive));
            return null;
        }

        if (SourceTextReader.Decode(file.Path, file.Content.ToArray(), diagnostics, allowInvisible: true) is not { } text)
        {
            return null;
        }

        if (FileKind.OfText(file.Path, text.Utf8.Span) is { } kind)
        {
            diagnostics.Report(ImportProblems.AnotherKind(text.PlaceAt(0), kind));
            return null;
        }

        return text;
    }

    private void Collect(SourceText text, JsonNode node, string field, Dictionary<(string Field, string Reason), Unmapped> fields)
    {
        var isNoNumber = node is { Kind: JsonValueKind.Null, Text.Length: > 0 };
        if (!_reasons.TryGetValue(node, out var reason) && _taken.Contains(node) && !isNoNumber)
        {
            foreach (var member in node.Members)
            {
                Collect(text, member.Value, field.Length == 0 ? member.Name : $"{field}.{member.Name}", fields);
            }

            foreach (var item in node.Items)
            {
                Collect(text, item, field + "[]", fields);
            }

            return;
        }

        var key = (field, reason ?? (isNoNumber ? NoNumber : NoPlace));
        if (fields.TryGetValue(key, out var known))
        {
            fields[key] = known with { Count = known.Count + 1 };
        }
        else if (Shown(node) is { } shown)
        {
            fields.Add(key, new Unmapped(text.PlaceAt(node.Offset), field.Length == 0 ? "(all)" : field, shown, 1, key.Item2));
        }
    }

    // Null where there is nothing to lose.
    private static string? Shown(JsonNode node) => node.Kind switch
    {
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
