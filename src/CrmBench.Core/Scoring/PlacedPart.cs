using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>A part of a weighted sum, with what tells how its error moves with those of the others.</summary>
/// <param name="Place">What it was measured on.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Estimate">Its value and standard error.</param>
/// <param name="Figure">The published or measured figure that it is, or null where it rests on ratings.</param>
internal readonly record struct PlacedPart(SamePlace Place, double Weight, MeanEstimate Estimate, Observation? Figure = null);
