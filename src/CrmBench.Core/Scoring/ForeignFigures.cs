using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Tells which figures of a submission were measured elsewhere: on its model, but not in its own run.</summary>
/// <remarks>
/// A source may say so itself. If it does not, a figure for the model as a whole counts as measured elsewhere where its source gives no
/// figure of a use case or profile while other sources of the submission do: then those measured the run.
/// </remarks>
public sealed class ForeignFigures
{
    private readonly HashSet<string> _ofTheRun = new(StringComparer.Ordinal);

    /// <summary>Looks at the sources of a submission.</summary>
    public ForeignFigures(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var particular = submission.Scores.Where(score => score.At != MeasuredAt.Whole).Select(score => score.Source)
            .Concat(submission.Costs.Where(cost => cost.At != MeasuredAt.Whole).Select(cost => cost.Source));
        foreach (var source in particular.Where(source => source.Elsewhere != true))
        {
            _ofTheRun.Add(source.Url);
        }

        // Ratings and timed calls name no source: they are the submission's own.
        if (submission.Ratings is not null || !submission.Calls.IsEmpty)
        {
            _ofTheRun.Add(submission.Sources[0].Url);
        }
    }

    /// <summary>Whether a figure was measured elsewhere.</summary>
    /// <param name="at">What it was measured on.</param>
    /// <param name="source">Where it comes from.</param>
    public bool Has(MeasuredAt at, Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Elsewhere ?? (at == MeasuredAt.Whole && _ofTheRun.Count > 0 && !_ofTheRun.Contains(source.Url));
    }
}
