using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A dimension of one row.</summary>
public sealed record DimensionScore
{
    /// <summary>The dimension.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>
    /// Mean over the covered use cases of the mean of the counted metrics; null where no use case has all of them.
    /// Where <see cref="Coverage"/> is not complete it is partial and must be shown so.
    /// </summary>
    public required Estimate? Estimate { get; init; }

    /// <summary>Which use cases have all counted metrics.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>The metrics over the use cases, in the dimension's order.</summary>
    public required ImmutableArray<MetricScore> Metrics { get; init; }

    /// <summary>The use cases, in the order of the board.</summary>
    public required ImmutableArray<UseCaseScore> UseCases { get; init; }

    /// <summary>Bands of cost; null without, and for a cost that covers some use cases only or does not belong to the row.</summary>
    public TierSpan? Tier { get; init; }

    /// <summary>How timed calls ended; null where none were timed.</summary>
    public CallCounts? Calls { get; init; }

    /// <summary>How the single grades spread; null without single grades of every covered use case.</summary>
    public GradeSpread? Grades { get; init; }

    /// <summary>What the estimate is a mixture of, for comparisons with other rows; null where there is none.</summary>
    internal Mixture? Mixture { get; init; }

    /// <summary>
    /// Whether the figure may be held against those of other rows: it covers all use cases of the board and belongs to the row.
    /// </summary>
    public bool IsComparable => Coverage.IsComplete && Estimate is { Belonging: Belonging.Row };

    /// <summary>Whether some but not all use cases are covered.</summary>
    public bool IsPartial => !Coverage.IsEmpty && !Coverage.IsComplete;
}
