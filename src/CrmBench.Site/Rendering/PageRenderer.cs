using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CrmBench.Site.Rendering;

/// <summary>A page to be rendered.</summary>
/// <param name="Path">Its registered path within the site: <c>/models/gpt-5.2/</c>.</param>
/// <param name="Template">Name of its template in <c>pages/</c>, without <c>.html</c>: <c>model</c>.</param>
/// <param name="Model">
/// Builds what the template sees as <c>page</c>: an <see cref="ITemplateModel"/>, or one of Scriban's own objects. It runs while pages
/// render, several at a time, and must give the same each time.
/// </param>
public sealed record Page(string Path, string Template, Func<object> Model)
{
    /// <summary>A page with the template that its model was made for.</summary>
    public static Page Of<TModel>(string path, Func<TModel> model)
        where TModel : class, IPageModel => new(path, TModel.Template, model);
}

/// <summary>
/// Renders pages. Templates see <c>site</c> (the same on all pages), <c>page</c> (the page's model) and the functions
/// <c>include</c>, <c>link '/path/'</c>, <c>absolute '/path/'</c>, <c>asset 'name'</c>, <c>absolute_asset 'name'</c>, <c>imports names</c> (the addresses of what scripts
/// import) and, in the layout, <c>content</c>.
/// </summary>
public sealed class PageRenderer
{
    private readonly TemplateSet _templates;
    private readonly SitePaths _paths;
    private readonly ScriptObject _globals;

    /// <summary>Prepares rendering.</summary>
    /// <param name="templates">The parsed templates.</param>
    /// <param name="paths">Every address of the site.</param>
    /// <param name="site">What all templates see as <c>site</c>; it must not change while pages render.</param>
    public PageRenderer(TemplateSet templates, SitePaths paths, object site)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(site);
        (_templates, _paths) = (templates, paths);
        _globals = new ScriptObject
        {
            ["site"] = site,
            ["include"] = templates.IncludeFunction(),
            ["link"] = Address(paths.Link),
            ["absolute"] = Address(path => paths.Absolute(path)),
            ["asset"] = Address(paths.Asset),
            ["absolute_asset"] = Address(paths.AbsoluteAsset),
            ["imports"] = new TemplateFunction(1, 2, (_, arguments, _) =>
                paths.ImportsOf(arguments.OfType<IEnumerable<string>>().SelectMany(names => names)).ToArray()),
        };
    }

    /// <summary>Renders all pages, in parallel, each into its file.</summary>
    /// <param name="pages">Pages whose paths are registered, and whose templates are there.</param>
    /// <param name="diagnostics">
    /// Takes whatever fails in a template, once for all pages that fail alike. A page that fails gives no file, nor does
    /// one whose template has a syntax error, which was reported when it was read.
    /// </param>
    /// <param name="parallelism">How many at a time; every number gives the same bytes. Default: one a processor.</param>
    /// <returns>The files in the order of the pages.</returns>
    public ImmutableArray<SiteFile> Render(IReadOnlyList<Page> pages, DiagnosticBag diagnostics, int? parallelism = null)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (pages.FirstOrDefault(page => !_templates.HasPage(page.Template)) is { } orphan)
        {
            throw new ArgumentException($"The page {orphan.Path} has no template '{orphan.Template}'.", nameof(pages));
        }

        var files = new SiteFile?[pages.Count];
        var failures = new ScriptRuntimeException?[pages.Count];

        Parallel.For(
            0,
            pages.Count,
            new ParallelOptions { MaxDegreeOfParallelism = parallelism ?? Environment.ProcessorCount },
            () => new HtmlTemplateContext(_globals),
            (i, _, context) =>
            {
                (files[i], failures[i]) = RenderOne(pages[i], context);
                // A template that failed leaves its scopes open; the next page gets a context without them.
                return failures[i] is null ? context : new HtmlTemplateContext(_globals);
            },
            _ => { });

        diagnostics.Report(pages.Zip(failures, (page, failure) => (Page: page.Path, Failure: failure))
            .Where(failed => failed.Failure is not null)
            .GroupBy(failed => (Place: TemplateSet.PlaceOf(failed.Failure!.Span), Reason: failed.Failure.OriginalMessage), failed => failed.Page)
            .Select(alike => TemplateProblems.Rendering(alike.Key.Place, [.. alike], alike.Key.Reason)));
        return [.. files.OfType<SiteFile>()];
    }

    private (SiteFile? File, ScriptRuntimeException? Failure) RenderOne(Page page, HtmlTemplateContext context)
    {
        if (_templates.FindPage(page.Template) is not { } template)
        {
            return (null, null);
        }

        var layout = _templates.FindLayout();
        var variables = new ScriptObject { ["page"] = page.Model() };
        variables["content"] = new TemplateFunction(0, 0, (inner, _, _) =>
        {
            inner.Run(template, []);
            return null;
        });

        try
        {
            return (new SiteFile(_paths.FileOf(page.Path), context.Render(layout ?? template, variables)), null);
        }
        catch (ScriptRuntimeException failure)
        {
            if (context.BrokenPart is { } broken)
            {
                throw new InvalidOperationException($"The page {page.Path} cannot be rendered. {broken.Message}", broken.InnerException);
            }

            return (null, failure);
        }
    }

    private static TemplateFunction Address(Func<string, string> make) => new(1, 1, (_, arguments, span) =>
    {
        try
        {
            return make(arguments[0] as string ?? throw new ArgumentException("An address is made from a text."));
        }
        catch (ArgumentException failure)
        {
            throw new ScriptRuntimeException(span, failure.Message);
        }
    });
}
