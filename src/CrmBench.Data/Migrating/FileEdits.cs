using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Json;

namespace CrmBench.Data.Migrating;

/// <summary>Edits of JSON that change nothing else in the text.</summary>
internal static class JsonEdits
{
    /// <summary>The object that a text consists of, or null where it is no JSON object; that is reported elsewhere.</summary>
    public static JsonNode? Root(SourceText text) =>
        text.Path.EndsWith(".json", StringComparison.Ordinal)
        && JsonTree.Parse(text, new DiagnosticBag()) is { Kind: JsonValueKind.Object } root
            ? root
            : null;

    /// <summary>The property of a name, or null.</summary>
    public static JsonMember? Find(JsonNode node, string name) => node.Members.FirstOrDefault(member => member.Name == name);

    /// <summary>
    /// The property of an old name, to be written under the new one; null where it is not there, or after a report that both are.
    /// </summary>
    public static JsonMember? Renamed(SourceText text, string old, string name, DiagnosticBag diagnostics)
    {
        if (Root(text) is not { } root || Find(root, old) is not { } member)
        {
            return null;
        }

        if (Find(root, name) is not null)
        {
            diagnostics.Report(Problems.CannotMigrate(
                text.PlaceAt(member.Offset),
                $"'{old}' is what '{name}' was called in older versions, and both stand here. Keep one of the two."));
            return null;
        }

        return member;
    }

    /// <summary>The edit that gives a property another name.</summary>
    public static TextEdit Rename(JsonMember member, string name) => new(member.Offset, member.End - member.Offset, $"\"{name}\"");

    /// <summary>The edit that puts text before a value.</summary>
    public static TextEdit Before(JsonNode value, string text) => new(value.Offset, 0, text);

    /// <summary>The edit that puts text after a value.</summary>
    public static TextEdit After(JsonNode value, string text) => new(value.End, 0, text);

    /// <summary>The edit that replaces a value.</summary>
    public static TextEdit Replace(JsonNode value, string text) => new(value.Offset, value.End - value.Offset, text);
}

/// <summary>Edits of the header of a CSV file.</summary>
internal static class TableEdits
{
    /// <summary>The edit that gives a column another name; none where it is not there, or after a report that both are.</summary>
    public static IEnumerable<TextEdit> Rename(SourceText text, string old, string name, DiagnosticBag diagnostics)
    {
        var names = Header(text);
        if (names.FindIndex(field => field.Name == old) is not (>= 0 and var at))
        {
            return [];
        }

        var (_, offset, length) = names[at];
        if (names.Exists(field => field.Name == name))
        {
            diagnostics.Report(Problems.CannotMigrate(
                text.PlaceAt(offset),
                $"The column '{old}' is what '{name}' was called in older versions, and both stand here. Keep one of the two."));
            return [];
        }

        return [new TextEdit(offset, length, name)];
    }

    // The names of columns hold neither commas nor quotes, but may stand in quotes; whatever else is there is left to the reader.
    private static List<(string Name, int Offset, int Length)> Header(SourceText text)
    {
        var start = text.Utf8.Span.IndexOfAnyExcept("\r\n"u8);
        var end = text.Utf8.Span[start..].IndexOfAny("\r\n"u8) is >= 0 and var length ? start + length : text.Utf8.Length;
        var fields = new List<(string, int, int)>();
        var offset = start;
        foreach (var part in text.TextOf(start, end).Split(','))
        {
            var bytes = System.Text.Encoding.UTF8.GetByteCount(part);
            fields.Add((part.Trim('"'), offset, bytes));
            offset += bytes + 1;
        }

        return fields;
    }
}
