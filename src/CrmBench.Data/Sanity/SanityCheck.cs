using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;

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

/// <summary>Looks for dates that cannot follow each other.</summary>
internal static class DateCheck
{
    // Evaluators often have a model some weeks before everybody else.
    private const int DaysOfEarlyAccess = 90;

    /// <summary>The warnings of one submission.</summary>
    public static IEnumerable<Diagnostic> Run(Submission submission, Release release, ImmutableSortedDictionary<string, ModelCard> models)
    {
        if (submission.EvaluatedOn is { } evaluated)
        {
            if (models.TryGetValue(submission.Model, out var model) && evaluated.AddDays(DaysOfEarlyAccess) < model.Released)
            {
                yield return Problems.EvaluatedBeforeModel(submission.Place, evaluated, model.Released.Value);
            }

            if (evaluated > release.Date)
            {
                yield return Problems.AfterRelease(submission.Place, "evaluated_on", evaluated, release.Date);
            }
        }

        if (submission.SubmittedOn is { } submitted && submitted > release.Date)
        {
            yield return Problems.AfterRelease(submission.Place, "submitted_on", submitted, release.Date);
        }

        foreach (var correction in submission.Corrections)
        {
            if (release.Status == ReleaseStatus.Frozen && correction.On < release.Date)
            {
                yield return Problems.CorrectedTooEarly(submission.Place, correction.On, "the release was closed", release.Date);
            }
            else if (correction.On < submission.SubmittedOn)
            {
                yield return Problems.CorrectedTooEarly(
                    submission.Place, correction.On, "the result was handed in", submission.SubmittedOn.Value);
            }
        }
    }
}
