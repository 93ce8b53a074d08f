using System.Collections.Immutable;

namespace CrmBench.Core.Scoring;

/// <summary>Whether raters agree, judges agree with people, and judges are independent of the judged.</summary>
/// <param name="Metrics">The rated metrics, in the benchmark's order.</param>
/// <param name="SharedProviders">Judges that share a provider with the model they judged, by submission.</param>
public sealed record AgreementReport(ImmutableArray<MetricAgreement> Metrics, ImmutableArray<SharedProvider> SharedProviders);
