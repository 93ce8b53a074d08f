using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>Differences in what several submissions share: benchmarks, releases, models, providers, prices.</summary>
internal sealed record SharedChanges(
    ImmutableArray<ReleaseChange> Releases,
    ImmutableArray<Change<Benchmark>> Benchmarks,
    ImmutableArray<Change<ModelCard>> Models,
    ImmutableArray<Change<Provider>> Providers,
    ImmutableArray<string> Prices)
{
    public static SharedChanges Between(Catalogue before, Catalogue after)
    {
        var benchmarks = Pairs(before.Benchmarks, after.Benchmarks, benchmark => benchmark.Id).ToImmutableArray();
        return new SharedChanges(
            [
                .. from pair in benchmarks
                   from release in Pairs(pair.Before?.Releases ?? [], pair.After?.Releases ?? [], release => release.Id)
                   where !SameDefinitions.Are(release.Before, release.After)
                   select new ReleaseChange(pair.Latest, release),
            ],
            [.. benchmarks.Where(pair => !SameDefinitions.Are(pair.Before, pair.After))],
            [
                .. Pairs(before.Models.Values, after.Models.Values, model => model.Id)
                    .Where(pair => !SameDefinitions.Are(pair.Before, pair.After))
                    .OrderBy(pair => pair.Latest.Id, StringComparer.Ordinal),
            ],
            [
                .. Pairs(before.Providers.Values, after.Providers.Values, provider => provider.Id)
                    .Where(pair => pair.Before != pair.After)
                    .OrderBy(pair => pair.Latest.Id, StringComparer.Ordinal),
            ],
            DifferentPrices(before, after));
    }

    /// <summary>Whether a row rests on something here.</summary>
    public bool Concern(string benchmark, string release, ModelCard model) =>
        Benchmarks.Any(change => change.Latest.Id == benchmark)
        || Releases.Any(change => change.Benchmark.Id == benchmark && change.Release.Latest.Id == release)
        || Models.Any(change => change.Latest.Id == model.Id)
        || Providers.Any(change => change.Latest.Id == model.Provider)
        || Prices.Contains(model.Id);

    /// <summary>Pairs of what both states have by identifier, in the order of the newer state; what only the older state has comes last.</summary>
    public static IEnumerable<Change<T>> Pairs<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> id)
        where T : class
    {
        var old = before.ToDictionary(id, StringComparer.Ordinal);
        var young = after.ToList();
        var ids = young.Select(id).ToHashSet(StringComparer.Ordinal);
        return young.Select(item => new Change<T>(old.GetValueOrDefault(id(item)), item))
            .Concat(old.Values.Where(item => !ids.Contains(id(item))).Select(item => new Change<T>(item, null)));
    }

    // The order of the rows does not matter, only which prices hold when.
    private static ImmutableArray<string> DifferentPrices(Catalogue before, Catalogue after)
    {
        var (old, young) = (before.Prices.ToHashSet(), after.Prices.ToHashSet());
        old.SymmetricExceptWith(young);
        return [.. old.Select(price => price.Model).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
