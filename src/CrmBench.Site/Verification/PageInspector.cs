using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Verification;

/// <summary>What one page contributes to the verification of the site.</summary>
/// <param name="File">Its path in the site.</param>
/// <param name="Ids">The ids of its elements.</param>
/// <param name="References">Its addresses within the site, with their places.</param>
/// <param name="Problems">What is wrong with the page by itself.</param>
internal sealed record PageFacts(
    string File, HashSet<string> Ids, IReadOnlyList<Located<string>> References, IReadOnlyList<Diagnostic> Problems);

/// <summary>Reads one page back and looks at every element once, in document order.</summary>
internal sealed class PageInspector
{
    private readonly PageText _text;
    private readonly IReadOnlyDictionary<string, double> _expected;
    private readonly ImmutableArray<string> _stated;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenKeys = new(StringComparer.Ordinal);
    private readonly List<Located<string>> _references = [];
    private readonly List<(SourcePlace Place, string Attribute, string Id)> _idReferences = [];
    private readonly List<Diagnostic> _problems = [];
    private readonly List<(SourcePlace Place, string Hash)> _scripts = [];
    private string? _policy;
    private int _firstHeadings;
    private int _lastHeading;

    private PageInspector(PageText text, IReadOnlyDictionary<string, double> expected, ImmutableArray<string> stated) =>
        (_text, _expected, _stated) = (text, expected, stated);

    public static PageFacts Inspect(string file, PageText text, IReadOnlyDictionary<string, double> expected, ImmutableArray<string> stated)
    {
        var inspector = new PageInspector(text, expected, stated);
        inspector.Inspect();
        return new PageFacts(file, inspector._ids, inspector._references, inspector._problems);
    }

    private void Inspect()
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true, IsScripting = true });
        parser.Error += (_, raised) =>
        {
            if (raised is HtmlErrorEvent error)
            {
                _problems.Add(VerificationProblems.NotWellFormed(_text.PlaceAt(error.Position.Index), error.Message));
            }
        };

        using var document = parser.ParseDocument(_text.Markup);
        CheckHead(document);
        Visit(document, isProse: true);
        CheckWhole();
    }

    private void CheckHead(IDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.DocumentElement.GetAttribute("lang")))
        {
            _problems.Add(VerificationProblems.MissingInHead(_text.WholePage, "language (<html lang>)"));
        }

        if (string.IsNullOrWhiteSpace(document.Title))
        {
            _problems.Add(VerificationProblems.MissingInHead(_text.WholePage, "title"));
        }

        var metas = document.Head?.Children.Where(element => element.LocalName == "meta").ToList() ?? [];
        if (!metas.Any(meta => meta.GetAttribute("name") == "description" && !string.IsNullOrWhiteSpace(meta.GetAttribute("content"))))
        {
            _problems.Add(VerificationProblems.MissingInHead(_text.WholePage, "description (<meta name=\"description\">)"));
        }

        _policy = metas.FirstOrDefault(IsPolicy)?.GetAttribute("content");
    }

    private static bool IsPolicy(IElement meta) =>
        string.Equals(meta.GetAttribute("http-equiv"), "Content-Security-Policy", StringComparison.OrdinalIgnoreCase);

    private void Visit(INode parent, bool isProse)
    {
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IElement element)
            {
                VisitElement(element);
                // Code may speak of NaN; what a script or style says is not shown.
                Visit(element, isProse && element.LocalName is not ("script" or "style" or "code" or "pre" or "kbd" or "samp"));
            }
            else if (isProse && node is IText { Data: var shown } && ShowsNoValue(shown))
            {
                _problems.Add(VerificationProblems.NotAValue(PlaceOf(parent as IElement), shown.Trim()));
            }
        }
    }

    // What somebody wrote so in the data is no failed computation.
    private bool ShowsNoValue(string text) => NoValue.IsIn(text) && !_stated.Any(stated => text.Contains(stated, StringComparison.Ordinal));

    private void VisitElement(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            VisitAttribute(element, attribute.LocalName, attribute.Value);
        }

        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6' and var level]:
                VisitHeading(element, level - '0');
                break;
            case "img" when !element.HasAttribute("alt"):
                _problems.Add(VerificationProblems.ImageWithoutText(
                    PlaceOf(element), "The image has no alt text. Describe it, or write alt=\"\" if it only decorates."));
                break;
            case "svg" when element.GetAttribute("role") == "img" && !IsLabelled(element, "title"):
                _problems.Add(VerificationProblems.ImageWithoutText(PlaceOf(element), "The drawing has role=\"img\" but no <title>."));
                break;
            case "table" when !IsLabelled(element, "caption"):
                _problems.Add(VerificationProblems.UndescribedTable(PlaceOf(element), "The table has no <caption> and no label."));
                break;
            case "th" when element.GetAttribute("scope") is not ("col" or "row" or "colgroup" or "rowgroup"):
                _problems.Add(VerificationProblems.UndescribedTable(PlaceOf(element), "The header cell has no scope: col or row."));
                break;
            case "script" when !element.HasAttribute("src") && IsExecutable(element):
                _scripts.Add((PlaceOf(element), Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent)))));
                break;
            default:
                break;
        }
    }

    private void VisitHeading(IElement element, int level)
    {
        _firstHeadings += level == 1 ? 1 : 0;
        if (_lastHeading > 0 && level > _lastHeading + 1)
        {
            _problems.Add(VerificationProblems.SkippedHeading(PlaceOf(element), level, _lastHeading));
        }

        _lastHeading = level;
    }

    private void VisitAttribute(IElement element, string name, string value)
    {
        switch (name)
        {
            case "id":
                if (!_ids.Add(value))
                {
                    _problems.Add(VerificationProblems.DoubledId(PlaceOf(element), value));
                }

                return;
            case "href":
                VisitAddress(element, value, isLoaded: element.LocalName switch
                {
                    "link" => element.GetAttribute("rel") is not ("canonical" or "alternate" or "license" or "author" or "next" or "prev"),
                    "a" or "area" => false,
                    _ => true,
                });
                return;
            case "src" or "poster":
                VisitAddress(element, value, isLoaded: true);
                return;
            case "data" when element.LocalName == "object":
                VisitAddress(element, value, isLoaded: true);
                return;
            case "srcset":
                foreach (var candidate in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    VisitAddress(element, candidate.Split(' ')[0], isLoaded: true);
                }

                return;
            case "action" or "formaction":
                VisitAddress(element, value, isLoaded: false);
                return;
            case "content" when RefreshTarget(element, value) is { } target:
                VisitAddress(element, target, isLoaded: false);
                return;
            case "for" or "headers" or "list" or "popovertarget"
                or "aria-controls" or "aria-describedby" or "aria-details" or "aria-labelledby" or "aria-owns":
                foreach (var id in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    _idReferences.Add((PlaceOf(element), name, id));
                }

                return;
            case "style" when value.Contains("url(", StringComparison.OrdinalIgnoreCase):
                _problems.Add(VerificationProblems.ForeignResource(PlaceOf(element), value));
                return;
            case "data-key":
                VisitValue(element, value, element.GetAttribute("data-value"));
                return;
            case "data-value" when string.IsNullOrWhiteSpace(value):
                _problems.Add(VerificationProblems.NotAValue(PlaceOf(element), value));
                return;
            case "class" or "alt" or "title" or "aria-label" or "content":
                return;
            case ['o', 'n', ..]:
                _problems.Add(VerificationProblems.ForbiddenCode(PlaceOf(element), $"The attribute {name}"));
                return;
            default:
                if (ShowsNoValue(value))
                {
                    _problems.Add(VerificationProblems.NotAValue(PlaceOf(element), $"{name}=\"{value}\""));
                }

                return;
        }
    }

    private void VisitAddress(IElement element, string address, bool isLoaded)
    {
        var scheme = address.AsSpan().IndexOfAny(':', '/', '#') is > 0 and var end && address[end] == ':' ? address[..end] : "";
        switch (scheme.ToLowerInvariant())
        {
            case "" when !address.StartsWith("//", StringComparison.Ordinal):
                _references.Add(new Located<string>(address, PlaceOf(element)));
                break;
            case "" or "http" or "https" when isLoaded:
                _problems.Add(VerificationProblems.ForeignResource(PlaceOf(element), address));
                break;
            case "" or "http" or "https" or "mailto":
                break;
            case "data" when element.LocalName is "img" or "source" or "image" or "link":
                break;
            default:
                _problems.Add(VerificationProblems.UnsafeAddress(PlaceOf(element), address));
                break;
        }
    }

    private static string? RefreshTarget(IElement element, string content) =>
        string.Equals(element.GetAttribute("http-equiv"), "refresh", StringComparison.OrdinalIgnoreCase)
        && content.IndexOf("url=", StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? content[(at + 4)..].Trim()
            : null;

    private void VisitValue(IElement element, string key, string? found)
    {
        if (!_expected.TryGetValue(key, out var number))
        {
            _problems.Add(VerificationProblems.UnknownKey(PlaceOf(element), key));
            return;
        }

        _seenKeys.Add(key);
        var expected = number.ToString("R", CultureInfo.InvariantCulture);
        if (found != expected)
        {
            _problems.Add(VerificationProblems.WrongValue(PlaceOf(element), key, found ?? "", expected));
        }
    }

    private void CheckWhole()
    {
        if (_firstHeadings != 1)
        {
            _problems.Add(VerificationProblems.FirstHeadings(_text.WholePage, _firstHeadings));
        }

        _problems.AddRange(_idReferences
            .Where(reference => !_ids.Contains(reference.Id))
            .Select(reference => VerificationProblems.UnknownId(reference.Place, reference.Attribute, reference.Id, _ids)));
        if (_policy is { } policy)
        {
            _problems.AddRange(_scripts
                .Where(script => !policy.Contains($"'sha256-{script.Hash}'", StringComparison.Ordinal))
                .Select(script => VerificationProblems.ForbiddenCode(script.Place, "This script")));
        }

        if (_seenKeys.Count < _expected.Count)
        {
            _problems.AddRange(_expected.Keys
                .Where(key => !_seenKeys.Contains(key))
                .Order(StringComparer.Ordinal)
                .Select(key => VerificationProblems.UnseenKey(_text.WholePage, key)));
        }
    }

    private static bool IsLabelled(IElement element, string child) =>
        element.Children.Any(candidate => candidate.LocalName == child && !string.IsNullOrWhiteSpace(candidate.TextContent))
        || !string.IsNullOrWhiteSpace(element.GetAttribute("aria-label"))
        || element.HasAttribute("aria-labelledby");

    private static bool IsExecutable(IElement script) =>
        script.GetAttribute("type") is null or "" or "module" or "text/javascript" or "importmap" or "speculationrules";

    /// <summary>The place of an element, or of the nearest one around it: the parser keeps no place for the root of a drawing.</summary>
    private SourcePlace PlaceOf(IElement? element)
    {
        while (element is not null && element.SourceReference is null)
        {
            element = element.ParentElement;
        }

        return element?.SourceReference is { } source ? _text.PlaceAt(source.Position.Index) : _text.WholePage;
    }
}
