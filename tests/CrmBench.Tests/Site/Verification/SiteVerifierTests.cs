using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;
using CrmBench.Site.Verification;
using CrmBench.Tests.Site.Rendering;

namespace CrmBench.Tests.Site.Verification;

public class SiteVerifierTests
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, double>> NoValues = [];

    private static string Page(string body, string head = "") =>
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>T</title>"
            + $"<meta name=\"description\" content=\"D\">{head}</head>\n<body>\n<h1 id=\"one\">H</h1>\n{body}\n</body>\n</html>\n";

    private static BuiltSite Site(params (string Path, string Text)[] files) =>
        new(files.Select(file => new SiteFile(file.Path, Encoding.UTF8.GetBytes(file.Text))));

    private static string[] Problems(string page) => Problems(Site(
        ("index.html", page), ("models/index.html", Page("<p id=\"top-models\"></p>")), ("assets/a.js", ""), ("assets/a.svg", "<svg/>")));

    private static string[] Problems(BuiltSite site) => Texts(SiteVerifier.Verify(site, "/crmbench/", NoValues));

    private static string[] Texts(ImmutableArray<Diagnostic> problems) => [.. problems.Select(problem => problem.ToString())];

    [Fact]
    public void A_good_page_passes() => Assert.Empty(Problems(Page("""
        <h2>A</h2><h3>B</h3><h2>C</h2>
        <a href="/crmbench/">home</a> <a href="#one">one</a> <a href="#top">top</a> <a href="/crmbench/models/?q=%22x%22#top-models">x</a>
        <a href="models/">relative</a> <a href="https://example.com/">outside</a> <a href="mailto:x@example.com">mail</a>
        <img src="/crmbench/assets/a.svg" alt=""> <img src="data:image/svg+xml,x" alt="x">
        <svg role="img"><title>T</title></svg> <svg aria-hidden="true"><path d="M0 0"/></svg>
        <table><caption>C</caption><thead><tr><th scope="col">A</th></tr></thead>
        <tbody><tr><td data-value="1.5">1.5</td></tr></tbody></table>
        <table aria-label="x"><tbody><tr><th scope="row">A</th></tr></tbody></table>
        <p>It is undefined, see <code>NaN</code> and Infinity-Instruct. Nothing is null and void.</p>
        <label for="f">F</label> <input id="f" aria-describedby="one f">
        """, "<script src=\"/crmbench/assets/a.js\" type=\"module\"></script><link rel=\"canonical\" href=\"https://example.org/\">")));

    [Theory]
    [InlineData("<div><p></div></p>", "6:15: error CB1001")]
    [InlineData("<h1>Two</h1>", "output/index.html: error CB1003")]
    [InlineData("<h3>B</h3>", "6:1: error CB1004")]
    [InlineData("<h2>B</h2><h4>C</h4>", "6:11: error CB1004")]
    [InlineData("<p id=\"one\"></p>", "6:1: error CB1005")]
    [InlineData("<svg><g id=\"x\"/><g id=\"x\"/></svg>", "6:17: error CB1005")]
    [InlineData("<label for=\"nothing\">x</label>", "6:1: error CB1006")]
    [InlineData("<p aria-labelledby=\"one two\">x</p>", "names 'two'")]
    [InlineData("<img src=\"/crmbench/assets/a.svg\">", "6:1: error CB1007")]
    [InlineData("<svg role=\"img\"></svg>", "4:1: error CB1007")]
    [InlineData("<svg role=\"img\"><title> </title></svg>", "4:1: error CB1007")]
    [InlineData("<table><tbody><tr><td>x</td></tr></tbody></table>", "6:1: error CB1008")]
    [InlineData("<table><caption>C</caption><tbody><tr><th>x</th></tr></tbody></table>", "6:39: error CB1008")]
    [InlineData("<p>NaN %</p>", "6:1: error CB1009")]
    [InlineData("<p>-Infinity</p>", "6:1: error CB1009")]
    [InlineData("<p>undefined</p>", "6:1: error CB1009")]
    [InlineData("<p>[object Object]</p>", "6:1: error CB1009")]
    [InlineData("<p data-value=\"\">x</p>", "6:1: error CB1009")]
    [InlineData("<p data-value=\"NaN\">x</p>", "6:1: error CB1009")]
    [InlineData("<p data-value=\"undefined\">x</p>", "6:1: error CB1009")]
    [InlineData("<svg><path d=\"M0 NaN\"/></svg>", "6:6: error CB1009")]
    [InlineData("<a href=\"/crmbench/nowhere/\">x</a>", "6:1: error CB1010")]
    [InlineData("<a href=\"/\">x</a>", "CB1010")]
    [InlineData("<a href=\"/models/\">x</a>", "CB1010")]
    [InlineData("<a href=\"\">x</a>", "CB1010")]
    [InlineData("<a href=\"../x\">x</a>", "CB1010")]
    [InlineData("<a href=\"/crmbench/models\">x</a>", "CB1010")]
    [InlineData("<img alt=\"\" src=\"/crmbench/assets/b.svg\">", "CB1010")]
    [InlineData("<img alt=\"\" srcset=\"/crmbench/assets/a.svg 1x, /crmbench/assets/b.svg 2x\">", "'/crmbench/assets/b.svg'")]
    [InlineData("<form action=\"/crmbench/nowhere/\"></form>", "CB1010")]
    [InlineData("<a href=\"#nothing\">x</a>", "6:1: error CB1011")]
    [InlineData("<a href=\"/crmbench/models/#one-two\">x</a>", "leads into models/index.html")]
    [InlineData("<script src=\"https://example.com/a.js\"></script>", "6:1: error CB1012")]
    [InlineData("<script src=\"//example.com/a.js\"></script>", "CB1012")]
    [InlineData("<img alt=\"\" src=\"http://example.com/a.png\">", "CB1012")]
    [InlineData("<iframe src=\"https://example.com/\"></iframe>", "CB1012")]
    [InlineData("<p style=\"background: url(https://example.com/a.png)\">x</p>", "CB1012")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "6:1: error CB1013")]
    [InlineData("<a href=\"data:text/html,x\">x</a>", "CB1013")]
    [InlineData("<p onclick=\"x()\">x</p>", "6:1: error CB1014")]
    public void A_fault_is_found_once_and_located(string body, string expected) =>
        Assert.Contains(expected, Assert.Single(Problems(Page(body))));

    [Theory]
    [InlineData("<link rel=\"stylesheet\" href=\"https://example.com/a.css\">", "CB1012")]
    [InlineData("<link rel=\"icon\" href=\"https://example.com/a.png\">", "CB1012")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0; url=/crmbench/nowhere/\">", "CB1010")]
    public void A_fault_in_the_head_is_found(string head, string expected) =>
        Assert.Contains(expected, Assert.Single(Problems(Page("", head))));

    [Fact]
    public void A_page_needs_language_title_and_description() =>
        Assert.Equal(3, Problems("<!DOCTYPE html><html><head><title> </title></head><body><h1>H</h1></body></html>")
            .Count(problem => problem.StartsWith("output/index.html: error CB1002: ", StringComparison.Ordinal)));

    [Fact]
    public void A_script_in_the_page_must_be_in_its_policy()
    {
        var (good, bad) = (new InlineScript("good()"), new InlineScript("bad()"));
        var policy = $"<meta http-equiv=\"Content-Security-Policy\" content=\"{ContentSecurityPolicy.For(good)}\">";

        Assert.Empty(Problems(Page(good.Element.Markup, policy)));
        Assert.Contains("CB1014", Assert.Single(Problems(Page(bad.Element.Markup, policy))));
        Assert.Empty(Problems(Page("<script type=\"application/ld+json\">{}</script>", policy)));
    }

    [Theory]
    [InlineData("<td data-key=\"a\" data-value=\"0.30000000000000004\">x</td>", null)]
    [InlineData("<td data-key=\"a\" data-value=\"0.3\">x</td>", "CB1015: 'a' is '0.3' on the page, but 0.30000000000000004 was computed.")]
    [InlineData("<td data-key=\"a\">x</td>", "CB1015: 'a' is '' on the page")]
    [InlineData("<td>x</td>", "CB1017: 'a' was computed")]
    [InlineData("<td data-key=\"a\" data-value=\"0.30000000000000004\">x</td><td data-key=\"b\" data-value=\"1\">x</td>", "CB1016")]
    public void Every_number_is_the_computed_one(string cells, string? expected)
    {
        var site = Site(("index.html", Page($"<table><caption>C</caption><tbody><tr>{cells}</tr></tbody></table>")));
        var values = new Dictionary<string, IReadOnlyDictionary<string, double>>
        {
            ["/"] = new Dictionary<string, double> { ["a"] = 0.1 + 0.2 },
        };

        var problems = Texts(SiteVerifier.Verify(site, "/crmbench/", values));

        if (expected is null)
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.Contains(expected, Assert.Single(problems));
        }
    }

    [Fact]
    public void Values_of_a_page_that_is_not_there_are_missed()
    {
        var values = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["/x/"] = new Dictionary<string, double> { ["a"] = 1 } };

        Assert.StartsWith(
            "output/x/index.html: error CB1017", Assert.Single(Texts(SiteVerifier.Verify(Site(), "/", values))));
    }

    [Fact]
    public void Every_degree_of_parallelism_gives_the_same_problems_by_place()
    {
        var site = Site([.. Enumerable.Range(0, 50).Select(i => ($"p{i}/index.html", Page($"<p>NaN</p><a href=\"/x{i}/\">x</a>")))]);

        var alone = SiteVerifier.Verify(site, "/", NoValues, parallelism: 1);
        var together = SiteVerifier.Verify(site, "/", NoValues, parallelism: 8);

        Assert.Equal(100, alone.Length);
        Assert.Equal(alone, together);
        var places = alone.Select(problem => problem.Place.Path);
        Assert.Equal(places.Order(StringComparer.Ordinal), places);
    }

    [Fact]
    public void Redirects_pass()
    {
        var paths = Sites.Paths("/", "/old/");
        var site = new BuiltSite([
            new SiteFile("index.html", Encoding.UTF8.GetBytes(Page(""))), StandardFiles.Redirect(paths, "/old/", "/", "A & <B>")]);

        Assert.Empty(Problems(site));
    }

    [Fact]
    public void Hostile_names_do_not_break_a_page()
    {
        string[] names =
        [
            "</title><script>alert(1)</script>",
            "\" onmouseover=\"alert(1)", "' x='", "<!--", "]]>", "{{ page }}", "a\0b", "\u202egpt", "&quot;",
            "<svg/onload=alert(1)>",
            "Robert'); DROP TABLE models;--", "👩‍💻 \ud800",
        ];
        foreach (var name in names)
        {
            var (html, problems) = Sites.Render(
                Page("<h2>{{ page.name }}</h2><p title=\"{{ page.name }}\">{{ page.name }}</p>"),
                new Scriban.Runtime.ScriptObject { ["name"] = name });

            Assert.Empty(problems);
            Assert.Empty(Problems(Site(("index.html", html))));
            Assert.DoesNotContain("<script", html);
        }
    }
}
