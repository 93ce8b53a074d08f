using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Data.Migrating;

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
