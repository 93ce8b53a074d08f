using System.Collections.Frozen;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Verification;

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
