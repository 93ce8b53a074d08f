using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Csv;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;

namespace CrmBench.Tests.Data.Csv;

public class CsvTableTests
{
    private static readonly TableForm Form = new(
        "t.csv",
        "A table.",
        [
            new("id", ValueForm.Identifier, Presence.Filled, ""),
            new("name", ValueForm.Text, Presence.Filled, ""),
            new("notes", ValueForm.Text, Presence.Optional, ""),
        ]);

    [Fact]
    public void A_field_after_a_record_of_two_lines_is_found()
    {
        using var table = Open("id,name,notes\na,\"first\nline\",x\nb,B,y\n", out _);

        table.Read();
        Assert.Equal("t.csv:2:3", table.PlaceOf(table.Column("name")).ToString());
        Assert.Equal("t.csv:3:7", table.PlaceOf(table.Column("notes")).ToString());
        table.Read();
        Assert.Equal("t.csv:4:5", table.PlaceOf(table.Column("notes")).ToString());
        Assert.Equal("t.csv:4", table.RowPlace.ToString());
    }

    [Theory]
    [InlineData("\u00E9\u00E9,x", 4)]
    [InlineData("\u0416\u0416,x", 4)]
    [InlineData("\u4E2D\u6587,x", 4)]
    [InlineData("\U0001F600\U0001F600,x", 4)]
    [InlineData("\"a,b\",x", 7)]
    [InlineData("\"a\"\"b\",x", 8)]
    [InlineData(",x", 2)]
    public void Columns_count_characters_and_quotes_as_a_person_would(string row, int column)
    {
        using var table = Open($"id,name\n{row}\n", out _);

        table.Read();

        Assert.Equal(column, table.PlaceOf(table.Column("name")).Column);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_end_in_each_of_the_three_ways(string end)
    {
        using var table = Open($"id,name{end}a,A{end}{end}b,B{end}", out var diagnostics);

        Assert.True(table.Read());
        Assert.True(table.Read());
        Assert.Equal("t.csv:4:3", table.PlaceOf(table.Column("name")).ToString());
        Assert.False(table.Read());
        Assert.Empty(diagnostics.ToSorted());
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_name()
    {
        var diagnostics = new DiagnosticBag();
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "id,name\na,A\n"u8];
        var text = SourceTextReader.Decode("t.csv", bytes, diagnostics);
        Assert.NotNull(text);

        using var table = CsvTable.Open(text, Form, diagnostics);

        Assert.NotNull(table);
        Assert.Equal(["id", "name"], table.Header);
        Assert.Empty(diagnostics.ToSorted());
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_bring_others_that_begin_with_x()
    {
        using var table = Open("x_mine,name,id\n1,A,a\n", out var diagnostics);

        Assert.True(table.Read());
        Assert.Equal("a", table.Text(table.Column("id")));
        Assert.Equal("", table.Text(table.Column("notes")));
        Assert.False(table.Read());
        Assert.Empty(diagnostics.ToSorted());
    }

    [Fact]
    public void Header_and_rows_are_reported_in_one_go()
    {
        using var table = Open("id,nmae\na\n\"b\"c,B\n", out var diagnostics);

        while (table.Read())
        {
        }

        Assert.Equal(["CB0302", "CB0301", "CB0304", "CB0306"], diagnostics.ToSorted().Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void An_open_quote_is_reported_where_it_opens_and_ends_the_table()
    {
        using var table = Open("id,name\na,\"A\"\"\"\nb,\"B\nc,C\n", out var diagnostics);

        Assert.True(table.Read());
        Assert.False(table.Read());
        Assert.Equal("t.csv:3:3", Assert.Single(diagnostics.ToSorted()).Place.ToString());
    }

    private static CsvTable Open(string content, out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        return CsvTable.Open(new SourceText("t.csv", Encoding.UTF8.GetBytes(content)), Form, diagnostics)
            ?? throw new InvalidOperationException("The table did not open.");
    }
}
