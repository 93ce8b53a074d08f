using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

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

/// <summary>An observation and its weight in a mean.</summary>
/// <param name="Weight">Its share, above 0.</param>
/// <param name="Observation">The observation.</param>
internal readonly record struct Term(double Weight, Observation Observation);

/// <summary>A part of a weighted sum, with what tells how its error moves with those of the others.</summary>
/// <param name="Place">What it was measured on.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Estimate">Its value and standard error.</param>
/// <param name="Figure">The published or measured figure that it is, or null where it rests on ratings.</param>
internal readonly record struct PlacedPart(SamePlace Place, double Weight, MeanEstimate Estimate, Observation? Figure = null);

/// <summary>
/// A weighted mean of observations: of metrics in a use case, of use cases, or of both at once. Three rules give its standard error.
/// Metrics rated on the same items are combined item by item, because their ratings move together. Other figures of one use case may rest
/// on the same answers: their errors add, unless the source states their correlation (<see cref="SamePlace"/>). Use cases are
/// independent: their variances add, with the degrees of freedom of Welch and Satterthwaite.
/// </summary>
internal sealed class Mixture
{
    // Up to here, comparing each with each costs less than a dictionary.
    private const int FewTerms = 40;

    private WeightedParts? _parts;
    private bool? _placesDiffer;

    private Mixture(ImmutableArray<Term> terms)
    {
        Terms = terms;
        if (!terms.Any(term => term.Observation.Group is not null))
        {
            (Rated, Others) = ([], terms);
            return;
        }

        var (rated, others) = (new List<RatedPiece>(), ImmutableArray.CreateBuilder<Term>());
        foreach (var term in terms)
        {
            if (term.Observation.Group is not { } group)
            {
                others.Add(term);
            }
            else if (!rated.Exists(piece => piece.At == (group.UseCase, group.Method)))
            {
                rated.Add(RatedPiece.Of(group, WeightsIn(group, terms)));
            }
        }

        (Rated, Others) = ([.. rated], others.ToImmutable());
    }

    /// <summary>What it is a mean of; each observation once.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>The rated groups in it, in the order of the terms.</summary>
    public ImmutableArray<RatedPiece> Rated { get; }

    /// <summary>The terms that rest on no ratings.</summary>
    public ImmutableArray<Term> Others { get; }

    /// <summary>Whether no two of its parts may rest on the same answers.</summary>
    public bool PlacesDiffer => _placesDiffer ??= Rated.Select(piece => SamePlace.Of(piece.Group))
        .Concat(Others.Select(term => SamePlace.Of(term.Observation))).Distinct().Count() == Rated.Length + Others.Length;

    /// <summary>The rated groups, then the others, as independent parts of a sum.</summary>
    public WeightedParts Parts => _parts ??= new WeightedParts(SamePlace.Join([.. Rated.Select(PartOf), .. Others.Select(PartOf)]));

    /// <summary>The mixture of some terms; the weights of one observation add up.</summary>
    public static Mixture Of(ImmutableArray<Term> terms)
    {
        if (terms.Length <= FewTerms && AreDistinct(terms.AsSpan()))
        {
            return new Mixture(terms);
        }

        var places = new Dictionary<Observation, int>(terms.Length, ReferenceEqualityComparer.Instance);
        var merged = ImmutableArray.CreateBuilder<Term>(terms.Length);
        foreach (var term in terms)
        {
            if (places.TryAdd(term.Observation, merged.Count))
            {
                merged.Add(term);
            }
            else
            {
                var place = places[term.Observation];
                merged[place] = new Term(merged[place].Weight + term.Weight, term.Observation);
            }
        }

        return new Mixture(merged.Count == terms.Length ? terms : merged.ToImmutable());
    }

    /// <summary>The estimate of a mixture whose weights add up to 1.</summary>
    public Estimate ToEstimate(Unit unit, RatingScale? scale, ConfidenceLevel level)
    {
        if (Terms.Length == 1)
        {
            return Terms[0].Observation.Estimate;
        }

        ImmutableArray<Evidence> evidence = [.. Terms.SelectMany(term => term.Observation.Estimate.Evidence).Distinct()];
        var parts = Terms.Select(term => term.Observation.Estimate).ToArray();
        var basis = Rated.Length == 1 && Others.IsEmpty ? Basis.Ratings : BasisOfAverage(parts);
        var sameItems = basis == Basis.Ratings;
        var countOf = sameItems ? CountOf.Items : CommonCountOf(parts);
        var nearlyAlike = sameItems ? Rated[0].NearlyAlike : 0;
        return Estimates.From(ToMean(), basis, unit, scale, level, evidence, nearlyAlike) with
        {
            CountOf = countOf,
            Count = countOf == CountOf.Unknown ? null : CountOnce(UnitsOf),
            Judgments = parts.All(part => part.Judgments is not null) ? CountOnce(term => term.Observation.Estimate.Judgments!.Value) : null,
        };
    }

    /// <summary>The estimate of one rated metric.</summary>
    public static Estimate OfRatings(
        RatedGroup group, int metricInGroup, Metric metric, ConfidenceLevel level, ImmutableArray<Evidence> evidence)
    {
        var piece = RatedPiece.Of(group, [(metricInGroup, 1.0)]);
        return Estimates.From(piece.ToMean(), Basis.Ratings, metric.Unit, metric.Scale, level, evidence, piece.NearlyAlike) with
        {
            Count = group.ItemCounts[metricInGroup],
            CountOf = CountOf.Items,
            Judgments = group.RatingCounts[metricInGroup],
        };
    }

    private static bool AreDistinct(ReadOnlySpan<Term> terms)
    {
        for (var i = 1; i < terms.Length; i++)
        {
            for (var before = 0; before < i; before++)
            {
                if (ReferenceEquals(terms[i].Observation, terms[before].Observation))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A rated group as a part of a sum.</summary>
    public static PlacedPart PartOf(RatedPiece piece) =>
        new(SamePlace.Of(piece.Group), 1.0, piece.ToMean());

    /// <summary>A figure as a part of a sum.</summary>
    public static PlacedPart PartOf(Term term) =>
        new(SamePlace.Of(term.Observation), term.Weight, ToMean(term.Observation.Estimate), term.Observation);

    // A mixture has at least one term, and all its values are finite.
    private MeanEstimate ToMean() => WeightedSum.Combine(Parts.Parts.AsSpan())!;

    private static ImmutableArray<(int Metric, double Weight)> WeightsIn(RatedGroup group, ImmutableArray<Term> terms)
    {
        var weights = ImmutableArray.CreateBuilder<(int, double)>();
        foreach (var term in terms)
        {
            if (term.Observation.Group == group)
            {
                weights.Add((term.Observation.MetricInGroup, term.Weight));
            }
        }

        return weights.ToImmutable();
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

    // Figures that may rest on the same answers must not count these twice: of one place the largest count is taken.
    private long CountOnce(Func<Term, long> count) =>
        Terms.GroupBy(term => term.Observation.Group is { } group ? SamePlace.Of(group) : SamePlace.Of(term.Observation))
            .Sum(place => place.Max(count));

    // For ratings: the items that have any of the metrics, which can be more than the items of each single metric.
    private long UnitsOf(Term term) => term.Observation.Group is { } group
        ? Rated.First(piece => piece.At == (group.UseCase, group.Method)).Group.Items.Length
        : term.Observation.Estimate.Count ?? 0;
}
