using System.Collections.Frozen;

namespace CrmBench.Data.Values;

/// <summary>Names that the addresses of the site take, so that nothing in the data may have them.</summary>
public static class ReservedNames
{
    /// <summary>What stands beside the benchmarks at the root of the site.</summary>
    public static FrozenSet<string> Benchmarks { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "models", "providers", "compare", "choose", "changes", "data", "submit", "about", "reading", "assets", "schema", "methodology", "agreement",
        "use-cases", "problems", "404", "feed");

    /// <summary>What stands beside the releases and methods of a benchmark.</summary>
    public static FrozenSet<string> Releases { get; } = FrozenSet.Create(StringComparer.Ordinal, "use-cases", "methodology", "agreement");
}
