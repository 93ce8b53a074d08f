using CrmBench.Cli.Reports;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CrmBench.Tests.Cli.Reports;

public class InertMarkdownTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().Build();

    public static TheoryData<string> HostileTexts =>
    [
        "a | b", "`code`", "``", "`", "a ` b `` c", "\\", "\\|", "\\\\|", "<script>alert(1)</script>", "<!-- ", "@everyone", "#1", "org/repo#1",
        "https://example.org", "www.example.org", "[link](https://example.org)", "![image](https://example.org/x.png)", "a\nb", "a\r\n\r\n# b",
        "\u202Eevil\u202C", "\u200B", "\0", "| --- |", "</details>", "*bold*", "$x^2$", ":tada:", " ", "", "\t", "x\\`", new string('x', 10_000),
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Text_from_data_is_nothing_but_code_in_its_one_cell(string text)
    {
        var markdown = $"| {InertMarkdown.Code(text)} | plain |\n| --- | --- |\n| {InertMarkdown.Code(text)} | plain |\n";

        var document = Markdown.Parse(markdown, GitHub);

        var table = Assert.IsType<Table>(Assert.Single(document));
        Assert.All(table.Cast<TableRow>(), row => Assert.Equal(2, row.Count));
        Assert.All(table.Descendants<LeafInline>(), inline => Assert.True(
            inline is CodeInline || (inline is LiteralInline literal && literal.Content.ToString() is "plain" or ""), $"{inline}"));
        Assert.Equal(2, table.Descendants<CodeInline>().Count());
    }

    [Fact]
    public void Ordinary_names_stay_as_they_are()
    {
        Assert.Equal("`GPT-5.2 (high)`", InertMarkdown.Code("GPT-5.2 (high)"));
        Assert.Equal("`نموذج اللغة`", InertMarkdown.Code("نموذج اللغة"));
    }

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var code = InertMarkdown.Code(new string('x', 199) + "🦜🦜");

        Assert.Equal($"`{new string('x', 199)}…`", code);
    }
}
