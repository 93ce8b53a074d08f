using CrmBench.Core.Diagnostics;
using CrmBench.Import.Kernel;

namespace CrmBench.Tests.Import.Formats;

public class WorkbookTests
{
    [Theory]
    [InlineData("<c><v>3.4500000000000002</v></c>", "3.45")]
    [InlineData("<c s=\"1\"><v>0.71499999999999997</v></c>", "71.5%")]
    [InlineData("<c s=\"2\"><v>46238</v></c>", "2026-08-04")]
    [InlineData("<c s=\"3\"><v>1E-3</v></c>", "0.001")]
    [InlineData("<c><f>B2/2</f><v>1.5</v></c>", "1.5")]
    [InlineData("<c><f>B2/2</f></c>", "=B2/2")]
    [InlineData("<c t=\"str\"><f>\"a\"</f><v>final</v></c>", "final")]
    [InlineData("<c t=\"e\"><v>#DIV/0!</v></c>", "#DIV/0!")]
    [InlineData("<c t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c t=\"inlineStr\"><is><r><t>Acme </t></r><rPh sb=\"0\" eb=\"1\"><t>a</t></rPh><r><t>One</t></r></is></c>", "Acme One")]
    [InlineData("<c t=\"inlineStr\"><is><t>Safe\n(percent)</t></is></c>", "Safe (percent)")]
    public void A_cell_is_read_as_the_spreadsheet_shows_it(string cell, string text)
    {
        var file = new WorkbookFile().Sheet("A", $"<row>{cell}</row>").Save("a.xlsx");

        Assert.Equal(text, Read(file, new TableWriting(), out _)![0][0].Value);
    }

    [Fact]
    public void Numbers_are_written_as_the_mapping_says_numbers_are()
    {
        var file = new WorkbookFile().Sheet("A", WorkbookFile.Row(WorkbookFile.Number("1234.5"))).Save("a.xlsx");

        Assert.Equal("1234,5", Read(file, new TableWriting { Decimal = ',' }, out _)![0][0].Value);
    }

    [Fact]
    public void Rows_and_columns_keep_the_places_they_have_in_the_sheet()
    {
        var file = new WorkbookFile().Sheet("Grades", "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row>").Save("a.xlsx");

        var row = Assert.Single(Read(file, new TableWriting(), out _)!);

        Assert.Equal(["1 a.xlsx#Grades:3:2", " a.xlsx#Grades:3:3", "2 a.xlsx#Grades:3:4"], row.Select(cell => $"{cell.Value} {cell.Place}"));
    }

    [Fact]
    public void The_only_visible_sheet_needs_no_name_and_a_hidden_one_is_read_where_it_is_named()
    {
        var book = new WorkbookFile()
            .Sheet("Draft", WorkbookFile.Row(WorkbookFile.Number("1")), hidden: true)
            .Sheet("Final", WorkbookFile.Row(WorkbookFile.Number("2")));

        Assert.Equal("2", Read(book.Save("a.xlsx"), new TableWriting(), out _)![0][0].Value);
        Assert.Equal("1", Read(book.Save("a.xlsx"), new TableWriting { Sheet = "draft" }, out _)![0][0].Value);
        Assert.Null(Read(book.Sheet("Other", "").Save("a.xlsx"), new TableWriting(), out var problem));
        Assert.Contains("CB1147: The mapping does not say which sheet of the workbook is meant. Correct the mapping: \"sheet\" is one of 'Final', 'Other'.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<c t=\"s\"><v>x</v></c>")]
    [InlineData("<c t=\"s\"><v>9</v></c>")]
    [InlineData("<c><v>1..2</v></c>")]
    [InlineData("<c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c>")]
    [InlineData("<c r=\"XFE1\"><v>1</v></c>")]
    [InlineData("<c s=\"-1\"><v>1</v></c>")]
    [InlineData("<c><v>1</c>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><c><v>1</v></c>")]
    public void A_damaged_workbook_is_refused_and_never_throws(string cell)
    {
        Assert.Null(Read(new WorkbookFile().Sheet("A", $"<row>{cell}</row>").Save("a.xlsx"), new TableWriting(), out var problem));
        Assert.StartsWith("a.xlsx: error CB1145: The workbook is damaged or none (", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_unpacks_to_far_more_than_a_table_is_refused()
    {
        var bomb = new WorkbookFile().Sheet("A", new string(' ', 300 << 20)).Save("a.xlsx");

        Assert.True(bomb.Content.Length < 1 << 20);
        Assert.Null(Read(bomb, new TableWriting(), out var problem));
        Assert.Contains("too large once it is unpacked", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_and_locked_workbooks_and_other_archives_are_named_as_what_they_are()
    {
        Read(new ImportFile("a.xls", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1 }), new TableWriting(), out var old);
        Assert.Contains("of the old kind (.xls) or locked with a password", old, StringComparison.Ordinal);

        using var stream = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("header.json");
        }

        Read(new ImportFile("a.eval", stream.ToArray()), new TableWriting(), out var other);
        Assert.Contains("a ZIP file, but no .xlsx workbook", other, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0%", true, false)]
    [InlineData("0.0\"%\"", false, false)]
    [InlineData("0\\%", false, false)]
    [InlineData("General", false, false)]
    [InlineData("[Red]0.00", false, false)]
    [InlineData("[$-409]d-mmm-yy", false, true)]
    [InlineData("[h]:mm", false, true)]
    [InlineData("0;0%", false, false)]
    public void The_code_of_a_format_says_percent_or_day(string code, bool percent, bool day) =>
        Assert.Equal(new CellFormat(percent, day), CellFormat.Of(code));

    private static IReadOnlyList<IReadOnlyList<Located<string>>>? Read(ImportFile file, TableWriting writing, out string problem)
    {
        var diagnostics = new DiagnosticBag();
        var rows = Workbook.Read(file, writing, diagnostics);
        problem = string.Join('\n', diagnostics.ToSorted());
        return rows is { } read ? [.. read.Select(row => (IReadOnlyList<Located<string>>)row)] : null;
    }
}
