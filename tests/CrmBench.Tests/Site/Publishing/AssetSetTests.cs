using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;

namespace CrmBench.Tests.Site.Publishing;

public class AssetSetTests
{
    private static AssetSet Build(out string[] problems, params (string Name, string Text)[] assets)
    {
        var diagnostics = new DiagnosticBag();
        var set = AssetBuilder.Build(
            assets.Select(asset => new AssetSource(asset.Name, $"templates/assets/{asset.Name}", Encoding.UTF8.GetBytes(asset.Text))),
            diagnostics);
        problems = [.. diagnostics.ToSorted().Select(problem => problem.ToString())];
        return set;
    }

    private static string NameOf(AssetSet set, string name) => set.PublishedPath(name)[(set.PublishedPath(name).LastIndexOf('/') + 1)..];

    [Fact]
    public void A_name_carries_eight_digits_of_its_content()
    {
        var set = Build(out _, ("icons/mark.svg", "<svg/>"), ("LICENSE", "x"));

        Assert.Matches("^assets/icons/mark\\.[0-9a-f]{8}\\.svg$", set.PublishedPath("icons/mark.svg"));
        Assert.Matches("^assets/LICENSE\\.[0-9a-f]{8}$", set.PublishedPath("LICENSE"));
    }

    [Fact]
    public void Style_sheets_follow_their_references()
    {
        var set = Build(
            out var problems,
            (
                "css/site.css",
                "@import \"base.css\";\na{background:url( '../icons/a.svg#x' )}/* url(no.svg) */\n"
                    + "b::after{content:\"url(no.svg)\"}"
            ),
            ("css/base.css", "i{background:URL(../icons/a.svg) url(data:image/png;base64,AA==) url(#f)}"),
            ("icons/a.svg", "<svg/>"));

        Assert.Empty(problems);
        var icon = NameOf(set, "icons/a.svg");
        Assert.Equal(
            $"@import \"{NameOf(set, "css/base.css")}\";\na{{background:url( '../icons/{icon}#x' )}}/* url(no.svg) */\n"
                + "b::after{content:\"url(no.svg)\"}",
            set.Text("css/site.css"));
        Assert.Equal($"i{{background:URL(../icons/{icon}) url(data:image/png;base64,AA==) url(#f)}}", set.Text("css/base.css"));
    }

    [Fact]
    public void Imports_are_followed_through_modules_and_what_is_loaded_later_is_none()
    {
        var set = Build(
            out _,
            ("js/board.js", "import { a } from \"./a.js\"; import \"./b.js\"; const late = () => import(\"./late.js\");"),
            ("js/a.js", "export * from \"./c.js\"; import \"./board.js\";"),
            ("js/b.js", "import \"./c.js\";"),
            ("js/c.js", ""),
            ("js/late.js", "import \"./d.js\";"),
            ("js/d.js", ""));

        Assert.Equal(["js/a.js", "js/b.js", "js/c.js"], set.ImportsOf(["js/board.js"]));
        Assert.Equal(["js/d.js", "js/c.js"], set.ImportsOf(["js/late.js", "js/b.js", "js/none.js"]));
    }

    [Theory]
    [InlineData("import { a } from \"./a.js\";", true)]
    [InlineData("import './a.js';", true)]
    [InlineData("export * from \"./a.js\"", true)]
    [InlineData("const a = await import(\"./a.js\");", true)]
    [InlineData("new Worker(import.meta.resolve(\"./a.js\"));", true)]
    [InlineData("const r = /[\"'/]/; import \"./a.js\";", true)]
    [InlineData("const h = a / b / c; import \"./a.js\";", true)]
    [InlineData("const t = `it's ${f(\"x\", `}`)} \"`; import \"./a.js\";", true)]
    [InlineData("// import \"./a.js\";", false)]
    [InlineData("/** @param {import(\"./a.js\").Row} row */", false)]
    [InlineData("const s = 'import \"./a.js\"';", false)]
    [InlineData("const t = `import \"./a.js\"`;", false)]
    [InlineData("f(\"./a.js\"); Array.from(\"./a.js\");", false)]
    [InlineData("new URL(\"./a.js\", location.href)", false)]
    public void What_modules_load_is_known_and_nothing_else(string code, bool loads)
    {
        var set = Build(out var problems, ("site.js", code), ("b.js", "export const b = 1;"));

        Assert.Equal(loads ? ["CB0913"] : Array.Empty<string>(), problems.Select(problem => problem.Split("error ")[1][..6]));
        Assert.Equal(ModuleText.Compact(code), set.Text("site.js"));
    }

    [Fact]
    public void A_change_deep_down_changes_every_name_above_it()
    {
        (string, string)[] before = [("a.css", "@import 'b.css'"), ("b.css", "@import 'c.css'"), ("c.css", "1"), ("d.css", "2")];
        (string, string)[] after = [before[0], before[1], ("c.css", "1;"), before[3]];

        var (one, other) = (Build(out _, before), Build(out _, after));

        Assert.NotEqual(one.PublishedPath("a.css"), other.PublishedPath("a.css"));
        Assert.NotEqual(one.PublishedPath("b.css"), other.PublishedPath("b.css"));
        Assert.Equal(one.PublishedPath("d.css"), other.PublishedPath("d.css"));
    }

    [Fact]
    public void What_is_sent_of_a_module_names_it_and_nothing_else()
    {
        var one = Build(out _, ("a.js", "import './b.js'"), ("b.js", "1 // one"));
        var other = Build(out _, ("a.js", "/* a */import './b.js'"), ("b.js", "2 // one"));

        Assert.Equal(one.PublishedPath("a.js"), other.PublishedPath("a.js"));
        Assert.NotEqual(one.PublishedPath("b.js"), other.PublishedPath("b.js"));
    }

    [Fact]
    public void Modules_may_import_each_other_in_a_circle()
    {
        var set = Build(out var problems, ("a.js", "import './b.js'"), ("b.js", "import './a.js'"));

        Assert.Empty(problems);
        Assert.Equal("import './b.js'", set.Text("a.js"));
        Assert.Equal(["b.js"], set.ImportsOf(["a.js"]));
    }

    [Fact]
    public void Order_of_sources_and_line_ends_of_the_checkout_do_not_matter()
    {
        var one = Build(out _, ("a.css", "a{}\nb{}"), ("b.css", "x"));
        var other = Build(out _, ("b.css", "x"), ("a.css", "\ufeffa{}\r\nb{}"));

        Assert.Equal(one.Files.Select(file => file.Path), other.Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData("a.css", "a{\n  b:url(no.svg)}", "2:9: error CB0913")]
    [InlineData("a.css", "a{b:url(../../x.svg)}", "1:9: error CB0913")]
    [InlineData("a.css", "@import url(https://example.com/a.css);", "1:13: error CB0914")]
    [InlineData("a.js", "\nimport \"//example.com/a.js\";", "2:9: error CB0914")]
    [InlineData("a.js", "import x from \"lodash\";", "1:16: error CB0913")]
    [InlineData("a.js", "new Worker(new URL(\"./a.js\", import.meta.url));", "1:21: error CB0913")]
    [InlineData("a.css", "a{b:url(", "1:9: error CB0913")]
    [InlineData("a.css", "a{b:url('x\\", "1:10: error CB0913")]
    [InlineData("a b.css", "", "error CB0912")]
    public void A_reference_that_leads_nowhere_or_elsewhere_is_an_error(string name, string text, string expected)
    {
        Build(out var problems, (name, text));

        Assert.Contains(expected, Assert.Single(problems));
    }

    [Theory]
    [InlineData("`${")]
    [InlineData("`")]
    [InlineData("'\\")]
    [InlineData("/[")]
    [InlineData("/*")]
    [InlineData("a = /x\n'./b.js'")]
    public void Broken_code_is_left_alone(string code)
    {
        var set = Build(out var problems, ("a.js", code));

        Assert.Empty(problems);
        Assert.Equal(ModuleText.Compact(code), set.Text("a.js"));
    }

    [Fact]
    public void An_unknown_asset_throws() => Assert.Throws<ArgumentException>(() => AssetSet.Empty.Text("site.css"));
}
