using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Comparing;

/// <summary>A submission whose own data differ, or that came or went.</summary>
public sealed record SubmissionChange
{
    /// <summary>The benchmark, as it is or was.</summary>
    public required Benchmark Benchmark { get; init; }

    /// <summary>The release, as it is or was.</summary>
    public required Release Release { get; init; }

    /// <summary>The submission in both states.</summary>
    public required Change<Submission> Submission { get; init; }

    /// <summary>Name and variant of the model, as they are or were.</summary>
    public required string Label { get; init; }

    /// <summary>What became of it.</summary>
    public required SubmissionFate Fate { get; init; }

    /// <summary>What of its data differs; empty where it came or went as a whole.</summary>
    public required ImmutableArray<PartChange> Parts { get; init; }

    /// <summary>Corrections that were not there before.</summary>
    public required ImmutableArray<Correction> NewCorrections { get; init; }

    /// <summary>What a reviewer should look at first, or null.</summary>
    public required Objection? Objection { get; init; }
}
