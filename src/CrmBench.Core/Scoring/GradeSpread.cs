using System.Collections.Immutable;

namespace CrmBench.Core.Scoring;

/// <summary>
/// The share of good grades and the median grade, which a mean does not show. Use cases have the weights that they have in the mean.
/// </summary>
/// <param name="GoodShare">Share of the grades above the middle of the scale (3 and 4 on 1-4), in percent.</param>
/// <param name="Median">The median grade; between two grades where exactly half of the grades lie below.</param>
/// <param name="Count">How many single grades there are.</param>
public sealed record GradeSpread(double GoodShare, double Median, int Count)
{
    // Weights add up to 1 except for rounding in their last bits.
    internal const double Same = 1e-9;

    /// <summary>The lowest grade above the middle of a scale: 3 on 1-4, 4 on 1-5.</summary>
    public static int LowestGood(Model.RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return (int)Math.Floor((scale.Lowest + scale.Highest) / 2.0) + 1;
    }

    /// <summary>The spread over use cases with their weights; null where one of them has no single grades.</summary>
    internal static GradeSpread? Of(Model.RatingScale scale, ImmutableArray<(double Weight, RatingDistribution? Grades)> useCases)
    {
        if (useCases.IsEmpty || useCases.Any(useCase => useCase.Grades is null))
        {
            return null;
        }

        var all = useCases.Sum(useCase => useCase.Weight);
        var shares = new double[scale.Highest - scale.Lowest + 1];
        foreach (var (weight, grades) in useCases)
        {
            double total = grades!.Total;
            for (var i = 0; i < shares.Length; i++)
            {
                shares[i] += weight / all * (grades.Counts[i] / total);
            }
        }

        var good = shares.Skip(LowestGood(scale) - scale.Lowest).Sum();
        return new GradeSpread(100 * good, scale.Lowest + Middle(shares), useCases.Sum(useCase => useCase.Grades!.Total));
    }

    private static double Middle(double[] shares)
    {
        var below = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            below += shares[i];
            if (below > 0.5 + Same)
            {
                return i;
            }

            if (below > 0.5 - Same)
            {
                // Exactly half lies here and below: the middle is half way to the next grade that was given.
                var next = Array.FindIndex(shares, i + 1, share => share > 0);
                return next < 0 ? i : (i + next) / 2.0;
            }
        }

        return shares.Length - 1;
    }
}
