using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>The boards of <c>tests/sites/boards</c>, read and scored once for all tests that look at their numbers.</summary>
internal static class BoardResults
{
    private static readonly Lazy<ScoredCatalogue> Read = new(() =>
    {
        var diagnostics = new DiagnosticBag();
        var catalogue = CatalogueReader.Read(BoardsSite.Folder, diagnostics);
        Assert.Empty(diagnostics.ToSorted());
        return Scorer.Score(catalogue!);
    });

    /// <summary>Every release of every benchmark.</summary>
    public static IEnumerable<ScoredRelease> Releases => Read.Value.Benchmarks.SelectMany(benchmark => benchmark.Releases);

    /// <summary>A release by the identifiers of its benchmark and its own.</summary>
    public static ScoredRelease Release(string benchmark, string release) =>
        Read.Value.Benchmarks.Single(scored => scored.Benchmark.Id == benchmark)
            .Releases.Single(scored => scored.Release.Id == release);
}
