using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Site.Api;
using CrmBench.Site.Downloads;
using CrmBench.Site.Metadata;
using CrmBench.Site.Pages;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site;

/// <summary>Turns scored benchmarks into a site: plans every page, then renders them all.</summary>
public sealed class SiteBuilder
{
    // Runs before the first paint, so that a page in the reader's theme never flashes in the other one, and controls that need
    // scripts have their place from the start. A browser that knows no import maps loads none of the modules behind them, and none loads modules
    // from a disk: there the page is the one without scripts.
    private static readonly InlineScript ThemeScript = BeforePaint("&&location.protocol!==\"file:\"");

    // A page that has its modules in itself has them on a disk, too.
    private static readonly InlineScript ThemeScriptOfSingleFile = BeforePaint("");

    // It listens from the start, and is too small to be worth a request.
    private const string SearchScript = "js/seek.js";

    private readonly SiteIndex _index;
    private readonly SiteSources _sources;
    private readonly SitePaths _paths;
    private readonly PagePlan _plan;
    private readonly Lazy<PageRenderer> _renderer;
    private readonly Lazy<FrozenDictionary<string, Page>> _pages;
    private readonly Lazy<FrozenDictionary<string, SiteFile>> _companions;

    private SiteBuilder(SiteIndex index, SiteSources sources, SitePaths paths, PagePlan plan)
    {
        (_index, _sources, _paths, _plan) = (index, sources, paths, plan);
        _renderer = new(() => new PageRenderer(_sources.Templates, _paths, Model()));
        _pages = new(() => _plan.Pages.ToFrozenDictionary(page => _paths.FileOf(page.Path), StringComparer.Ordinal));
        _companions = new(() => Companions().ToFrozenDictionary(file => file.Path, StringComparer.Ordinal));
    }

    /// <summary>How many pages the site has, redirects not counted.</summary>
    public int PageCount => _plan.Pages.Length;

    /// <summary>Path of the site's root on its server.</summary>
    public string BasePath => _paths.BasePath;

    /// <summary>Plans a site.</summary>
    /// <param name="scored">What to show.</param>
    /// <param name="sources">Templates, assets and prose.</param>
    /// <param name="diagnostics">Takes paths that clash and links in prose that lead nowhere; with errors there, do not render.</param>
    /// <param name="linkRoot">What links begin with in place of the path of the site's address: <see cref="RelativeLinks.Root"/>.</param>
    public static SiteBuilder Plan(ScoredCatalogue scored, SiteSources sources, DiagnosticBag diagnostics, string? linkRoot = null)
    {
        ArgumentNullException.ThrowIfNull(scored);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var prose = ShownProse.Of(sources.Prose, scored, diagnostics);
        var index = new SiteIndex(scored, prose.Texts.Keys);
        var routes = PagePlan.RoutesOf(index, prose.Texts, sources.Problems).ToImmutableArray();
        diagnostics.Report(FormerAddresses.Homeless(prose.Texts));
        var files = DownloadFiles.Routes(scored).Concat(EveryEvalEver.Routes(scored)).Concat(Feeds.Routes(scored.Catalogue))
            .Concat(SocialPictures.Routes(scored)).Concat(Badge.Routes(Badge.All(scored))).Concat(PublishedSchemas.Routes).Concat(StandardFiles.Routes)
            .Concat(ApiFiles.Routes).Concat(BoardMarkdown.Routes(scored)).Concat(Citation.Routes(scored.Catalogue)).Concat(PackageFiles.Routes)
            .Concat(CustomDomain.Routes(scored.Catalogue.Site))
            .Concat([Route.OfProgram(Addresses.SearchIndex), Route.OfProgram(Addresses.Where), Route.OfProgram(Addresses.LlmsText), Route.OfProgram(Addresses.Manifest)]);
        var paths = SitePaths.Create(scored.Catalogue.Site.BaseUrl, routes.Concat(files), sources.Assets, diagnostics, linkRoot);
        var texts = prose.Texts.ToFrozenDictionary(
            entry => entry.Key,
            entry =>
            {
                var text = entry.Value.With(scored.Catalogue.Site, diagnostics);
                return new Text(
                    text.FrontMatter.Title,
                    text.FrontMatter.Description ?? text.FrontMatter.Title,
                    text.ToHtml(paths, diagnostics, notShown: prose.NotShown))
                {
                    Aliases = text.FrontMatter.Aliases,
                };
            },
            StringComparer.Ordinal);
        return new SiteBuilder(index, sources, paths, PagePlan.Create(index, texts, sources.Commands, sources.Problems));
    }

    /// <summary>The whole site: every page and all that goes with them.</summary>
    /// <param name="diagnostics">Takes what fails in templates; a page that fails is left out.</param>
    public BuiltSite Render(DiagnosticBag diagnostics) => Complete(RenderPages(diagnostics));

    /// <summary>Renders every page.</summary>
    /// <param name="diagnostics">Takes what fails in templates; a page that fails is left out.</param>
    public ImmutableArray<SiteFile> RenderPages(DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        // On all processors now, or the pages would wait for one of them to do it.
        Parallel.ForEach(_index.Scored.Benchmarks.SelectMany(benchmark => benchmark.Releases), release => _ = release.Agreement);
        return _renderer.Value.Render(_plan.Pages, diagnostics);
    }

    /// <summary>Adds to the pages what goes with them: redirects, downloads, schemas, assets.</summary>
    public BuiltSite Complete(ImmutableArray<SiteFile> pages) => new([.. pages, .. Companions()]);

    /// <summary>
    /// One file of the site, the same bytes as in the whole: for a preview, which shows a page long before all the others could be rendered.
    /// </summary>
    /// <param name="path">Path of the file, such as <c>models/index.html</c>.</param>
    /// <param name="diagnostics">Takes what fails in the page's template.</param>
    /// <returns>The file; null where the site has none of this path, or where its template fails.</returns>
    public SiteFile? Render(string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return _pages.Value.TryGetValue(path, out var page)
            ? _renderer.Value.Render([page], diagnostics, parallelism: 1).SingleOrDefault()
            : _sources.Assets.Files.FirstOrDefault(asset => asset.Path == path) ?? _companions.Value.GetValueOrDefault(path);
    }

    /// <summary>The boards by which <see cref="SingleFile"/> finds them: <c>benchmark</c>, <c>benchmark/release</c> or <c>benchmark/release/method</c>.</summary>
    public IEnumerable<string> Boards =>
        from benchmark in _index.Scored.Benchmarks
        from release in benchmark.Releases
        from board in release.AllBoards
        from path in (string[])[Addresses.Board(benchmark, release, board), .. ReferenceEquals(board, release.Boards[0]) ? [Addresses.Release(benchmark.Benchmark, release.Release)] : Array.Empty<string>()]
        select path.Trim('/');

    /// <summary>The board that a reader sees first; null on a site without any.</summary>
    public string? FirstBoard => _index.Featured is { Front: not null } featured ? featured.Benchmark.Id : null;

    /// <summary>A board with all that its page needs in one file. The site must be planned with <see cref="RelativeLinks.Root"/> as the root of its links.</summary>
    /// <param name="board">One of <see cref="Boards"/>.</param>
    /// <param name="diagnostics">Takes what fails in the template.</param>
    /// <returns>The file's text; null where its template fails.</returns>
    public string? SingleFile(string board, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (Render($"{board}/index.html", diagnostics) is not { } page)
        {
            return null;
        }

        var replaced = new Dictionary<string, InlineScript?> { [ThemeScript.Element.Markup] = ThemeScriptOfSingleFile };
        if (_sources.Assets.Has(SearchScript))
        {
            replaced[new InlineScript(_sources.Assets.Text(SearchScript)).Element.Markup] = null;
        }

        return Publishing.SingleFile.Of(
            Encoding.UTF8.GetString(page.Content.Span), _sources.Assets, path => Render(path, diagnostics), _index.Site.BaseUrl.AbsoluteUri, replaced);
    }

    /// <summary>Whether the site has a page with this file: <c>models/index.html</c>.</summary>
    public bool Has(string path) => _pages.Value.ContainsKey(path);

    private IEnumerable<SiteFile> Companions()
    {
        var redirects = _plan.Redirects.Select(redirect => StandardFiles.Redirect(_paths, redirect.From, redirect.To, redirect.Title));
        return
        [
            .. redirects,
            .. DataFiles(),
            .. SocialPictures.Write(_index),
            .. Badge.Write(Badge.All(_index.Scored)),
            LlmsText.Write(_index, _paths),
            .. Feeds.Write(_index.Scored.Catalogue, _paths),
            SearchPage.Index(_paths, _plan.Found),
            WhereFile.Write(_paths, _index),
            WebManifest.Write(_index.Site, _paths, _sources.Assets),
            .. StandardFiles.Render(_paths, _plan.Listed),
            .. CustomDomain.Files(_index.Site, _paths),
            .. _sources.Assets.Files,
        ];
    }

    /// <summary>Every file of the data, what describes them, and the list of them all; feeds and pictures are not among them.</summary>
    private IEnumerable<SiteFile> DataFiles()
    {
        var catalogue = _index.Scored.Catalogue;
        var days = new PageDays(_index);
        SiteFile[] files =
        [
            .. DownloadFiles.Write(_index.Scored, _paths),
            .. EveryEvalEver.Write(_index.Scored, _paths),
            .. PublishedSchemas.Write(catalogue, _paths),
            .. ApiFiles.Write(_index.Scored, _paths),
            .. BoardMarkdown.Write(_index, _paths),
            .. Citation.Write(catalogue),
        ];
        // On all processors now, since downloads are long: both lists below name the hashes.
        InParallel.ForEach(files, file => _ = file.Hash);
        // Who searches for tables finds those that stay: a draft's own are in the lists of the API, which say so.
        string[] drafts = [.. from benchmark in _index.Scored.Benchmarks from draft in benchmark.Drafts select $"data/{benchmark.Benchmark.Id}/{draft.Release.Id}/"];
        SiteFile[] found = [.. files.Where(file => !drafts.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))];
        files = [.. files, .. PackageFiles.Write(found, catalogue.Site, days.OfAll)];
        // Sizes and hashes are those of the files as they are written, when links may have become relative.
        return [.. files, FileIndex.Write(files.Select(file => RelativeLinks.Of(file, _paths.BasePath)), catalogue.Site, days.OfFile)];
    }

    /// <summary>For each page's path the numbers it must show, by key, as they were computed: what the site is verified against.</summary>
    public FrozenDictionary<string, IReadOnlyDictionary<string, double>> ExpectedValues()
    {
        var computed = ComputedValues.Of(_index.Scored);
        return _plan.Pages.ToFrozenDictionary(
            page => page.Path,
            page => (IReadOnlyDictionary<string, double>)ComputedValues.KeysIn((ITemplateModel)page.Model())
                .ToFrozenDictionary(key => key, key => computed[key]),
            StringComparer.Ordinal);
    }

    /// <summary>Texts of the data that look like a failed computation on a page, and are none.</summary>
    public ImmutableArray<string> StatedTexts() => Verification.StatedTexts.LikeNoValue(_index.Scored.Catalogue);

    private static InlineScript BeforePaint(string unless) => new(
        $"{{const d=document.documentElement.dataset;if(HTMLScriptElement.supports?.(\"importmap\"){unless})d.js=\"\";"
            + "try{d.theme=localStorage.getItem(\"theme\")||\"\"}catch{}}");

    private SiteModel Model()
    {
        var importMap = _paths.ImportMap();
        InlineScript[] search = _sources.Assets.Has(SearchScript) ? [new InlineScript(_sources.Assets.Text(SearchScript))] : [];
        return new(
            Title: _index.Site.Title,
            Repository: _index.Site.RepositoryUrl,
            Subject: NounWords.Of(_index.Site.Subject),
            Footer: _index.Site.Footer,
            ThemeScript: ThemeScript.Element,
            ImportMap: importMap.Element,
            SearchScript: search.Length == 0 ? null : search[0].Element,
            Policy: ContentSecurityPolicy.For([ThemeScript, importMap, .. search]));
    }
}

/// <summary>What all templates see as <c>site</c>.</summary>
[TemplateModel]
internal sealed partial record SiteModel(
    string Title, string Repository, NounWords Subject, string Footer, Html ThemeScript, Html ImportMap, Html? SearchScript, string Policy);
