using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>Which method the ratings of each rater of a submission belong to: that of a named judge, else the submission's.</summary>
internal sealed class RaterMethods
{
    private readonly int[] _ofRater;

    /// <summary>Reads the judges of a submission.</summary>
    public RaterMethods(Submission submission, RatingTable table)
    {
        var judges = submission.Judges.ToDictionary(judge => judge.Rater, judge => judge.Method, StringComparer.Ordinal);
        var names = table.Raters.Select(rater => judges.GetValueOrDefault(rater, submission.Method)).ToArray();
        Methods = [.. names.Distinct().Order(StringComparer.Ordinal)];
        _ofRater = [.. names.Select(name => Methods.IndexOf(name))];
    }

    /// <summary>Identifiers of the methods that occur (ordinal).</summary>
    public ImmutableArray<string> Methods { get; }

    /// <summary>The position in <see cref="Methods"/> for a position in the table's raters.</summary>
    public int Of(int rater) => _ofRater[rater];
}
