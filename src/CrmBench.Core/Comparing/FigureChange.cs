using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Core.Comparing;

/// <summary>A dimension or a metric of a row that differs.</summary>
public sealed record FigureChange
{
    /// <summary>The dimension, as it is or was.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>The metric, as it is or was; null for the dimension itself.</summary>
    public Metric? Metric { get; init; }

    /// <summary>The figure as it was, or null.</summary>
    public Estimate? Before { get; init; }

    /// <summary>The figure as it is, or null.</summary>
    public Estimate? After { get; init; }

    /// <summary>How many use cases had it, of how many.</summary>
    public Coverage? CoverageBefore { get; init; }

    /// <summary>How many use cases have it, of how many.</summary>
    public Coverage? CoverageAfter { get; init; }

    /// <summary>The bands of cost it fell in, or null.</summary>
    public TierSpan? TierBefore { get; init; }

    /// <summary>The bands of cost it falls in, or null.</summary>
    public TierSpan? TierAfter { get; init; }

    /// <summary>What the numbers are.</summary>
    public Unit Unit => Metric?.Unit ?? Dimension.Unit;

    /// <summary>Whether value or interval differ.</summary>
    public bool IsOfFigure => !SameFigures.Are(Before, After);

    /// <summary>Whether it covers another number of use cases, or another part of them.</summary>
    public bool IsOfCoverage => (CoverageBefore?.Count, CoverageBefore?.Total) != (CoverageAfter?.Count, CoverageAfter?.Total);

    /// <summary>Whether the band of cost differs.</summary>
    public bool IsOfTier => TierBefore != TierAfter;
}
