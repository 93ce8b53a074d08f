using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;

namespace CrmBench.Site.Pages;

/// <summary>The prose of what the site shows, without that of benchmarks and use cases which are not there or not listed.</summary>
/// <param name="Texts">The prose by its path within the content folder.</param>
/// <param name="NotShown">The benchmarks that there is prose of, but no pages.</param>
internal sealed record ShownProse(ImmutableSortedDictionary<string, Prose> Texts, FrozenSet<string> NotShown)
{
    /// <summary>Leaves out the prose that belongs to nothing, with one warning a benchmark.</summary>
    public static ShownProse Of(ImmutableSortedDictionary<string, Prose> all, ScoredCatalogue scored, DiagnosticBag diagnostics)
    {
        var shown = scored.Benchmarks.ToDictionary(
            benchmark => benchmark.Benchmark.Id,
            benchmark => benchmark.Benchmark.UseCases.Select(useCase => useCase.Id).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        var owned = all.Keys.Select(name => (Name: name, Owner: OwnerOf(name))).Where(text => text.Owner is not null).ToList();
        var orphans = owned.Where(text => !shown.ContainsKey(text.Owner!.Value.Benchmark)).ToList();
        foreach (var ofBenchmark in orphans.GroupBy(text => text.Owner!.Value.Benchmark))
        {
            diagnostics.Report(ProseProblems.TextOfUnknownBenchmark(PlaceOf(ofBenchmark.First().Name), ofBenchmark.Key, ofBenchmark.Count()));
        }

        var strays = owned.Where(text => text.Owner is var (benchmark, useCase) && useCase is not null
            && shown.TryGetValue(benchmark, out var useCases) && !useCases.Contains(useCase)).ToList();
        foreach (var stray in strays)
        {
            var (benchmark, useCase) = stray.Owner!.Value;
            diagnostics.Report(ProseProblems.TextOfUnknownUseCase(
                PlaceOf(stray.Name), benchmark, useCase!, shown[benchmark].Order(StringComparer.Ordinal)));
        }

        return new ShownProse(
            all.RemoveRange(orphans.Concat(strays).Select(text => text.Name)),
            orphans.Select(text => text.Owner!.Value.Benchmark).ToFrozenSet(StringComparer.Ordinal));
    }

    // What is of no benchmark is a page's own text.
    private static (string Benchmark, string? UseCase)? OwnerOf(string name) => name.Split('/') switch
    {
        ["benchmarks", var benchmark] => (benchmark, null),
        ["use-cases", var benchmark, var useCase] => (benchmark, useCase),
        _ => null,
    };

    private static SourcePlace PlaceOf(string name) => new($"content/{name}.md");
}
