using System.Collections.Immutable;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>A number and how sure it is.</summary>
public sealed record Estimate
{
    /// <summary>The value in its metric's unit; always finite.</summary>
    public required double Value { get; init; }

    /// <summary>The interval at <see cref="Level"/>, or null where none can be given.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Level of the interval, between 0 and 1; null without interval and where a published one does not state it.</summary>
    public double? Level { get; init; }

    /// <summary>Standard error in the metric's unit, or null where it is not known.</summary>
    public double? StandardError { get; init; }

    /// <summary>Degrees of freedom of the standard error; infinite where the normal distribution holds.</summary>
    public double DegreesOfFreedom { get; init; } = double.PositiveInfinity;

    /// <summary>How many units stand behind it, or null where not stated.</summary>
    public long? Count { get; init; }

    /// <summary>What <see cref="Count"/> counts.</summary>
    public CountOf CountOf { get; init; }

    /// <summary>How many single judgments stand behind it, or null where that says no more than the count.</summary>
    public long? Judgments { get; init; }

    /// <summary>What the interval rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>What it belongs to.</summary>
    public Belonging Belonging { get; init; }

    /// <summary>Where it comes from; each source and place once.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>The same figure, said to belong to something.</summary>
    internal Estimate Of(Belonging belonging) => belonging == Belonging ? this : this with { Belonging = belonging };
}
