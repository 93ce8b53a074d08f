using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>How the errors of a submission's figures move together, where its source says so.</summary>
public sealed class StatedCorrelations
{
    private readonly Dictionary<(MeasuredAt At, string Method, string First, string Second), double> _byPair = [];

    private StatedCorrelations(Submission submission)
    {
        foreach (var (at, method, first, second, correlation, _) in submission.Correlations)
        {
            _byPair[(at, method, first, second)] = correlation;
            _byPair[(at, method, second, first)] = correlation;
        }
    }

    /// <summary>Those of a submission, or null where its source says nothing.</summary>
    public static StatedCorrelations? Of(Submission submission) =>
        submission is null ? throw new ArgumentNullException(nameof(submission))
        : submission.Correlations.IsEmpty ? null : new(submission);

    /// <summary>The correlation of the errors of two figures of the submission, from -1 to 1, or null where none is stated.</summary>
    public double? Between(Observation one, Observation other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.At == other.At && one.Method == other.Method
            && _byPair.TryGetValue((one.At, one.Method, one.Metric, other.Metric), out var correlation)
            ? correlation
            : null;
    }
}
