using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Everything that the boards of a method share of one submission.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="Dimensions">Per dimension of the benchmark its figures in each use case of the release.</param>
/// <param name="Calls">How its timed calls ended; null where none were timed.</param>
internal sealed record SubmissionFigures(
    Submission Submission, ImmutableArray<ImmutableArray<UseCaseFigures>> Dimensions, CallCounts? Calls);
