using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>How often each grade was given.</summary>
/// <param name="Lowest">The lowest grade of the scale.</param>
/// <param name="Counts">Number of ratings of each grade, from <paramref name="Lowest"/> up, grades that nobody gave included.</param>
public sealed record RatingDistribution(int Lowest, ImmutableArray<int> Counts)
{
    /// <summary>Number of all ratings, those of responses with a single rating included.</summary>
    public int Total => Counts.Sum();

    /// <summary>Counts whole ratings on a scale.</summary>
    internal static RatingDistribution Of(RatingScale scale, IEnumerable<double> ratings)
    {
        var counts = new int[scale.Highest - scale.Lowest + 1];
        foreach (var rating in ratings)
        {
            counts[(int)rating - scale.Lowest]++;
        }

        return new(scale.Lowest, [.. counts]);
    }
}
