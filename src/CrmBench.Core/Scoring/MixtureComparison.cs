using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Compares two mixtures: paired on the items both were rated on, unpaired elsewhere.</summary>
internal static class MixtureComparison
{
    /// <summary>First minus second, with its standard error; no standard error where a part of either has none.</summary>
    public static Comparison Of(Mixture first, Mixture second)
    {
        if (first.Rated.IsEmpty || second.Rated.IsEmpty)
        {
            // Both mixtures have terms, and all their values are finite.
            return WeightedSum.Compare(first.Parts, second.Parts)!.Value;
        }

        var sides = new Sides(first, second);
        var pairedInSecond = new bool[second.Rated.Length];
        for (var i = 0; i < first.Rated.Length; i++)
        {
            var piece = first.Rated[i];
            var partner = PartnerOf(piece, i, second.Rated);
            if (partner >= 0 && Paired(piece, second.Rated[partner]) is { } paired)
            {
                sides.Both.Add(new(SamePlace.Of(piece.Group), 1, paired));
                pairedInSecond[partner] = true;
            }
            else
            {
                sides.First.Add(Mixture.PartOf(piece));
            }
        }

        for (var i = 0; i < pairedInSecond.Length; i++)
        {
            if (!pairedInSecond[i])
            {
                sides.Second.Add(Mixture.PartOf(second.Rated[i]));
            }
        }

        sides.First.AddRange(first.Others.Select(Mixture.PartOf));
        sides.Second.AddRange(second.Others.Select(Mixture.PartOf));
        return sides.Compare();
    }

    /// <summary>Whether the comparison of two mixtures rests, at least in part, on items that both were rated on.</summary>
    public static bool ArePaired(Mixture first, Mixture second)
    {
        for (var i = 0; i < first.Rated.Length; i++)
        {
            var partner = PartnerOf(first.Rated[i], i, second.Rated);
            if (partner >= 0 && Paired(first.Rated[i], second.Rated[partner]) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // Two rows of a board usually have their use cases at the same positions.
    private static int PartnerOf(RatedPiece piece, int position, ImmutableArray<RatedPiece> others)
    {
        if (position < others.Length && others[position].At == piece.At)
        {
            return position;
        }

        for (var i = 0; i < others.Length; i++)
        {
            if (others[i].At == piece.At)
            {
                return i;
            }
        }

        return -1;
    }

    private static MeanEstimate? Paired(RatedPiece first, RatedPiece second)
    {
        if (!first.Group.Items.AsSpan().SequenceEqual(second.Group.Items.AsSpan()))
        {
            var (inFirst, inSecond) = SharedPositions(first.Group.Items.AsSpan(), second.Group.Items.AsSpan());
            if (inFirst.Count < 2)
            {
                return null;
            }

            (first, second) = (first.Restricted([.. inFirst]), second.Restricted([.. inSecond]));
            if (!first.IsWhole || !second.IsWhole)
            {
                return null;
            }
        }

        var difference = ClusteredMean.PairedDifference(first.Value, first.Influences, second.Value, second.Influences);
        // Where neither side has any spread, each has the least error there can be, and the two do not cancel.
        return difference is { StandardError: not > 0 } && first.ToMean() is var one && double.IsPositiveInfinity(one.DegreesOfFreedom ?? 0)
            ? WeightedSum.Combine([(1, one), (-1, second.ToMean())])
            : difference;
    }

    /// <summary>The parts of a comparison: what was paired, and what only one of the two has.</summary>
    private readonly struct Sides(Mixture first, Mixture second)
    {
        private readonly bool _placesDiffer = first.PlacesDiffer && second.PlacesDiffer;

        public List<PlacedPart> Both { get; } = new(first.Rated.Length);

        public List<PlacedPart> First { get; } = [];

        public List<PlacedPart> Second { get; } = [];

        public Comparison Compare()
        {
            var parts = new List<(double, MeanEstimate)>(Both.Count + First.Count + Second.Count);
            Add(parts, Both, 1);
            Add(parts, First, 1);
            Add(parts, Second, -1);
            return new Comparison(WeightedSum.Combine(CollectionsMarshal.AsSpan(parts))!);
        }

        private void Add(
            List<(double, MeanEstimate)> parts, List<PlacedPart> side, int sign)
        {
            if (_placesDiffer || side.Count < 2)
            {
                foreach (var (_, weight, estimate, _) in side)
                {
                    parts.Add((sign * weight, estimate));
                }
            }
            else
            {
                parts.AddRange(SamePlace.Join(side).Select(part => (sign * part.Weight, part.Estimate)));
            }
        }
    }

    // Both lists rise, so one walk along the two finds what they share.
    private static (List<int> First, List<int> Second) SharedPositions(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var (inFirst, inSecond) = (new List<int>(), new List<int>());
        for (var (i, j) = (0, 0); i < first.Length && j < second.Length;)
        {
            switch (first[i].CompareTo(second[j]))
            {
                case < 0:
                    i++;
                    break;
                case > 0:
                    j++;
                    break;
                default:
                    inFirst.Add(i++);
                    inSecond.Add(j++);
                    break;
            }
        }

        return (inFirst, inSecond);
    }
}
