using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CrmBench.Site.Rendering;

/// <summary>
/// A text that people wrote in Markdown, with front matter. Raw HTML shows as text; only pages of the site, web and mail addresses can be
/// linked, so that text from strangers is safe too.
/// </summary>
public sealed class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseFootnotes()
        .UsePreciseSourceLocation()
        .Build();

    private readonly string _path;
    private readonly string _markdown;
    private readonly int _linesBefore;

    private Prose(string path, FrontMatter frontMatter, string markdown, int linesBefore) =>
        (_path, FrontMatter, _markdown, _linesBefore) = (path, frontMatter, markdown, linesBefore);

    /// <summary>Title, description and order.</summary>
    public FrontMatter FrontMatter { get; }

    /// <summary>
    /// Whether the text came with the program, which does not know what pages a site has: a link to one that is not there loses its link
    /// and keeps its words.
    /// </summary>
    public bool IsOfProgram { get; private init; }

    /// <summary>Reads a prose file.</summary>
    /// <param name="path">Path of the file from the root of the repository, for diagnostics.</param>
    /// <param name="text">Its text.</param>
    /// <param name="diagnostics">Takes the faults of its front matter.</param>
    /// <param name="isOfProgram">Whether it came with the program.</param>
    /// <returns>The text, or null when its front matter has faults.</returns>
    public static Prose? Read(string path, string text, DiagnosticBag diagnostics, bool isOfProgram = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        return FrontMatter.Read(path, lines, diagnostics) is { } read
            ? new Prose(path, read.Values, string.Join('\n', lines[read.Lines..]), read.Lines) { IsOfProgram = isOfProgram }
            : null;
    }

    /// <summary>The text with the values of its site in place of their names; code keeps the names.</summary>
    /// <param name="site">The settings that have the values.</param>
    /// <param name="diagnostics">Takes names that no value has.</param>
    public Prose With(SiteSettings site, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var frontMatter = FrontMatter with
        {
            Title = ProseValues.InPlain(FrontMatter.Title, site),
            Description = FrontMatter.Description is { } description ? ProseValues.InPlain(description, site) : null,
        };
        // What cannot be parsed is reported when it becomes HTML.
        return new Prose(
            _path,
            frontMatter,
            !_markdown.Contains("{{", StringComparison.Ordinal) || MarkdownWork.TooMuch(_markdown) is not null
                || Nesting.Parse(_markdown, Pipeline, out _) is not { } document
                ? _markdown
                : Filled(document, site, diagnostics),
            _linesBefore)
        {
            IsOfProgram = IsOfProgram,
        };
    }

    private string Filled(MarkdownDocument document, SiteSettings site, DiagnosticBag diagnostics)
    {
        var code = document.Descendants().Where(node => node is CodeBlock or CodeInline).Select(node => node.Span).ToArray();
        return ProseValues.InMarkdown(
            _markdown,
            site,
            at => code.Any(span => at >= span.Start && at <= span.End),
            (at, name) =>
            {
                var lineStart = at == 0 ? 0 : _markdown.LastIndexOf('\n', at - 1) + 1;
                var line = _markdown.AsSpan(0, lineStart).Count('\n');
                diagnostics.Report(ProseProblems.UnknownValue(new SourcePlace(_path, _linesBefore + line + 1, at - lineStart + 1), name, ProseValues.Names));
            });
    }

    /// <summary>The text as HTML, its links to pages and images made whole, its headings with ids.</summary>
    /// <param name="paths">Every address of the site.</param>
    /// <param name="diagnostics">
    /// Takes links that lead nowhere or are of an unsafe kind, images that are not among the assets, headings as high as the title, and
    /// nesting that is too deep and paragraphs that are too busy, where the text is left out.
    /// </param>
    /// <param name="headingShift">How many levels to lower each heading: 1 makes <c>##</c> an h3.</param>
    /// <param name="notShown">
    /// Benchmarks that have texts but no pages: a link to one is a warning, and its words stay without it. Default: none.
    /// </param>
    public Html ToHtml(SitePaths paths, DiagnosticBag diagnostics, int headingShift = 0, IReadOnlySet<string>? notShown = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentOutOfRangeException.ThrowIfNegative(headingShift);
        if (MarkdownWork.TooMuch(_markdown) is var (begin, isCells))
        {
            diagnostics.Report(ProseProblems.TooMuchWork(new SourcePlace(_path, _linesBefore + begin + 1, 1), isCells));
            return new Html("");
        }

        if (Nesting.Parse(_markdown, Pipeline, out var tooDeep) is not { } document)
        {
            var (line, column) = tooDeep!.Value;
            diagnostics.Report(ProseProblems.TooDeep(new SourcePlace(_path, _linesBefore + line + 1, column + 1)));
            return new Html("");
        }

        var section = FrontMatter.Title;
        var ids = new HeadingIds();
        var withoutPage = new List<LinkInline>();
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case HeadingBlock heading:
                    section = TextOf(heading) is { Length: > 0 } text ? text : section;
                    ids.Give(heading);
                    heading.Level = Math.Min(6, heading.Level + headingShift);
                    if (heading.Level < 2)
                    {
                        diagnostics.Report(ProseProblems.HeadingTooHigh(PlaceOf(heading)));
                    }

                    break;
                case Table table:
                    Describe(table, section);
                    break;
                case LinkInline { IsImage: true } image:
                    image.Url = ImageAddress(image, paths, diagnostics);
                    break;
                case LinkInline { Url: ['/', ..] address } link when IsOfProgram && !paths.Has(address):
                    withoutPage.Add(link);
                    break;
                case LinkInline link when BenchmarkIn(link.Url, paths) is { } benchmark && notShown?.Contains(benchmark) == true:
                    diagnostics.Report(ProseProblems.LinkToUnknownBenchmark(PlaceOf(link), link.Url!, benchmark));
                    withoutPage.Add(link);
                    break;
                case LinkInline link:
                    link.Url = Address(link, link.Url ?? "", paths, diagnostics);
                    break;
                case AutolinkInline { IsEmail: false } link:
                    link.Url = Address(link, link.Url, paths, diagnostics);
                    break;
                default:
                    break;
            }
        }

        foreach (var link in withoutPage)
        {
            var words = new ContainerInline();
            link.TransferChildrenTo(words);
            link.ReplaceBy(words);
        }

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return new Html(writer.ToString());
    }

    /// <summary>Markdown has no captions: a table is named by the heading it stands under, and its header cells by their column.</summary>
    private static void Describe(Table table, string section)
    {
        table.GetAttributes().AddProperty("aria-label", section);
        foreach (var cell in table.OfType<TableRow>().Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()))
        {
            cell.GetAttributes().AddProperty("scope", "col");
        }
    }

    private static string TextOf(HeadingBlock heading) => string.Concat((heading.Inline?.Descendants() ?? []).Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));

    private string Address(MarkdownObject link, string address, SitePaths paths, DiagnosticBag diagnostics)
    {
        if (address.StartsWith('/'))
        {
            if (paths.Has(address))
            {
                return paths.Link(address);
            }

            diagnostics.Report(ProseProblems.DeadLink(PlaceOf(link), address, Known(diagnostics, ProseProblems.DeadLinkCode, paths.Pages)));
            return "#";
        }

        if (address is ['#', _, ..] || IsOutside(address))
        {
            return address;
        }

        diagnostics.Report(ProseProblems.UnusableAddress(PlaceOf(link), address));
        return "#";
    }

    /// <summary>The benchmark of an address that the site does not have; null for every other address.</summary>
    private static string? BenchmarkIn(string? address, SitePaths paths) =>
        address is ['/', ..] && !paths.Has(address) ? address[1..].Split('/', '?', '#')[0] : null;

    private static bool IsOutside(string address) =>
        ((string[])["https://", "http://", "mailto:"]).Any(start => address.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private string ImageAddress(LinkInline image, SitePaths paths, DiagnosticBag diagnostics)
    {
        const string Folder = "/assets/";
        var address = image.Url ?? "";
        if (address.StartsWith(Folder, StringComparison.Ordinal) && paths.HasAsset(address[Folder.Length..]))
        {
            return paths.Asset(address[Folder.Length..]);
        }

        diagnostics.Report(ProseProblems.UnknownImage(PlaceOf(image), address, Known(diagnostics, ProseProblems.UnknownImageCode, paths.AssetNames.Select(name => Folder + name))));
        return "";
    }

    // What is only counted needs no suggestion, which is looked for among all pages.
    private IEnumerable<string> Known(DiagnosticBag diagnostics, string code, IEnumerable<string> known) =>
        diagnostics.OnlyCounts(_path, code) ? [] : known;

    private SourcePlace PlaceOf(MarkdownObject node) => new(_path, _linesBefore + node.Line + 1, node.Column + 1);
}

/// <summary>How deep the parts of a Markdown text stand in one another. Deeper than a limit it is no text for people, and no parser can be trusted with it.</summary>
internal static class Nesting
{
    /// <summary>Most quotes, lists, emphases, links and images within one another; what is opened and not closed counts too.</summary>
    public const int Deepest = 32;

    /// <summary>Parses a text.</summary>
    /// <param name="markdown">The text, with LF line ends.</param>
    /// <param name="pipeline">How to parse it.</param>
    /// <param name="tooDeep">Where it becomes too deep: line and column from 0; null where it nowhere does.</param>
    /// <returns>The text, or null where it is too deep.</returns>
    public static MarkdownDocument? Parse(string markdown, MarkdownPipeline pipeline, out (int Line, int Column)? tooDeep)
    {
        tooDeep = null;
        if (TryParse(markdown, pipeline) is not { } document)
        {
            tooDeep = FirstTooDeep(markdown, pipeline);
            return null;
        }

        foreach (var node in document.Descendants())
        {
            if (DepthOf(node) > Deepest)
            {
                tooDeep = (node.Line, node.Column);
                return null;
            }
        }

        return document;
    }

    private static MarkdownDocument? TryParse(string markdown, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's own limit, far above ours. It knows no other way to say so, and does not say where.
            return null;
        }
    }

    // The shortest beginning that the parser refuses: by lines first, then within the last of them.
    private static (int Line, int Column) FirstTooDeep(string markdown, MarkdownPipeline pipeline)
    {
        var lines = markdown.Split('\n');
        string Lines(int count) => string.Join('\n', lines[..count]);
        var line = Shortest(lines.Length, count => TryParse(Lines(count), pipeline) is null) - 1;
        var before = line == 0 ? "" : Lines(line) + "\n";
        var column = Shortest(lines[line].Length, count => TryParse(before + lines[line][..count], pipeline) is null) - 1;
        return (line, Math.Max(0, column));
    }

    /// <summary>The smallest count from 1 to <paramref name="most"/> that is refused, where the greatest is.</summary>
    private static int Shortest(int most, Func<int, bool> isRefused)
    {
        var (low, high) = (0, most);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = isRefused(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static int DepthOf(MarkdownObject node)
    {
        var depth = 0;
        for (var at = node; at is not null && depth <= Deepest; at = ParentOf(at))
        {
            depth += at is QuoteBlock or ListBlock or EmphasisInline or LinkInline or (DelimiterInline and not PipeTableDelimiterInline) ? 1 : 0;
        }

        return depth;
    }

    private static MarkdownObject? ParentOf(MarkdownObject node) => node switch
    {
        Block block => block.Parent,
        ContainerInline { Parent: null } root => root.ParentBlock,
        Inline inline => inline.Parent,
        _ => null,
    };
}

/// <summary>A path at which a page stood.</summary>
/// <param name="Path">Begins and ends with a slash.</param>
/// <param name="Place">Where a text names it.</param>
public sealed record FormerPath(string Path, SourcePlace Place);
