using CrmBench.Core.Diagnostics;

namespace CrmBench.Core.Model;

/// <summary>Money for calls, measured or published: a row of <c>costs.csv</c>.</summary>
/// <param name="At">What it was spent on.</param>
/// <param name="UsdPerCall">US dollars per call; null where the source gives only the band.</param>
/// <param name="Band">Identifier of the band the source printed, or null.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Place">The row.</param>
public sealed record PublishedCost(MeasuredAt At, double? UsdPerCall, string? Band, Source Source, SourcePlace Place);
