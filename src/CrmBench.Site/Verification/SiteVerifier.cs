using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Verification;

/// <summary>Reads the finished pages back and checks them: the program distrusts its own output.</summary>
public static class SiteVerifier
{
    /// <summary>
    /// Checks every <c>.html</c> file of a site: well-formed, named and described; one first heading, no level skipped; ids unique and
    /// their references kept; images and tables described; links, fragments and assets there; nothing loaded from elsewhere and no code
    /// that the page's policy forbids; no failed computation shown; and each computed number on its page as it was computed.
    /// </summary>
    /// <param name="site">The site.</param>
    /// <param name="basePath">Path of the site's root on its server: <c>/</c> or <c>/crmbench/</c>.</param>
    /// <param name="expectedValues">
    /// For a page's path (<c>/models/</c>) what was computed for it, by key. An element with <c>data-key</c> must have the number as its
    /// <c>data-value</c>, in the shortest text that reads back as the same number. Every key must be seen; other keys must not.
    /// </param>
    /// <param name="stated">Texts of the data that look like a failed computation and are none, as <see cref="StatedTexts"/> finds them.</param>
    /// <param name="parallelism">How many pages at a time; every number gives the same result. Default: one a processor.</param>
    /// <returns>What is wrong, by place; the places are in <c>output/</c>.</returns>
    public static ImmutableArray<Diagnostic> Verify(
        BuiltSite site,
        string basePath,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> expectedValues,
        ImmutableArray<string> stated = default,
        int? parallelism = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentException.ThrowIfNullOrEmpty(basePath);
        ArgumentNullException.ThrowIfNull(expectedValues);
        var expectedByFile = expectedValues.ToDictionary(
            entry => SitePaths.ToFile(entry.Key), entry => entry.Value, StringComparer.Ordinal);
        var nothing = FrozenDictionary<string, double>.Empty;

        SiteFile[] pages = [.. site.Files.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal))];
        var facts = new PageFacts[pages.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism ?? Environment.ProcessorCount };
        Parallel.For(0, pages.Length, options, i => facts[i] = PageInspector.Inspect(
            pages[i].Path, new PageText(pages[i].Path, pages[i].Content), expectedByFile.GetValueOrDefault(pages[i].Path) ?? nothing, stated.IsDefault ? [] : stated));

        var diagnostics = new DiagnosticBag();
        diagnostics.Report(facts.SelectMany(page => page.Problems));
        var references = new ReferenceCheck(site, basePath, facts.ToFrozenDictionary(page => page.File, page => page.Ids));
        diagnostics.Report(facts.SelectMany(references.Check));
        diagnostics.Report(expectedByFile
            .Where(entry => site.Find(entry.Key) is null)
            .SelectMany(entry => entry.Value.Keys.Select(key =>
                VerificationProblems.UnseenKey(new SourcePlace($"output/{entry.Key}"), key))));
        return diagnostics.ToSorted();
    }
}

/// <summary>Checks addresses within the site against its files and the ids of its pages.</summary>
internal sealed class ReferenceCheck(BuiltSite site, string basePath, FrozenDictionary<string, HashSet<string>> idsByFile)
{
    // Navigation repeats the same addresses on every page.
    private readonly Dictionary<string, (string? File, string Fragment)> _resolved = new(StringComparer.Ordinal);

    public IEnumerable<Diagnostic> Check(PageFacts page)
    {
        foreach (var reference in page.References)
        {
            var address = reference.Value;
            var (file, fragment) = address is ['/', ..] ? ResolveOnce(address) : Resolve(page.File, address);
            if (file is null || site.Find(file) is null)
            {
                yield return VerificationProblems.DeadLink(reference.Place, address);
            }
            else if (fragment is not ("" or "top") && idsByFile.TryGetValue(file, out var ids) && !ids.Contains(fragment))
            {
                yield return VerificationProblems.DeadFragment(reference.Place, address, file, fragment, ids);
            }
        }
    }

    private (string? File, string Fragment) ResolveOnce(string address)
    {
        if (!_resolved.TryGetValue(address, out var target))
        {
            target = Resolve("", address);
            _resolved.Add(address, target);
        }

        return target;
    }

    /// <summary>The file and fragment of an address on a page; no file when it leaves the site.</summary>
    private (string? File, string Fragment) Resolve(string from, string address)
    {
        // The empty address would be the page itself; nobody writes it on purpose.
        if (address.Length == 0
            || !Uri.TryCreate(new Uri($"https://site{basePath}{from}"), address, out var target)
            || target.Host != "site")
        {
            return (null, "");
        }

        var path = Uri.UnescapeDataString(target.AbsolutePath);
        return path.StartsWith(basePath, StringComparison.Ordinal)
            ? (SitePaths.ToFile($"/{path[basePath.Length..]}"), Uri.UnescapeDataString(target.Fragment.TrimStart('#')))
            : (null, "");
    }
}
