using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>
/// A weighted mean of observations: of metrics in a use case, of use cases, or of both at once. Ratings of the same items move
/// together, so their metrics are combined item by item; everything else is independent and joined by Welch and Satterthwaite.
/// </summary>
internal sealed class Mixture
{
    private readonly ImmutableArray<Term> _terms;

    private Mixture(ImmutableArray<Term> terms, ImmutableArray<RatedPiece> rated, ImmutableArray<Term> others) =>
        (_terms, Rated, Others) = (terms, rated, others);

    /// <summary>The rated groups in it, in the order of the terms.</summary>
    public ImmutableArray<RatedPiece> Rated { get; }

    /// <summary>The terms that rest on no ratings.</summary>
    public ImmutableArray<Term> Others { get; }

    /// <summary>The mixture of some terms; the weights of one observation add up.</summary>
    public static Mixture Of(IEnumerable<Term> terms)
    {
        var weights = new OrderedDictionary<Observation, double>(ReferenceEqualityComparer.Instance);
        foreach (var term in terms)
        {
            weights.TryGetValue(term.Observation, out var weight);
            weights[term.Observation] = weight + term.Weight;
        }

        ImmutableArray<Term> merged = [.. weights.Select(pair => new Term(pair.Value, pair.Key))];
        return new Mixture(
            merged,
            [.. merged.Where(term => term.Observation.Group is not null).GroupBy(term => term.Observation.Group!).Select(RatedPiece.Of)],
            [.. merged.Where(term => term.Observation.Group is null)]);
    }

    /// <summary>The estimate of a mixture whose weights add up to 1.</summary>
    public Estimate ToEstimate(Unit unit, RatingScale? scale, ConfidenceLevel level)
    {
        if (_terms.Length == 1)
        {
            return _terms[0].Observation.Estimate;
        }

        ImmutableArray<Evidence> evidence = [.. _terms.SelectMany(term => term.Observation.Estimate.Evidence).Distinct()];
        var parts = _terms.Select(term => term.Observation.Estimate).ToArray();
        var basis = Rated.Length == 1 && Others.IsEmpty ? Basis.Ratings : BasisOfAverage(parts);
        var sameItems = basis == Basis.Ratings;
        var countOf = sameItems ? CountOf.Items : CommonCountOf(parts);
        return Estimates.From(ToMean(), basis, unit, scale, level, evidence) with
        {
            CountOf = countOf,
            Count = sameItems ? Rated[0].Group.Items.Length : countOf == CountOf.Unknown ? null : SumOfCounts(),
            Judgments = parts.All(part => part.Judgments is not null) ? parts.Sum(part => part.Judgments!.Value) : null,
        };
    }

    /// <summary>The estimate of one rated metric.</summary>
    public static Estimate OfRatings(
        RatedGroup group, int metricInGroup, Metric metric, ConfidenceLevel level, ImmutableArray<Evidence> evidence)
    {
        var mean = new RatedPiece(group, [(metricInGroup, 1.0)]).ToMean();
        return Estimates.From(mean, Basis.Ratings, metric.Unit, metric.Scale, level, evidence) with
        {
            Count = group.ItemCounts[metricInGroup],
            CountOf = CountOf.Items,
            Judgments = group.RatingCounts[metricInGroup],
        };
    }

    private MeanEstimate ToMean()
    {
        var parts = Rated.Select(piece => (1.0, piece.ToMean()))
            .Concat(Others.Select(term => (term.Weight, ToMean(term.Observation.Estimate))))
            .ToArray();
        // A mixture has at least one term, and all its values are finite.
        return WeightedSum.Combine(parts)!;
    }

    /// <summary>An estimate as mean, standard error and degrees of freedom.</summary>
    public static MeanEstimate ToMean(Estimate estimate) =>
        new(estimate.Value, estimate.StandardError, estimate.StandardError is null ? null : estimate.DegreesOfFreedom, estimate.Count ?? 0);

    private static Basis BasisOfAverage(Estimate[] parts)
    {
        if (parts.All(part => part.Basis == Basis.PriceTable))
        {
            return Basis.PriceTable;
        }

        return parts.All(part => part.StandardError is null) ? Basis.AverageOfValues : Basis.Average;
    }

    private static CountOf CommonCountOf(Estimate[] parts) =>
        parts.All(part => part.CountOf == parts[0].CountOf) ? parts[0].CountOf : CountOf.Unknown;

    // Metrics rated on the same items count those items once: the largest count of each group of terms stands for it.
    private int SumOfCounts() =>
        Rated.Sum(piece => piece.Weights.Max(weight => piece.Group.ItemCounts[weight.Metric]))
        + Others.Sum(term => term.Observation.Estimate.Count ?? 0);
}
