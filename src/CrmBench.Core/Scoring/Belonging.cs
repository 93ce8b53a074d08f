using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>What a figure belongs to, from the closest to the farthest; only figures of the first kind are held against each other.</summary>
public enum Belonging
{
    /// <summary>The configuration of its row, in the use cases of the board.</summary>
    Row,

    /// <summary>The configuration of its row as a whole, on a board that asks for some use cases: it says nothing of these alone.</summary>
    AllUseCases,

    /// <summary>The model, by another run than the row's own: other prompts, other settings, another day.</summary>
    Model,
}

/// <summary>What averages belong to: an average belongs to what the farthest of its parts belongs to.</summary>
internal static class Belongings
{
    /// <summary>What a mean of terms belongs to.</summary>
    /// <param name="terms">The terms; without any the mean is the row's own.</param>
    /// <param name="areAll">Whether the board asks for all use cases of the release: what holds for a row as a whole then holds for the board.</param>
    public static Belonging Of(ImmutableArray<Term> terms, bool areAll) => OnBoard(Farthest(terms), areAll);

    /// <summary>The same over several use cases, of which some may have no figure.</summary>
    public static Belonging Of(IEnumerable<ImmutableArray<Term>?> byUseCase, bool areAll)
    {
        var farthest = Belonging.Row;
        foreach (var terms in byUseCase)
        {
            farthest = terms is { } known && Farthest(known) is var found && found > farthest ? found : farthest;
        }

        return OnBoard(farthest, areAll);
    }

    private static Belonging OnBoard(Belonging farthest, bool areAll) =>
        farthest == Belonging.AllUseCases && areAll ? Belonging.Row : farthest;

    private static Belonging Farthest(ImmutableArray<Term> terms)
    {
        var farthest = Belonging.Row;
        foreach (var term in terms)
        {
            farthest = term.Observation.Belonging > farthest ? term.Observation.Belonging : farthest;
        }

        return farthest;
    }
}

/// <summary>
/// The place of a figure. Two figures of a submission may rest on the same answers if their places are equal: the same use case (or
/// profile, or the model as a whole) and the same sample of items.
/// </summary>
/// <param name="At">What was measured on.</param>
/// <param name="Sample">Name of the sample, or empty.</param>
public readonly record struct SamePlace(MeasuredAt At, string Sample)
{
    /// <summary>The place of a figure.</summary>
    public static SamePlace Of(Observation observation) =>
        observation is null ? throw new ArgumentNullException(nameof(observation)) : new(observation.At, observation.Sample);

    /// <summary>The place of a group of ratings.</summary>
    public static SamePlace Of(RatedGroup group) =>
        group is null ? throw new ArgumentNullException(nameof(group)) : new(new MeasuredAt(group.UseCase, null), "");

    /// <summary>
    /// The parts of a sum with those of one place joined into one: as fully dependent, unless their source states a correlation. The parts
    /// that result are independent of each other.
    /// </summary>
    /// <param name="parts">Parts with weights of one sign.</param>
    internal static ImmutableArray<(double Weight, MeanEstimate Estimate)> Join(
        IReadOnlyList<PlacedPart> parts)
    {
        var joined = ImmutableArray.CreateBuilder<(double, MeanEstimate)>(parts.Count);
        var together = new List<(double, MeanEstimate)>();
        var figures = new List<Observation?>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (IndexOf(parts, parts[i].Place, i) < i)
            {
                continue;
            }

            together.Clear();
            figures.Clear();
            for (var j = i; j < parts.Count; j++)
            {
                if (parts[j].Place == parts[i].Place)
                {
                    together.Add((parts[j].Weight, parts[j].Estimate));
                    figures.Add(parts[j].Figure);
                }
            }

            // The values of a board are finite, and so are their sums.
            joined.Add(together.Count == 1
                ? together[0]
                : (1.0, WeightedSum.CombineDependent(CollectionsMarshal.AsSpan(together), CorrelationsOf(figures))!));
        }

        return joined.DrainToImmutable();
    }

    // Null where no source states one, which is nearly everywhere.
    private static Func<int, int, double>? CorrelationsOf(List<Observation?> figures)
    {
        double? Stated(int i, int j) =>
            (figures[i], figures[j]) is ({ Correlations: { } stated } one, { } other) ? stated.Between(one, other) : null;

        var all = Enumerable.Range(0, figures.Count);
        return figures.Exists(figure => figure?.Correlations is not null) && all.Any(i => all.Any(j => Stated(i, j) is not null))
            ? (i, j) => Stated(i, j) ?? 1
            : null;
    }

    private static int IndexOf(IReadOnlyList<PlacedPart> parts, SamePlace place, int limit)
    {
        for (var i = 0; i < limit; i++)
        {
            if (parts[i].Place == place)
            {
                return i;
            }
        }

        return limit;
    }
}
