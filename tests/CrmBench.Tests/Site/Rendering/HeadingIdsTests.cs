using CrmBench.Core.Diagnostics;
using CrmBench.Core.Statistics;
using CrmBench.Site.Rendering;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;

namespace CrmBench.Tests.Site.Rendering;

public class HeadingIdsTests
{
    // Markdig's own ids are GitHub's too; only their cost grows faster.
    [Fact]
    public void Headings_have_the_ids_of_GitHub()
    {
        var pipeline = new MarkdownPipelineBuilder().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();
        var random = Xoshiro256.FromText("headings");
        string[] words = ["a", "A", "1", "-1", "a-1", "b c", "*d*", "`e`", "[f](https://example.org/)", "&amp;", "!", "\u00E9", "\u4E2D", ""];
        for (var i = 0; i < 200; i++)
        {
            var markdown = string.Concat(Enumerable.Range(0, 12).Select(_ =>
                $"{(random.NextInt(3) == 0 ? "> " : "")}## {words[random.NextInt(words.Length)]} {words[random.NextInt(words.Length)]}\n\n"));

            Assert.Equal(Markdown.ToHtml(markdown, pipeline), Html(markdown));
        }
    }

    [Fact]
    public void Ten_thousand_equal_headings_have_ids_of_their_own()
    {
        var html = Html(string.Concat(Enumerable.Repeat("## a\n", 10_000)));

        Assert.Contains("<h2 id=\"a\">a</h2>\n<h2 id=\"a-1\">a</h2>", html, StringComparison.Ordinal);
        Assert.EndsWith("<h2 id=\"a-9999\">a</h2>\n", html, StringComparison.Ordinal);
    }

    private static string Html(string markdown)
    {
        var diagnostics = new DiagnosticBag();
        var html = Prose.Read("content/a.md", $"---\ntitle: A\n---\n{markdown}", diagnostics)!.ToHtml(Sites.Paths("/"), diagnostics);
        Assert.Empty(diagnostics.ToSorted());
        return html.Markup;
    }
}
