using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>The day on which what a page shows last changed, as the ledger of the data tells it.</summary>
internal sealed class PageDays
{
    private readonly string? _featured;
    private readonly Dictionary<string, DateOnly> _ofModels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _ofBenchmarks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Benchmark, string Release), DateOnly> _ofReleases = [];
    private readonly HashSet<(string Benchmark, string Release)> _releases;
    private readonly DateOnly? _ofAll;
    private readonly DateOnly? _first;

    /// <summary>Reads the ledger once: a site has as many pages as entries, or more.</summary>
    public PageDays(SiteIndex index)
    {
        _featured = index.Featured?.Benchmark.Id;
        _releases = [.. from benchmark in index.Scored.Catalogue.Benchmarks from release in benchmark.Releases select (benchmark.Id, release.Id)];
        // Newest first: the first entry of each is its day.
        foreach (var entry in LedgerText.All(index.Scored.Catalogue).Select(text => text.Entry))
        {
            _ofAll ??= entry.On;
            _first = entry.On;
            _ofBenchmarks.TryAdd(entry.Benchmark.Id, entry.On);
            if (_ofReleases.TryAdd((entry.Benchmark.Id, entry.Release.Id), entry.On))
            {
                foreach (var submission in entry.Release.Submissions)
                {
                    _ofModels.TryAdd(submission.Model, entry.On);
                }
            }
        }
    }

    /// <summary>The day of a page; null where the data tell none, as of prose.</summary>
    public DateOnly? Of(string path) => path.Split('/') switch
    {
        ["", ""] => _featured is null ? null : Of(_ofBenchmarks, _featured),
        ["", "models" or "changes" or "compare" or "choose", ""] => _ofAll,
        ["", "models", var model, ""] => Of(_ofModels, model),
        ["", var benchmark, var release, ..] when _releases.Contains((benchmark, release)) => Of(_ofReleases, (benchmark, release)),
        ["", var benchmark, ..] => Of(_ofBenchmarks, benchmark),
        _ => null,
    };

    /// <summary>The first and the last day on which anything happened to the data; null where nothing did.</summary>
    public (DateOnly First, DateOnly Last)? OfAll => _first is { } first && _ofAll is { } last ? (first, last) : null;

    /// <summary>The day of a file of the data: that of its release, or of everything.</summary>
    /// <param name="path">Its path within the site: <c>/data/a/b/c.csv</c>.</param>
    public DateOnly? OfFile(string path)
    {
        string[] steps = path.Split('/') is ["", "data", .. var below] ? below : path.Split('/')[1..];
        return steps is [var benchmark, var release, _, ..] && _releases.Contains((benchmark, release)) ? Of(_ofReleases, (benchmark, release)) : _ofAll;
    }

    private static DateOnly? Of<T>(Dictionary<T, DateOnly> days, T key)
        where T : notnull =>
        days.TryGetValue(key, out var day) ? day : null;
}
