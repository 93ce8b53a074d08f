using System.Globalization;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Tests.Site.Rendering;

public class PageRendererTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onclick=\"x", "&quot; onclick=&quot;x")]
    [InlineData("it's", "it&#39;s")]
    [InlineData("nul\0 esc\u001b del\u007f", "nul\ufffd esc\ufffd del\ufffd")]
    [InlineData("tab\tnewline\n", "tab\tnewline\n")]
    [InlineData("&amp;", "&amp;amp;")]
    [InlineData("é 漢字 😀", "é 漢字 😀")]
    public void Texts_are_escaped(string text, string expected)
    {
        var (html, problems) = Sites.Render("<p title=\"{{ page.x }}\">{{ page.x }}</p>", new ScriptObject { ["x"] = text });

        Assert.Empty(problems);
        Assert.Equal($"<p title=\"{expected}\">{expected}</p>", html);
        Assert.Equal(expected, Html.FromText(text).Markup);
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        var (html, _) = Sites.Render("{{ page.x }}", new ScriptObject { ["x"] = "a\ud800b" });

        Assert.Equal("a\ufffdb", html);
    }

    [Fact]
    public void Only_html_passes_unescaped()
    {
        var (html, _) = Sites.Render("{{ page.x }}{{ '<i>' }}{{ page.x + '' }}", new ScriptObject { ["x"] = new Html("<b>x</b>") });

        Assert.Equal("<b>x</b>&lt;i&gt;&lt;b&gt;x&lt;/b&gt;", html);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Numbers_read_back_the_same_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        var (html, _) = Sites.Render(
            "{{ page.a }} {{ page.b }} {{ page.c }}", new ScriptObject { ["a"] = -1234567, ["b"] = 0.1 + 0.2, ["c"] = -1.5 });

        Assert.Equal("-1234567 0.30000000000000004 -1.5", html);
    }

    [Fact]
    public void Null_writes_nothing()
    {
        var (html, problems) = Sites.Render("[{{ page.x }}]", new ScriptObject { ["x"] = null });

        Assert.Empty(problems);
        Assert.Equal("[]", html);
    }

    public static TheoryData<object> Unwritable() =>
        [double.NaN, double.PositiveInfinity, true, new ScriptArray { 1 }, new ScriptObject(), DateTime.UnixEpoch];

    [Theory]
    [MemberData(nameof(Unwritable))]
    public void A_value_that_no_page_should_show_is_an_error(object value)
    {
        var (html, problems) = Sites.Render("<p>{{ page.x }}</p>", new ScriptObject { ["x"] = value });

        Assert.Empty(html);
        Assert.StartsWith("templates/pages/page.html:1:7: error CB0904: The page / cannot be rendered: ", Assert.Single(problems));
    }

    [Theory]
    [InlineData("<p>\n  {{ pgae.title }}", "templates/pages/page.html:2:6: error CB0904")]
    [InlineData("<p>\n  {{ page.titel }}", "templates/pages/page.html:2:11: error CB0904")]
    [InlineData("{{ page.title.length.x }}", "error CB0904")]
    [InlineData("{{ if page.titel }}x{{ end }}", "error CB0904")]
    [InlineData("{{ page.title | string.shout }}", "error CB0904")]
    [InlineData("{{ link '/nowhere/' }}", "There is no path")]
    public void A_name_that_does_not_exist_is_an_error(string template, string expected)
    {
        var (_, problems) = Sites.Render(template, new ScriptObject { ["title"] = "T" });

        Assert.Contains(expected.Replace("There is", "The site has"), Assert.Single(problems));
    }

    [Fact]
    public void A_syntax_error_is_located()
    {
        var (_, problems) = Sites.Render("<p>\n{{ for x in }}", []);

        Assert.StartsWith("templates/pages/page.html:2:", problems[0]);
        Assert.Contains("error CB0901", problems[0]);
    }

    [Fact]
    public void A_partial_sees_its_argument_under_its_own_name()
    {
        var row = new ScriptObject { ["word"] = "low & high" };

        var (html, problems) = Sites.Render(
            "{{ for row in page.rows }}{{ include 'cost-tier' row }};{{ end }}",
            new ScriptObject { ["rows"] = new ScriptArray { row, row } },
            ("partials/cost-tier.html", "<b>{{ cost_tier.word }}</b>"));

        Assert.Empty(problems);
        Assert.Equal("<b>low &amp; high</b>;<b>low &amp; high</b>;", html);
    }

    [Fact]
    public void What_a_partial_assigns_stays_in_it()
    {
        var (_, problems) = Sites.Render("{{ include 'a' }}{{ secret }}", [], ("partials/a.html", "{{ secret = 1 }}{{ secret }}"));

        Assert.Contains("templates/pages/page.html:1:21: error CB0904", Assert.Single(problems));
    }

    [Fact]
    public void An_unknown_partial_is_found_before_rendering()
    {
        var diagnostics = new DiagnosticBag();

        Sites.Templates(diagnostics, ("layout.html", "<p>\n{{ if false }}{{ include 'teir' 1 }}{{ end }}"));

        Assert.Equal(
            "templates/layout.html:2:18: error CB0903: There is no partial 'teir'. Use the name of a file in partials/, without '.html'.",
            Assert.Single(diagnostics.ToSorted()).ToString());
    }

    [Fact]
    public void A_partial_without_end_is_an_error()
    {
        var (_, problems) = Sites.Render("{{ include 'a' }}", [], ("partials/a.html", "{{ include 'a' }}"));

        Assert.Contains("error CB0904", Assert.Single(problems));
    }

    [Fact]
    public void A_page_whose_template_is_not_there_is_a_mistake_of_ours()
    {
        var templates = Sites.Templates(new DiagnosticBag());

        Assert.Throws<ArgumentException>(() => new PageRenderer(templates, Sites.Paths("/"), new ScriptObject())
            .Render([new Page("/", "home", () => new ScriptObject())], new DiagnosticBag()));
    }

    [Fact]
    public void Templates_make_addresses_and_see_the_site()
    {
        var (html, problems) = Sites.Render("{{ link '/models/?q=1#x' }} {{ absolute '/' }} {{ site.title }}", []);

        Assert.Empty(problems);
        Assert.Equal("/crmbench/models/?q=1#x https://example.org/crmbench/ T&amp;C", html);
    }

    [Fact]
    public void A_failing_page_does_not_disturb_the_next_one()
    {
        var diagnostics = new DiagnosticBag();
        var templates = Sites.Templates(
            diagnostics,
            ("layout.html", "<{{ content }}>"),
            ("pages/page.html", "{{ include 'row' page.row }}"),
            ("partials/row.html", "{{ row.a.b }}"));
        var renderer = new PageRenderer(templates, Sites.Paths("/", "/models/"), new ScriptObject());
        Page[] pages =
        [
            new("/", "page", () => new ScriptObject { ["row"] = new ScriptObject { ["a"] = null } }),
            new("/models/", "page", () => new ScriptObject { ["row"] = new ScriptObject { ["a"] = new ScriptObject { ["b"] = "x" } } }),
        ];

        var files = renderer.Render(pages, diagnostics, parallelism: 1);

        Assert.Equal("templates/partials/row.html", Assert.Single(diagnostics.ToSorted()).Place.Path);
        Assert.Equal("<x>", Encoding.UTF8.GetString(Assert.Single(files).Content.Span));
    }

    [Theory]
    [InlineData(1, "The page /p0/ cannot be rendered: ")]
    [InlineData(2, "The pages /p0/ and /p1/ cannot be rendered: ")]
    [InlineData(300, "The page /p0/ and 299 others cannot be rendered: ")]
    public void One_slip_is_told_once_however_many_pages_have_it(int count, string told)
    {
        var diagnostics = new DiagnosticBag();
        var templates = Sites.Templates(diagnostics, ("layout.html", "{{ page.titel }}"), ("pages/page.html", "x"));
        string[] paths = [.. Enumerable.Range(0, count).Select(i => $"/p{i}/")];

        new PageRenderer(templates, Sites.Paths(paths), new ScriptObject())
            .Render([.. paths.Select(path => new Page(path, "page", () => new ScriptObject()))], diagnostics);

        Assert.StartsWith($"templates/layout.html:1:9: error CB0904: {told}", Assert.Single(diagnostics.ToSorted()).ToString());
    }

    [Fact]
    public void A_mistake_in_our_own_code_flies()
    {
        var templates = Sites.Templates(new DiagnosticBag(), ("layout.html", "{{ content }}"), ("pages/page.html", "x"));
        var paths = Sites.Paths("/");
        var renderer = new PageRenderer(templates, paths, new ScriptObject());

        var failure = Assert.Throws<AggregateException>(() => renderer.Render(
            [new Page("/", "page", () => new ScriptObject { ["x"] = paths.Link("/nowhere/") })], new DiagnosticBag()));

        Assert.IsType<ArgumentException>(failure.InnerException);
    }

    [Fact]
    public void A_part_that_cannot_be_made_flies_and_says_which_it_was_on_which_page()
    {
        var templates = Sites.Templates(new DiagnosticBag(), ("layout.html", "{{ content }}"), ("pages/board.html", "{{ page.path }}{{ page.charts }}"));
        var renderer = new PageRenderer(templates, Sites.Paths("/"), new ScriptObject());

        var failure = Assert.Throws<AggregateException>(() => renderer.Render([new Page("/", "board", () => new Broken())], new DiagnosticBag()));

        Assert.Equal("The page / cannot be rendered. The part 'charts' of Broken cannot be made: no ink", failure.InnerException!.Message);
        Assert.Equal("no ink", failure.InnerException.InnerException!.Message);
    }

    [Fact]
    public void An_object_that_is_no_model_has_no_members()
    {
        var (html, problems) = Sites.Render("{{ page.x.year }}", new ScriptObject { ["x"] = DateTime.UnixEpoch });

        Assert.Empty(html);
        Assert.Contains("Cannot get member with name year", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_degree_of_parallelism_gives_the_same_bytes()
    {
        var diagnostics = new DiagnosticBag();
        var templates = Sites.Templates(
            diagnostics,
            ("layout.html", "<html><title>{{ page.title }} - {{ site.title }}</title>{{ content }}</html>"),
            ("pages/page.html", "{{ for row in page.rows }}{{ include 'row' row }}{{ end }}"),
            ("partials/row.html", "<td data-value=\"{{ row.value }}\">{{ row.text }}</td>\n"));
        string[] paths = [.. Enumerable.Range(0, 200).Select(i => $"/p{i}/")];
        var renderer = new PageRenderer(templates, Sites.Paths(paths), new ScriptObject { ["title"] = "S" });
        Page[] pages = [.. paths.Select((path, i) => new Page(path, "page", () => new ScriptObject
        {
            ["title"] = path,
            ["rows"] = new ScriptArray(Enumerable.Range(0, 30).Select(j => new ScriptObject { ["value"] = i / (j + 1.0), ["text"] = $"<{i * j}>" })),
        }))];

        var alone = renderer.Render(pages, diagnostics, parallelism: 1);
        var together = renderer.Render(pages, diagnostics, parallelism: 8);

        Assert.Empty(diagnostics.ToSorted());
        Assert.Equal(200, alone.Length);
        Assert.Equal(alone.Select(file => file.Path), together.Select(file => file.Path));
        Assert.All(alone.Zip(together), pair => Assert.True(pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span)));
    }

    [Fact]
    public void Line_endings_of_a_template_do_not_reach_the_page()
    {
        var (html, _) = Sites.Render("<p>\r\n</p>\r\n", []);

        Assert.Equal("<p>\n</p>\n", html);
    }

    private sealed class Broken : ITemplateModel
    {
        public bool TryGetMember(string member, out object? value) =>
            member == "charts" ? throw new InvalidOperationException("no ink") : (value = member) is not null;

        public IEnumerable<ITemplateModel> Nested() => [];
    }
}
