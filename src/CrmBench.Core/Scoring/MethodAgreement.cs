using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>How far two methods agree on one metric, over what both rated.</summary>
public sealed record MethodAgreement
{
    /// <summary>The method judged by people.</summary>
    public required Method People { get; init; }

    /// <summary>The method judged by programs.</summary>
    public required Method Programs { get; init; }

    /// <summary>Number of submissions both rated.</summary>
    public required int Submissions { get; init; }

    /// <summary>Number of responses both rated; where responses were judged point by point, of those points.</summary>
    public required int Responses { get; init; }

    /// <summary>Number of items behind them.</summary>
    public required int Items { get; init; }

    /// <summary>Spearman's rank correlation of the submissions' means, or null with fewer than two or without variation.</summary>
    public required double? Spearman { get; init; }

    /// <summary>Bootstrap interval of <see cref="Spearman"/> over items at the benchmark's level; null where it is not defined.</summary>
    public required Interval? SpearmanInterval { get; init; }

    /// <summary>Kendall's tau-b of the submissions' means; null with fewer than two or without variation.</summary>
    public required double? KendallTauB { get; init; }

    /// <summary>Spearman's rank correlation of single responses (means over raters); null with fewer than two or without variation.</summary>
    public required double? SpearmanOfResponses { get; init; }

    /// <summary>The pairs of submissions that people's ratings tell apart at the benchmark's level, each for itself.</summary>
    public required ImmutableArray<ToldPair> ToldPairs { get; init; }

    /// <summary>Number of all pairs of submissions.</summary>
    public int Pairs => Submissions * (Submissions - 1) / 2;

    /// <summary>Programs minus people, mean over responses in the metric's unit, clustered by item.</summary>
    public required MeanEstimate MeanDifference { get; init; }
}
