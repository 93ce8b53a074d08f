using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>Everything read from <c>data/</c>: what the whole site is made of.</summary>
public sealed record Catalogue
{
    /// <summary>The site's own settings.</summary>
    public required SiteSettings Site { get; init; }

    /// <summary>The models by identifier.</summary>
    public required ImmutableSortedDictionary<string, ModelCard> Models { get; init; }

    /// <summary>The providers by identifier.</summary>
    public required ImmutableSortedDictionary<string, Provider> Providers { get; init; }

    /// <summary>The list prices, in the order of the file.</summary>
    public required ImmutableArray<TokenPrice> Prices { get; init; }

    /// <summary>The benchmarks, in the site's order.</summary>
    public required ImmutableArray<Benchmark> Benchmarks { get; init; }
}
