using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>One dated set of results.</summary>
public sealed record Release
{
    /// <summary>Identifier, such as <c>2026-08</c>; also its folder and its address.</summary>
    public required string Id { get; init; }

    /// <summary>The day it was closed, or of a draft shall be; prices are those of this day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Draft or frozen.</summary>
    public required ReleaseStatus Status { get; init; }

    /// <summary>What changed since the release before, in one or two sentences.</summary>
    public required string Changes { get; init; }

    /// <summary>Known limits, a sentence each.</summary>
    public required ImmutableArray<string> KnownLimits { get; init; }

    /// <summary>The use cases this release covers, as identifiers, in the benchmark's order; coverage is counted against these.</summary>
    public required ImmutableArray<string> UseCases { get; init; }

    /// <summary>Identifier of the dimension that orders this board.</summary>
    public required string RankBy { get; init; }

    /// <summary>Why the board is ordered by another dimension than the benchmark's, or null.</summary>
    public string? RankByReason { get; init; }

    /// <summary>All submissions, withdrawn ones included, by identifier (ordinal).</summary>
    public required ImmutableArray<Submission> Submissions { get; init; }

    /// <summary>Whether any submission still counts.</summary>
    public bool HasResults => Submissions.Any(submission => submission.Withdrawn is null);
}
