using System.Collections.Immutable;
using CrmBench.Core.Comparing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>The day on which what a page shows last changed, as the ledger of the data tells it.</summary>
internal sealed class PageDays(SiteIndex index)
{
    // Newest first.
    private readonly ImmutableArray<LedgerEntry> _ledger = [.. LedgerText.All(index.Scored.Catalogue).Select(text => text.Entry)];

    /// <summary>The day of a page; null where the data tell none, as of prose.</summary>
    public DateOnly? Of(string path) => path.Split('/') switch
    {
        ["", ""] => index.Featured is { } featured ? Newest(entry => IsOf(entry, featured.Benchmark.Id)) : null,
        ["", "models" or "changes" or "compare" or "choose", ""] => Newest(_ => true),
        ["", "models", var model, ""] => Newest(entry => entry.Release.Submissions.Any(submission => submission.Model == model)),
        ["", var benchmark, var release, ..] when IsRelease(benchmark, release) =>
            Newest(entry => IsOf(entry, benchmark) && entry.Release.Id == release),
        ["", var benchmark, ..] => Newest(entry => IsOf(entry, benchmark)),
        _ => null,
    };

    private static bool IsOf(LedgerEntry entry, string benchmark) => entry.Benchmark.Id == benchmark;

    private bool IsRelease(string benchmark, string name) =>
        index.Scored.Catalogue.Benchmarks.Any(one => one.Id == benchmark && one.Releases.Any(release => release.Id == name));

    private DateOnly? Newest(Func<LedgerEntry, bool> isMeant) => _ledger.FirstOrDefault(isMeant)?.On;
}
