using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Site.Rendering;

namespace CrmBench.Tests.Site.Rendering;

/// <summary>Prose names values of its site.</summary>
public class ProseValuesTests
{
    private static readonly SiteSettings Site = new(
        "A *great* board", "Which saw cuts best.", new Uri("https://example.org/saws/"), "https://example.org/repository", ["saws"], "saws")
    {
        Subject = Noun.Of("saw"),
    };

    [Theory]
    [InlineData("{{ site.title }}", "<p>A *great* board</p>\n")]
    [InlineData("{{site.subjects}} and {{ site.subject }}", "<p>saws and saw</p>\n")]
    [InlineData("[files]({{ site.repository }}/issues)", "<p><a href=\"https://example.org/repository/issues\">files</a></p>\n")]
    [InlineData("<{{ site.address }}>", "<p><a href=\"https://example.org/saws/\">https://example.org/saws/</a></p>\n")]
    [InlineData("`{{ site.title }}`", "<p><code>{{ site.title }}</code></p>\n")]
    [InlineData("```\n{{ site.titel }}\n```", "<pre><code>{{ site.titel }}\n</code></pre>\n")]
    public void Values_stand_in_place_of_names_except_in_code(string markdown, string html)
    {
        var diagnostics = new DiagnosticBag();

        Assert.Equal(html, Read(markdown, diagnostics).ToHtml(Sites.Paths("/"), diagnostics).ToString());
        Assert.Empty(diagnostics.ToSorted());
    }

    [Fact]
    public void What_there_is_not_is_reported_where_it_stands()
    {
        var diagnostics = new DiagnosticBag();

        Read("First.\n\nOf {{ site.titel }}.", diagnostics);

        var problem = Assert.Single(diagnostics.ToSorted());
        Assert.Equal(("CB0729", new SourcePlace("content/a.md", 6, 4)), (problem.Code, problem.Place));
        Assert.Contains("site.title", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_has_values_too() =>
        Assert.Equal("About A *great* board", Prose.Read("a.md", "---\ntitle: About {{ site.title }}\n---\nText", new())!.With(Site, new()).FrontMatter.Title);

    private static Prose Read(string markdown, DiagnosticBag diagnostics) =>
        Prose.Read("content/a.md", $"---\ntitle: A\n---\n{markdown}", diagnostics)!.With(Site, diagnostics);
}
