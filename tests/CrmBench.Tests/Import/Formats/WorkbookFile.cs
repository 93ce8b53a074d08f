using System.IO.Compression;
using System.Security;
using System.Text;
using CrmBench.Import.Kernel;

namespace CrmBench.Tests.Import.Formats;

/// <summary>A workbook out of cells as they are stored, written part by part.</summary>
internal sealed class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Styles =
        $"""<styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="166" formatCode="#,##0.00\ &quot;USD&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>""";

    private readonly List<(string Name, bool IsHidden, string Rows)> _sheets = [];
    private readonly List<string> _shared = [];

    /// <summary>Style of a percentage.</summary>
    public const int Percent = 1;

    /// <summary>Style of a day.</summary>
    public const int Day = 2;

    /// <summary>Style of money.</summary>
    public const int Money = 3;

    /// <summary>Adds a sheet out of the XML of its rows.</summary>
    public WorkbookFile Sheet(string name, string rows, bool hidden = false)
    {
        _sheets.Add((name, hidden, rows));
        return this;
    }

    /// <summary>A row out of cells, each made by <see cref="Text"/> or <see cref="Number"/>.</summary>
    public static string Row(params string[] cells) => $"<row>{string.Concat(cells)}</row>";

    /// <summary>A cell with a shared text.</summary>
    public string Text(string text)
    {
        _shared.Add($"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>");
        return $"<c t=\"s\"><v>{_shared.Count - 1}</v></c>";
    }

    /// <summary>A cell with a number as it is stored.</summary>
    public static string Number(string stored, int style = 0) => $"<c s=\"{style}\"><v>{stored}</v></c>";

    /// <summary>The workbook.</summary>
    public ImportFile Save(string path)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var sheets = _sheets.Select((sheet, i) => $"""<sheet name="{sheet.Name}" sheetId="{i + 1}" r:id="s{i}"{(sheet.IsHidden ? " state=\"hidden\"" : "")}/>""");
            var parts = _sheets.Select((_, i) => $"""<Relationship Id="s{i}" Target="worksheets/sheet{i + 1}.xml"/>""")
                .Append("""<Relationship Id="t" Target="/xl/sharedStrings.xml"/>""")
                .Append("""<Relationship Id="y" Target="styles.xml"/>""");
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(sheets)}</sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(parts)}</Relationships>");
            Add(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{string.Concat(_shared)}</sst>""");
            Add(zip, "xl/styles.xml", Styles);
            for (var i = 0; i < _sheets.Count; i++)
            {
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{_sheets[i].Rows}</sheetData></worksheet>""");
            }
        }

        return new ImportFile(path, stream.ToArray());
    }

    private static void Add(ZipArchive zip, string part, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
        writer.Write(xml);
    }
}
