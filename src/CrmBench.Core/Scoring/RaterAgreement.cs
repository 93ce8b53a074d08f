using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>How far the raters of one method agree on one metric.</summary>
public sealed record RaterAgreement
{
    /// <summary>The method.</summary>
    public required Method Method { get; init; }

    /// <summary>Krippendorff's alpha, at most 1; null where it is not defined.</summary>
    public required double? Alpha { get; init; }

    /// <summary>Bootstrap interval of alpha over items at the benchmark's level, or null.</summary>
    public required Interval? Interval { get; init; }

    /// <summary>Ordinal for grades, nominal for flags.</summary>
    public required MeasurementLevel Measurement { get; init; }

    /// <summary>Quadratic-weighted kappa where exactly two raters rated, over the responses both rated; null otherwise.</summary>
    public required double? WeightedKappa { get; init; }

    /// <summary>Number of different raters.</summary>
    public required int Raters { get; init; }

    /// <summary>Number of responses with two ratings or more.</summary>
    public required int Responses { get; init; }

    /// <summary>Number of ratings of those responses.</summary>
    public required int Ratings { get; init; }

    /// <summary>Number of items those responses answer.</summary>
    public required int Items { get; init; }

    /// <summary>How often each grade was given.</summary>
    public required RatingDistribution Distribution { get; init; }

    /// <summary>What it means. An interval that reaches 0 is no agreement beyond chance, however high the coefficient.</summary>
    public AgreementVerdict Verdict => (Alpha, Interval) switch
    {
        (null, _) => AgreementVerdict.Unknown,
        ( <= 0, _) or (_, { Low: <= 0 }) => AgreementVerdict.None,
        ( >= 0.8, _) => AgreementVerdict.Reliable,
        ( >= 0.667, _) => AgreementVerdict.Tentative,
        _ => AgreementVerdict.Weak,
    };
}

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
