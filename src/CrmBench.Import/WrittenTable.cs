using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Import.Formats;
using CrmBench.Import.Kernel;

namespace CrmBench.Import;

/// <summary>How a table that nobody described is written, found by looking at it: what a mapping says under the same names.</summary>
internal static class WrittenTable
{
    // What people and programs write where nothing was measured.
    private static readonly ImmutableHashSet<string> s_missing = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "N/A", "NA", "#N/A", "n.a.", "n/a.", "-", "--", "\u2013", "\u2014", "none", "null", "nan", "?", "tbd", "pending", "missing", "not available",
        "not measured", "not reported");

    private static readonly char[] s_groupSigns = [',', '.', ' ', '\''];

    /// <summary>The writing of a table.</summary>
    /// <param name="file">The table; a workbook says most of it itself.</param>
    public static TableWriting Of(ImportFile file)
    {
        var bytes = file.Content.Span;
        if (Workbook.Is(bytes))
        {
            return new TableWriting { Missing = s_missing };
        }

        var encoding = EncodingOf(bytes);
        var writing = new TableWriting { Encoding = encoding, Missing = s_missing };
        var text = Encoding.UTF8.GetString(writing.ToUtf8(file.Content)).TrimStart('\uFEFF');
        var end = text.IndexOfAny(['\r', '\n']);
        writing = writing with { Delimiter = DelimiterOf(end < 0 ? text : text[..end]) };
        return ForeignTable.Open(file, writing, new DiagnosticBag()) is { } table ? WithNumbers(writing, table) : writing;
    }

    /// <summary>The texts of a column that mean an empty cell, as the table writes them.</summary>
    public static IEnumerable<string> MissingIn(IEnumerable<string> texts) => texts.Where(s_missing.Contains).Distinct(StringComparer.OrdinalIgnoreCase);

    // Text that is no UTF-8 comes from a spreadsheet of western Europe.
    private static string EncodingOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? "utf-16"
        : System.Text.Unicode.Utf8.IsValid(bytes) ? "utf-8"
        : "windows-1252";

    // Whatever stands most often between the names of the columns.
    private static char DelimiterOf(string header)
    {
        var plain = new StringBuilder();
        var isQuoted = false;
        foreach (var character in header)
        {
            isQuoted ^= character == '"';
            plain.Append(isQuoted ? ' ' : character);
        }

        return MappingForm.Delimiters.Select(known => known.Character).MaxBy(known => plain.ToString().Count(character => character == known));
    }

    private static TableWriting WithNumbers(TableWriting writing, ForeignTable table)
    {
        var cells = table.Rows.SelectMany(row => row).Select(cell => MappedNumbers.WithoutSign(cell.Value)).ToList();
        var comma = new TableWriting { Decimal = ',', Thousands = '.' };
        var point = new TableWriting { Decimal = '.', Thousands = ',' };
        // 1,234 and 1.234 can be either; what has one sign of each kind, or no group of three behind it, cannot.
        var isComma = cells.Count(cell => cell.Contains(',', StringComparison.Ordinal) && comma.TryNumber(cell, out _) && !point.TryNumber(cell, out _));
        var isPoint = cells.Count(cell => cell.Contains('.', StringComparison.Ordinal) && point.TryNumber(cell, out _) && !comma.TryNumber(cell, out _));
        writing = writing with { Decimal = isComma > isPoint ? ',' : '.' };
        var grouped = s_groupSigns
            .Where(sign => sign != writing.Decimal)
            .Select(sign => writing with { Thousands = sign })
            .FirstOrDefault(other => cells.Exists(cell => !writing.TryNumber(cell, out _) && other.TryNumber(cell, out _)));
        return grouped ?? writing;
    }
}
