using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>
/// Reads the cells of a workbook's sheet (Office Open XML, ECMA-376 part 1, chapter 18) as the text that a spreadsheet shows: percentages
/// with their sign, days as 2026-08-04, the stored results of formulas. The framework's own readers of ZIP and XML are enough for
/// this; see <c>src/decisions/0006-workbooks.md</c>.
/// </summary>
internal sealed class Workbook : IDisposable
{
    // What is packed may be a thousand times as large; a table of figures never is.
    private const long LargestPart = 256L << 20;
    private const int MostCells = 5_000_000;
    private const int MostColumns = 16_384;

    private const string NotOpened = "Save it as .xlsx without a password, or as CSV.";

    private readonly ZipArchive _zip;
    private readonly XmlReaderSettings _xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private Workbook(ZipArchive zip) => _zip = zip;

    /// <summary>Whether bytes begin as a workbook does, one of today or an old or locked one.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8) || IsOld(bytes);

    /// <summary>The rows of a sheet, each as wide as the widest, from the first to the last that holds anything; null after a report.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="writing">Which sheet, and how numbers are written.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    public static ImmutableArray<ImmutableArray<Located<string>>>? Read(ImportFile file, TableWriting writing, DiagnosticBag diagnostics)
    {
        var place = new SourcePlace(file.Path);
        if (IsOld(file.Content.Span))
        {
            diagnostics.Report(ImportProblems.WorkbookNotRead(place, $"The workbook is of the old kind (.xls) or locked with a password. {NotOpened}"));
            return null;
        }

        if (file.Content.Length > LargestFile.Workbook)
        {
            diagnostics.Report(Problems.FileTooLarge(file.Path, file.Content.Length, LargestFile.Workbook));
            return null;
        }

        try
        {
            using var workbook = new Workbook(new ZipArchive(new MemoryStream(file.Content.ToArray()), ZipArchiveMode.Read));
            return workbook.Rows(file.Path, writing, diagnostics);
        }
        catch (Exception trouble) when (trouble is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            // Neither ZIP nor XML says beforehand whether all of it can be read.
            diagnostics.Report(ImportProblems.WorkbookNotRead(place, $"The workbook is damaged or none ({ForeignText.Line(trouble.Message)}). {NotOpened}"));
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    // The container of .xls, and of workbooks with a password (compound file binary).
    private static bool IsOld(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    private ImmutableArray<ImmutableArray<Located<string>>>? Rows(string path, TableWriting writing, DiagnosticBag diagnostics)
    {
        const string Main = "xl/workbook.xml";
        if (_zip.GetEntry(Main) is null)
        {
            diagnostics.Report(ImportProblems.WorkbookNotRead(new SourcePlace(path), $"This is a ZIP file, but no .xlsx workbook. {NotOpened}"));
            return null;
        }

        var parts = Relations("xl/_rels/workbook.xml.rels");
        var sheets = Sheets(Main, out var from1904);
        var visible = sheets.Where(sheet => !sheet.IsHidden).ToList();
        var chosen = writing.Sheet is { } name
            ? sheets.Find(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase))
            : visible is [var only] ? only : default;
        if (chosen.Part is null || !parts.TryGetValue(chosen.Part, out var part))
        {
            diagnostics.Report(ImportProblems.SheetNotNamed(new SourcePlace(path), writing.Sheet, visible.ConvertAll(sheet => sheet.Name)));
            return null;
        }

        var shared = SharedStrings(parts.Values.FirstOrDefault(target => target.EndsWith("/sharedStrings.xml", StringComparison.OrdinalIgnoreCase)));
        var formats = CellFormat.Read(Elements(parts.Values.FirstOrDefault(target => target.EndsWith("/styles.xml", StringComparison.OrdinalIgnoreCase))));
        return Cells(part, $"{path}#{chosen.Name}", cell => Text(cell, shared, formats, from1904, writing));
    }

    private List<(string Name, bool IsHidden, string? Part)> Sheets(string part, out bool from1904)
    {
        var sheets = new List<(string, bool, string?)>();
        from1904 = false;
        foreach (var xml in Elements(part))
        {
            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet")
            {
                var id = "";
                for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
                {
                    id = xml.LocalName == "id" ? xml.Value : id;
                }

                xml.MoveToElement();
                sheets.Add((xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden", id));
            }
        }

        return sheets;
    }

    private Dictionary<string, string> Relations(string part)
    {
        var relations = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var xml in Elements(part))
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                relations[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            }
        }

        return relations;
    }

    private List<string> SharedStrings(string? part)
    {
        var strings = new List<string>();
        foreach (var xml in Elements(part))
        {
            if (xml.LocalName == "si")
            {
                strings.Add(RichText(xml));
            }
        }

        return strings;
    }

    // All runs of a text; what shows how to pronounce it is not part of it.
    private static string RichText(XmlReader xml)
    {
        var text = new System.Text.StringBuilder();
        using var inner = xml.ReadSubtree();
        while (inner.Read())
        {
            if (inner.NodeType == XmlNodeType.Element && inner.LocalName == "rPh")
            {
                inner.Skip();
            }

            if (inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(inner.Value);
            }
        }

        return text.ToString();
    }

    private ImmutableArray<ImmutableArray<Located<string>>> Cells(string part, string path, Func<SheetCell, string> text)
    {
        var rows = new SortedDictionary<int, SortedDictionary<int, string>>();
        var (row, column, count, width) = (0, 0, 0, 0);
        foreach (var xml in Elements(part))
        {
            if (xml.LocalName == "row")
            {
                row = xml.GetAttribute("r") is { } number ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : row + 1;
                column = 0;
            }
            else if (xml.LocalName == "c")
            {
                column = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
                if (++count > MostCells || column > MostColumns)
                {
                    throw new InvalidDataException("It has more than five million cells.");
                }

                if (ForeignText.Line(text(SheetCell.Read(xml))) is { Length: > 0 } shown)
                {
                    if (!rows.TryGetValue(row, out var cells))
                    {
                        rows.Add(row, cells = []);
                    }

                    cells[column] = shown;
                    width = Math.Max(width, column);
                }
            }
        }

        if (rows.Count * (long)width > MostCells)
        {
            throw new InvalidDataException("Its cells lie too far apart for a table.");
        }

        var first = rows.Count == 0 ? 1 : rows.Values.Min(cells => cells.Keys.First());
        return
        [
            .. rows.Select(entry => Enumerable.Range(first, Math.Max(0, width - first + 1))
                .Select(at => new Located<string>(entry.Value.GetValueOrDefault(at, ""), new SourcePlace(path, entry.Key, at)))
                .ToImmutableArray()),
        ];
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = checked((column * 26) + char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column;
    }

    private static string Text(SheetCell cell, List<string> shared, List<CellFormat> formats, bool from1904, TableWriting writing)
    {
        switch (cell.Type)
        {
            case "s":
                return shared.ElementAtOrDefault(int.Parse(cell.Value, NumberStyles.None, CultureInfo.InvariantCulture))
                    ?? throw new InvalidDataException("A cell refers to a text that is not there.");
            case "inlineStr" or "str" or "e" or "d":
                return cell.Value;
            case "b":
                return cell.Value == "1" ? "TRUE" : "FALSE";
            case var _ when cell.Value.Length == 0:
                // Nobody computed it yet; as a text it is refused where a figure is asked for.
                return cell.Formula.Length > 0 ? $"={cell.Formula}" : "";
        }

        var format = cell.Style < formats.Count ? formats[cell.Style] : CellFormat.General;
        var number = double.Parse(cell.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (format.IsDate)
        {
            return CellFormat.Moment(number, from1904);
        }

        // A number is stored with all digits of a binary fraction; the shortest text that reads back as the same is what was typed.
        var typed = number.ToString("R", CultureInfo.InvariantCulture);
        if (!DraftNumber.TryParse(typed, out var exact))
        {
            return typed;
        }

        exact = DecimalText.Parse(DecimalText.WithoutBinaryExcess(DecimalText.Of(format.IsPercent ? exact * 100 : exact)));
        return writing.Number(exact) + (format.IsPercent ? "%" : "");
    }

    // The elements of a part in their order; none where there is no such part.
    private IEnumerable<XmlReader> Elements(string? part)
    {
        if (part is null || _zip.GetEntry(part) is not { } entry)
        {
            yield break;
        }

        if (entry.Length > LargestPart)
        {
            throw new InvalidDataException("It is too large once it is unpacked.");
        }

        // A part that unpacks to more than it announces is cut off by the reader of ZIP.
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, _xml);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                yield return xml;
            }
        }
    }

    // A cell as it is stored.
    private readonly record struct SheetCell(string Type, int Style, string Value, string Formula)
    {
        public static SheetCell Read(XmlReader xml)
        {
            var type = xml.GetAttribute("t") ?? "n";
            var style = xml.GetAttribute("s") is { } number ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
            var (value, formula) = ("", "");
            using var inner = xml.ReadSubtree();
            inner.Read();
            while (inner.Read())
            {
                if (inner.NodeType == XmlNodeType.Element && inner.LocalName is "v" or "f" or "is")
                {
                    var name = inner.LocalName;
                    var text = RichText(inner);
                    (value, formula) = name == "f" ? (value, text) : (text, formula);
                }
            }

            return new SheetCell(type, style, value, formula);
        }
    }
}

/// <summary>What a cell's number format says of its number (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
/// <param name="IsPercent">Whether it is shown as a percentage.</param>
/// <param name="IsDate">Whether it is a day or a time.</param>
internal readonly record struct CellFormat(bool IsPercent, bool IsDate)
{
    /// <summary>A plain number.</summary>
    public static CellFormat General => default;

    /// <summary>Reads the formats of a workbook's styles, in the order in which cells refer to them.</summary>
    public static List<CellFormat> Read(IEnumerable<XmlReader> elements)
    {
        var codes = new Dictionary<int, string>();
        var formats = new List<CellFormat>();
        var ofCells = false;
        foreach (var xml in elements)
        {
            switch (xml.LocalName)
            {
                case "numFmt":
                    codes[Number(xml, "numFmtId")] = xml.GetAttribute("formatCode") ?? "";
                    break;
                case "cellXfs" or "cellStyleXfs" or "cellStyles" or "dxfs":
                    ofCells = xml.LocalName == "cellXfs";
                    break;
                case "xf" when ofCells:
                    var id = Number(xml, "numFmtId");
                    formats.Add(codes.TryGetValue(id, out var code) ? Of(code) : BuiltIn(id));
                    break;
            }
        }

        return formats;
    }

    /// <summary>The format of a code: <c>0.0%</c>, <c>dd.mm.yyyy</c>.</summary>
    public static CellFormat Of(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length && (quoted || bracketed || code[i] != ';'); i++)
        {
            switch (code[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case var _ when quoted:
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    // Elapsed time stands in brackets, as colours and currencies do.
                    if (i + 1 < code.Length && code[i + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S' && code.IndexOf(']', i) is var end && end > 0
                        && code[(i + 1)..end].All(letter => char.ToLowerInvariant(letter) == char.ToLowerInvariant(code[i + 1])))
                    {
                        return new CellFormat(false, true);
                    }

                    bracketed = true;
                    break;
                case ']':
                    bracketed = false;
                    break;
                case '%' when !bracketed:
                    return new CellFormat(true, false);
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' when !bracketed:
                    return new CellFormat(false, true);
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    return General;
            }
        }

        return General;
    }

    /// <summary>A day as 2026-08-04, with its time where it has one; a time alone as 12:30:00.</summary>
    /// <param name="days">Days since the workbook's first.</param>
    /// <param name="from1904">Whether that is 1904-01-01 and not the day before 1900-01-01.</param>
    public static string Moment(double days, bool from1904)
    {
        // The days before March 1900 are one off, because an early spreadsheet took 1900 for a leap year.
        if (days is < 1 or > 2_958_465 || (days < 61 && !from1904))
        {
            return days is >= 0 and < 1 ? TimeSpan.FromSeconds(Math.Round(days * 86_400)).ToString("c", CultureInfo.InvariantCulture)
                : days.ToString("R", CultureInfo.InvariantCulture) + " (a day)";
        }

        var first = from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, 30);
        var moment = first.AddSeconds(Math.Round(days * 86_400));
        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static CellFormat BuiltIn(int id) => new(id is 9 or 10, id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58));

    private static int Number(XmlReader xml, string attribute) =>
        xml.GetAttribute(attribute) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
