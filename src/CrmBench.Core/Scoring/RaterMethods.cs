using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>
/// The methods that each rater's ratings belong to: a named judge has a method, all other raters have the submission's. Where a board shows
/// the judges of a method one by one, a judge's ratings belong to the judge's own view and to the average of all.
/// </summary>
internal sealed class RaterMethods
{
    private readonly ImmutableArray<int>[] _ofRater;

    /// <summary>Reads the judges of a submission.</summary>
    public RaterMethods(Benchmark benchmark, Submission submission, RatingTable table)
    {
        var judges = submission.Judges.ToDictionary(judge => judge.Rater, judge => judge.Method, StringComparer.Ordinal);
        var names = table.Raters
            .Select(rater => benchmark.Methods
                .Where(method => method.Takes(judges.GetValueOrDefault(rater, submission.Method), rater))
                .Select(method => method.Id)
                .ToArray())
            .ToArray();
        Methods = [.. names.SelectMany(name => name).Distinct().Order(StringComparer.Ordinal)];
        _ofRater = [.. names.Select(name => name.Select(one => Methods.IndexOf(one)).ToImmutableArray())];
    }

    /// <summary>Identifiers of the methods that occur (ordinal).</summary>
    public ImmutableArray<string> Methods { get; }

    /// <summary>The positions in <see cref="Methods"/> for a position in the table's raters.</summary>
    public ImmutableArray<int> Of(int rater) => _ofRater[rater];
}
