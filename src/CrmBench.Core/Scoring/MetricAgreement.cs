using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Agreement on one rated metric of a release.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Raters">Within each method that has ratings, in the benchmark's order of methods.</param>
/// <param name="Methods">Between methods of people and of programs; empty where only one kind rated.</param>
public sealed record MetricAgreement(Metric Metric, ImmutableArray<RaterAgreement> Raters, ImmutableArray<MethodAgreement> Methods)
{
    /// <summary>Those of <see cref="Raters"/> that several may rate by: a judge that is shown apart has nobody to agree with.</summary>
    public IEnumerable<RaterAgreement> AmongRaters => Raters.Where(raters => raters.Method.View is null or { IsAverage: true });
}
