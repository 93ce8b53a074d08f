using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>Whether the description of a benchmark, a release or a model is the same; what it contains is compared elsewhere.</summary>
internal static class SameDefinitions
{
    public static bool Are(Benchmark? first, Benchmark? second) => Both(first, second, (one, other) =>
        Bare(one) == Bare(other)
        && All(one.Methods, other.Methods, Are)
        && one.ReferenceModels.SequenceEqual(other.ReferenceModels)
        && one.Profiles.SequenceEqual(other.Profiles)
        && one.UseCases.SequenceEqual(other.UseCases)
        && one.UseCaseWeights.SequenceEqual(other.UseCaseWeights)
        && All(one.Dimensions, other.Dimensions, Are));

    public static bool Are(Release? first, Release? second) => Both(first, second, (one, other) =>
        one with { KnownLimits = [], UseCases = [], Submissions = [] } == other with { KnownLimits = [], UseCases = [], Submissions = [] }
        && one.KnownLimits.SequenceEqual(other.KnownLimits)
        && one.UseCases.SequenceEqual(other.UseCases));

    public static bool Are(ModelCard? first, ModelCard? second) => Both(first, second, (one, other) =>
        one with { Aliases = [] } == other with { Aliases = [] } && one.Aliases.SequenceEqual(other.Aliases));

    // Records compare collections by reference, so two equal lists would differ; emptied ones do not.
    private static Benchmark Bare(Benchmark benchmark) => benchmark with
    {
        Methods = [],
        ReferenceModels = [],
        Profiles = [],
        Dimensions = [],
        UseCases = [],
        Releases = [],
        UseCaseWeights = ImmutableSortedDictionary<string, double>.Empty,
    };

    private static bool Are(Method first, Method second) =>
        first with { View = null } == second with { View = null }
        && Both(first.View, second.View, (one, other) =>
            one with { Raters = FrozenSet<string>.Empty } == other with { Raters = FrozenSet<string>.Empty } && one.Raters.SetEquals(other.Raters));

    private static bool Are(Dimension first, Dimension second) =>
        first with { Metrics = [], Tiers = null } == second with { Metrics = [], Tiers = null }
        && All(first.Metrics, second.Metrics, Are)
        && Both(first.Tiers, second.Tiers, (one, other) =>
            one with { Bands = [] } == other with { Bands = [] } && one.Bands.SequenceEqual(other.Bands));

    private static bool Are(Metric first, Metric second) =>
        first with { Methods = [], Parts = [], Scale = null } == second with { Methods = [], Parts = [], Scale = null }
        && first.Methods.SequenceEqual(second.Methods)
        && All(first.Parts, second.Parts, Are)
        && Both(first.Scale, second.Scale, (one, other) =>
            (one.Lowest, one.Highest) == (other.Lowest, other.Highest) && one.Grades.SequenceEqual(other.Grades));

    private static bool All<T>(ImmutableArray<T> first, ImmutableArray<T> second, Func<T, T, bool> same) =>
        first.Length == second.Length && first.Zip(second, same).All(equal => equal);

    private static bool Both<T>(T? first, T? second, Func<T, T, bool> same)
        where T : class =>
        (first, second) is ({ } one, { } other) ? same(one, other) : first == second;
}
