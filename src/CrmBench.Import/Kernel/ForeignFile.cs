using System.Runtime.CompilerServices;
using System.Text;
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
        if (file.Content.Length > LargestFile.Foreign)
        {
            diagnostics.Report(Problems.FileTooLarge(file.Path, file.Content.Length, LargestFile.Foreign));
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

/// <summary>What a file is that is not read as it is, and what helps: both for a message.</summary>
/// <param name="What">What it is, with its article, as in "a workbook (XLSX)".</param>
/// <param name="Cure">What to do, in a sentence or two.</param>
internal sealed record FileKind(string What, string Cure)
{
    private const string Csv = "Tables are imported with 'crmbench import csv' and a mapping file.";

    // Names of entries stand uncompressed in a ZIP archive, those of the last ones in its directory at the end.
    private const int BytesOfNames = 1 << 20;

    /// <summary>Whether the bytes are those of a ZIP archive.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8);

    /// <summary>What the bytes are, by how they begin, where they are no text; null where they may be one.</summary>
    public static FileKind? OfBytes(ReadOnlySpan<byte> bytes) =>
        IsZip(bytes) ? OfZip(bytes)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? new("a gzip archive", "Unpack it and import what is in it.")
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? new("a Zstandard archive", "Unpack it and import what is in it.")
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? new("an old Excel workbook (XLS)", $"Save it as XLSX or CSV. {Csv}")
        : bytes.StartsWith("PAR1"u8) ? new("a Parquet file", $"Write it as CSV. {Csv}")
        : bytes.StartsWith("SQLite format 3"u8) ? new("an SQLite database", "Export the evaluation from it, and import the export.")
        : null;

    /// <summary>What a text is, by its first line, where it is no JSON; null where it may be.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="bytes">The text.</param>
    public static FileKind? OfText(string path, ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty || text[0] is (byte)'{' or (byte)'[' or (byte)'"')
        {
            return null;
        }

        var end = text.IndexOfAny("\r\n"u8);
        var line = Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
        return IsYaml(path, line) ? new("YAML", YamlCure)
            : line.StartsWith('<') ? new("HTML or XML", "Export the results as JSON, and import the export.")
            : end > 0 && line.AsSpan().IndexOfAny(',', ';', '\t') > 0 ? new("a CSV table", Csv)
            : null;
    }

    /// <summary>What a text is where a table is expected; null where it may be one.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="bytes">The text.</param>
    public static FileKind? InPlaceOfTable(string path, ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        text = text.TrimStart(" \t\r\n"u8);
        var second = text.IsEmpty ? text : text[1..].TrimStart(" \t\r\n"u8);
        return text.StartsWith("{"u8) && (second.StartsWith("\""u8) || second.StartsWith("}"u8))
            || text.StartsWith("["u8) && (second.IsEmpty || second[0] is (byte)'{' or (byte)'[' or (byte)']' or (byte)'"' or (byte)'-' || char.IsAsciiDigit((char)second[0]))
                ? new("JSON", "Name the format of the tool that wrote it: 'crmbench import --help' lists them. Or write it as a table.")
            : path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
                ? new("YAML", YamlCure)
                : null;
    }

    /// <summary>JSON Lines where a single value is expected, by its first line.</summary>
    public static FileKind OfLines(ForeignValue first) => new("JSON Lines (a value a line)", FormatOf(first) switch
    {
        "rated-samples" or "every-eval-ever" or "promptfoo" => $"Import it with 'crmbench import {FormatOf(first)}'.",
        _ when first.Has("doc_id") || first.Has("doc") => "These are single samples of lm-evaluation-harness: import the results_*.json beside them.",
        _ => "Import files that hold a single JSON object each.",
    });

    /// <summary>Name of the format that a JSON value looks like, or null.</summary>
    public static string? FormatOf(ForeignValue json) => json switch
    {
        { IsObject: false } => null,
        _ when json.Has("spec") || (json.Has("final_report") && !json.Has("results")) => "rated-samples",
        _ when json.Has("schema_version") && (json.Has("evaluation_results") || json.Has("evaluation")) => "every-eval-ever",
        _ when json.Has("measures") && json.Has("rows") => "crmbench",
        _ when json.Has("eval") && json.Has("status") => "inspect",
        _ when json.Has("submitting_organization") && json.Has("results") => "tau-bench",
        _ when json.Has("promptIdx") || json.Find("results") is { IsObject: true } results && results.Has("results") => "promptfoo",
        _ when json.Has("results") && (json.Has("configs") || json.Has("versions")) => "lm-eval",
        _ => null,
    };

    private const string YamlCure =
        "Export the results as JSON, and import the export: 'promptfoo export eval ID --output results.json' does it for promptfoo.";

    private static bool IsYaml(string path, string line)
    {
        if (path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return line.StartsWith("---", StringComparison.Ordinal)
            || (colon > 0 && (colon == line.Length - 1 || line[colon + 1] == ' ')
                && line[..colon].All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or ' '));
    }

    private static FileKind OfZip(ReadOnlySpan<byte> bytes)
    {
        var first = bytes[..Math.Min(bytes.Length, BytesOfNames)];
        var last = bytes[Math.Max(0, bytes.Length - BytesOfNames)..];
        return Holds(first, last, "[Content_Types].xml"u8) ? new("a workbook (XLSX) or another office file", Csv)
            : Holds(first, last, "_journal/start.json"u8) || Holds(first, last, "header.json"u8)
                ? new("a log of Inspect (.eval)", "Import it with 'crmbench import inspect'.")
                : new("a ZIP archive", "Unpack it and import the files in it.");
    }

    private static bool Holds(ReadOnlySpan<byte> first, ReadOnlySpan<byte> last, ReadOnlySpan<byte> name) =>
        first.IndexOf(name) >= 0 || last.IndexOf(name) >= 0;
}
