using CrmBench.Core.Diagnostics;
using CrmBench.Site.Rendering;

namespace CrmBench.Tests.Site.Rendering;

public class MarkdownWorkTests
{
    [Theory]
    [InlineData("[a](b", 5000)]
    [InlineData("*a ", 20_000)]
    [InlineData("*a_ ", 3000)]
    [InlineData("[", 2001)]
    [InlineData("> *a\n", 2001)]
    [InlineData("<![CDATA[", 1500)]
    [InlineData("[^f", 3000)]
    public void A_paragraph_of_too_many_signs_is_named_and_not_parsed(string part, int count) =>
        Assert.Equal(("CB0937", 6), Problem("Fine.\n\n" + Many(part, count) + "\n"));

    [Fact]
    public void A_long_row_in_a_long_table_is_named() =>
        Assert.Equal(("CB0938", 6), Problem("Fine.\n\n|a|\n|-|\n" + Many("|x\n", 500) + Many("|y", 500)));

    [Fact]
    public void Many_tables_add_up() =>
        Assert.Equal("CB0938", Problem(Many("|a|\n|-|\n" + Many("|x\n", 100) + Many("|y", 100) + "\n\n", 50))?.Code);

    // Wide tables of many rows, long lists of links, code between blank lines.
    [Theory]
    [InlineData("| [a](/x/) | [b](/y/) | c | d | e | f |\n", 200)]
    [InlineData("- *a* [b](https://example.org/)\n\n", 1500)]
    [InlineData("    a[i] = b[i] * c[i];\n\n", 2000)]
    public void What_people_write_is_parsed(string part, int count) =>
        Assert.Null(MarkdownWork.TooMuch("|a|b|\n|-|-|\n" + Many(part, count)));

    private static string Many(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static (string Code, int Line)? Problem(string markdown)
    {
        var diagnostics = new DiagnosticBag();
        Prose.Read("content/a.md", $"---\ntitle: A\n---\n{markdown}", diagnostics)!.ToHtml(Sites.Paths("/"), diagnostics);
        return diagnostics.ToSorted() is [var only] ? (only.Code, only.Place.Line) : null;
    }
}
