using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using Scriban.Runtime;

namespace CrmBench.Tests.Site.Rendering;

/// <summary>Small template sets and sites in memory.</summary>
internal static class Sites
{
    public static readonly Uri BaseUrl = new("https://example.org/crmbench/");

    public static TemplateSet Templates(DiagnosticBag diagnostics, params (string Name, string Text)[] templates) =>
        TemplateSet.Parse(templates.Select(t => new TemplateSource(t.Name, $"templates/{t.Name}", t.Text)), diagnostics);

    public static SitePaths Paths(params string[] paths)
    {
        var diagnostics = new DiagnosticBag();
        var made = SitePaths.Create(
            BaseUrl, paths.Select(path => new Route(path, new SourcePlace("content"))), AssetSet.Empty, diagnostics);
        Assert.Empty(diagnostics.ToSorted());
        return made;
    }

    /// <summary>Renders one page at <c>/</c> through a layout that only shows the content.</summary>
    public static (string Html, string[] Problems) Render(
        string template, ScriptObject page, params (string Name, string Text)[] others) => RenderAny(template, page, others);

    /// <summary>The same of a model.</summary>
    public static (string Html, string[] Problems) Render(string template, ITemplateModel page) => RenderAny(template, page, []);

    private static (string Html, string[] Problems) RenderAny(string template, object page, (string Name, string Text)[] others)
    {
        var diagnostics = new DiagnosticBag();
        var templates = Templates(
            diagnostics, [("layout.html", "{{ content }}"), ("pages/page.html", template), .. others]);
        var renderer = new PageRenderer(templates, Paths("/", "/models/"), new ScriptObject { ["title"] = "T&C" });
        var files = renderer.Render([new Page("/", "page", () => page)], diagnostics);
        return (
            string.Concat(files.Select(file => Encoding.UTF8.GetString(file.Content.Span))),
            [.. diagnostics.ToSorted().Select(problem => problem.ToString())]);
    }
}
