using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;

namespace CrmBench.Tests.Site.Rendering;

public class ProseTests
{
    private static string Render(string markdown, out string[] problems, int headingShift = 0)
    {
        var diagnostics = new DiagnosticBag();
        var assets = AssetBuilder.Build([new AssetSource("a.svg", "a.svg", Encoding.UTF8.GetBytes("<svg/>"))], diagnostics);
        var paths = SitePaths.Create(
            Sites.BaseUrl, [new Route("/", new SourcePlace("x")), new Route("/models/", new SourcePlace("x"))], assets, diagnostics);
        var prose = Prose.Read("content/a.md", $"---\ntitle: \"T\" & co\n---\n{markdown}", diagnostics);
        var html = prose!.ToHtml(paths, diagnostics, headingShift);
        problems = [.. diagnostics.ToSorted().Select(problem => problem.ToString())];
        return html.Markup;
    }

    private static string[] ProblemsOf(string text)
    {
        var diagnostics = new DiagnosticBag();
        Prose.Read("content/a.md", text, diagnostics);
        return [.. diagnostics.ToSorted().Select(problem => problem.ToString())];
    }

    [Fact]
    public void Front_matter_gives_title_description_and_order()
    {
        var diagnostics = new DiagnosticBag();

        var prose = Prose.Read("a.md", "\ufeff---\r\ntitle: A: b\r\ndescription:  c \r\norder: 12\r\n---\r\nText", diagnostics);

        Assert.Empty(diagnostics.ToSorted());
        Assert.Equal(new FrontMatter("A: b", "c", 12), prose?.FrontMatter);
    }

    [Theory]
    [InlineData("", "content/a.md:1:1: error CB0920")]
    [InlineData("# Title", "content/a.md:1:1: error CB0920")]
    [InlineData("---\ntitle: x\n", "content/a.md:1:1: error CB0920")]
    [InlineData("---\ntitle\n---\n", "content/a.md:2:1: error CB0921")]
    [InlineData("---\ntitle: \n---\n", "content/a.md:2:1: error CB0921")]
    [InlineData("---\n: x\n---\n", "content/a.md:2:1: error CB0921")]
    [InlineData("---\ntitle: x\n\n---\n", "content/a.md:3:1: error CB0921")]
    [InlineData("---\ntitle: x\nauthor: yes\n---\n", "content/a.md:3:1: error CB0922")]
    [InlineData("---\ntitle: x\ntitle: y\n---\n", "content/a.md:3:1: error CB0923")]
    [InlineData("---\norder: 1\n---\n", "content/a.md:1:1: error CB0924")]
    [InlineData("---\ntitle: x\norder: 1.5\n---\n", "content/a.md:3:8: error CB0925")]
    public void A_fault_of_the_front_matter_is_located(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(ProblemsOf(text)));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<!-- x -->")]
    [InlineData("## H {onclick=alert(1)}")]
    public void Raw_html_shows_as_text(string markdown)
    {
        var html = Render(markdown, out _);

        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("<!--", html);
        Assert.DoesNotMatch("<[^>]* onclick", html);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("[x](other.md)")]
    [InlineData("[x]()")]
    public void An_unsafe_or_relative_address_is_an_error_and_never_written(string markdown)
    {
        var html = Render(markdown, out var problems);

        Assert.StartsWith("content/a.md:4:1: error CB0926", Assert.Single(problems));
        Assert.Contains("href=\"#\"", html);
        Assert.DoesNotContain("href=\"j", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("//example.com/x")]
    [InlineData("/\\example.com")]
    [InlineData("/modles/")]
    public void A_dead_link_is_located(string address)
    {
        Render($"Text\n\nSee [x]({address}).", out var problems);

        Assert.StartsWith("content/a.md:6:5: error CB0927", Assert.Single(problems));
    }

    [Fact]
    public void Links_to_pages_get_the_base_path()
    {
        var html = Render("[a](/models/#x) [b](https://example.com/?a&b) <mailto:x@example.com> [c](#d)", out var problems);

        Assert.Empty(problems);
        Assert.Contains("href=\"/crmbench/models/#x\"", html);
        Assert.Contains("href=\"https://example.com/?a&amp;b\"", html);
        Assert.Contains("href=\"#d\"", html);
    }

    [Fact]
    public void Images_come_from_the_assets()
    {
        var html = Render("![Alt & text](/assets/a.svg)", out var problems);

        Assert.Empty(problems);
        Assert.Matches("<img src=\"/crmbench/assets/a\\.[0-9a-f]{8}\\.svg\" alt=\"Alt &amp; text\"", html);
    }

    [Fact]
    public void An_image_from_elsewhere_is_an_error()
    {
        Render("![x](https://example.com/x.png)", out var problems);

        Assert.Contains("CB0928", Assert.Single(problems));
    }

    [Fact]
    public void Headings_get_ids_and_can_be_lowered()
    {
        var html = Render("## How sure?\n\n### How sure?\n\n###### Deep", out var problems, headingShift: 1);

        Assert.Empty(problems);
        Assert.Contains("<h3 id=\"how-sure\">", html);
        Assert.Contains("<h4 id=\"how-sure-1\">", html);
        Assert.Contains("<h6 id=\"deep\">", html);
    }

    [Fact]
    public void A_heading_as_high_as_the_title_is_an_error()
    {
        Render("Text\n\n# Title", out var problems);

        Assert.StartsWith("content/a.md:6:1: error CB0929", Assert.Single(problems));
    }

    [Fact]
    public void Tables_are_named_by_their_heading_and_scope_their_headers()
    {
        var html = Render("| a | b |\n| - | - |\n| 1 | 2 |\n\n## The `x` & y\n\n| c |\n| - |\n| 3 |", out _);

        Assert.Contains("<table aria-label=\"&quot;T&quot; &amp; co\">", html);
        Assert.Contains("<table aria-label=\"The x &amp; y\">", html);
        Assert.Contains("<th scope=\"col\">a</th>", html);
    }

    [Fact]
    public void Footnotes_work()
    {
        var html = Render("Text[^1].\n\n[^1]: Note.", out var problems);

        Assert.Empty(problems);
        Assert.Contains("href=\"#fn:1\"", html);
        Assert.Contains("id=\"fn:1\"", html);
    }
}
