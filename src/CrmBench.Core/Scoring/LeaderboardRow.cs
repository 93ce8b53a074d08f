using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Which of a release's use cases have a result.</summary>
/// <param name="Covered">One flag a use case, in the order of the board.</param>
public sealed record Coverage(ImmutableArray<bool> Covered)
{
    /// <summary>How many have a result.</summary>
    public int Count => Covered.AsSpan().Count(true);

    /// <summary>How many there are.</summary>
    public int Total => Covered.Length;

    /// <summary>Whether every use case has a result.</summary>
    public bool IsComplete => !Covered.AsSpan().Contains(false);

    /// <summary>Whether no use case has a result.</summary>
    public bool IsEmpty => !Covered.AsSpan().Contains(true);
}

/// <summary>One submission on a board.</summary>
public sealed record LeaderboardRow
{
    /// <summary>The submission.</summary>
    public required Submission Submission { get; init; }

    /// <summary>Its model.</summary>
    public required ModelCard Model { get; init; }

    /// <summary>The model's provider.</summary>
    public required Provider Provider { get; init; }

    /// <summary>All dimensions, in the benchmark's order.</summary>
    public required ImmutableArray<DimensionScore> Dimensions { get; init; }

    /// <summary>The dimension the board is ordered by.</summary>
    public required DimensionScore RankedBy { get; init; }

    /// <summary>Rank by value among complete rows, values that are equal, or print alike without an interval, sharing the better one; null for partial and empty rows.</summary>
    public int? Rank { get; init; }

    /// <summary>The ranks the intervals leave open; null without rank and where no row of the board has an interval.</summary>
    public RankRange? RankRange { get; init; }

    /// <summary>Rank and range that a reader may ask for where the benchmark ranks nothing by itself; null on ranked boards.</summary>
    public (int Rank, RankRange? Range)? RankOnRequest { get; init; }

    /// <summary>Whether no complete row is both better on the board's dimension and cheaper; null where it has no cost.</summary>
    public bool? OnCostFrontier { get; init; }

    /// <summary>Name and variant, as one text: <c>GPT-5.2 (high)</c>.</summary>
    public string Label => Submission.LabelWith(Model);

    /// <summary>Where in the repository its score comes from; its <c>submission.json</c> where it has none.</summary>
    public SourcePlace Place => RankedBy.Estimate?.Evidence.FirstOrDefault()?.Place ?? Submission.Place;

    /// <summary>The score of a dimension.</summary>
    public DimensionScore this[Dimension dimension]
    {
        get
        {
            foreach (var score in Dimensions)
            {
                if (score.Dimension.Id == dimension.Id)
                {
                    return score;
                }
            }

            throw new ArgumentException($"The row has no dimension {dimension.Id}.", nameof(dimension));
        }
    }

    /// <summary>A row is itself alone: its lists compare by reference anyway, and a hash of all its texts takes long.</summary>
    public bool Equals(LeaderboardRow? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
