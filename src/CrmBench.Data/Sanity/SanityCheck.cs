using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Data.Sanity;

/// <summary>Looks for what is allowed but unlikely: figures that no measurement gives. Everything it finds is a warning.</summary>
internal static class SanityCheck
{
    /// <summary>Looks at all releases of a benchmark.</summary>
    public static void Run(Benchmark benchmark, ImmutableSortedDictionary<string, ModelCard> models, DiagnosticBag diagnostics)
    {
        var metrics = benchmark.AllMetrics.ToDictionary(metric => metric.Id, StringComparer.Ordinal);
        InParallel.Check(benchmark.Releases, diagnostics, release => release.Submissions
            .SelectMany(submission => DateCheck.Run(submission, release, models).Concat(ScoreCheck.Run(submission, metrics)))
            .Concat(CopyCheck.Run(release))
            .Concat(UnitCheck.Run(release, metrics))
            .Concat(RaterCheck.Run(release, metrics)));
    }
}
