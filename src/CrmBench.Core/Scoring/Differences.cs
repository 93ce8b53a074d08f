using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>Differences between two mixtures: paired on the items both were rated on, unpaired elsewhere.</summary>
internal static class Differences
{
    /// <summary>First minus second, with its standard error; no standard error where a part of either has none.</summary>
    public static DifferenceEstimate Of(Mixture first, Mixture second)
    {
        if (second.Rated.IsEmpty)
        {
            // Both mixtures have terms, and all their values are finite.
            return WeightedSum.Difference(first.Parts, second.Parts)!.Value;
        }

        var parts = new List<(double, MeanEstimate)>(first.Parts.Parts.Length + second.Parts.Parts.Length);
        var pairedInSecond = new bool[second.Rated.Length];
        for (var i = 0; i < first.Rated.Length; i++)
        {
            var piece = first.Rated[i];
            var partner = PartnerOf(piece, i, second.Rated);
            if (partner >= 0 && Paired(piece, second.Rated[partner]) is { } paired)
            {
                parts.Add((1, paired));
                pairedInSecond[partner] = true;
            }
            else
            {
                parts.Add(first.Parts.Parts[i]);
            }
        }

        for (var i = 0; i < pairedInSecond.Length; i++)
        {
            if (!pairedInSecond[i])
            {
                parts.Add(Minus(second.Parts.Parts[i]));
            }
        }

        parts.AddRange(first.Parts.Parts.AsSpan()[first.Rated.Length..]);
        foreach (var part in second.Parts.Parts.AsSpan()[second.Rated.Length..])
        {
            parts.Add(Minus(part));
        }

        return DifferenceEstimate.Of(WeightedSum.Combine(CollectionsMarshal.AsSpan(parts))!);
    }

    private static (double, MeanEstimate) Minus((double Weight, MeanEstimate Estimate) part) => (-part.Weight, part.Estimate);

    /// <summary>Whether the difference of two mixtures rests, at least in part, on items that both were rated on.</summary>
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

        return ClusteredMean.PairedDifference(first.Value, first.Influences, second.Value, second.Influences);
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
