using System.Collections.Immutable;
using System.Globalization;

namespace CrmBench.Core.Model;

/// <summary>The whole numbers a rater chooses from, both ends included.</summary>
public sealed record RatingScale
{
    /// <summary>Creates a scale.</summary>
    /// <param name="lowest">Lowest grade.</param>
    /// <param name="highest">Highest grade, above <paramref name="lowest"/>.</param>
    /// <param name="grades">What grades mean, highest first; may leave grades out.</param>
    public RatingScale(int lowest, int highest, ImmutableArray<Grade> grades)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(highest, lowest);
        (Lowest, Highest, Grades) = (lowest, highest, grades);
    }

    /// <summary>Lowest grade.</summary>
    public int Lowest { get; }

    /// <summary>Highest grade.</summary>
    public int Highest { get; }

    /// <summary>What grades mean, highest first; a grade may lack an entry.</summary>
    public ImmutableArray<Grade> Grades { get; }

    /// <summary>Whether a rating lies on the scale.</summary>
    public bool Contains(int rating) => rating >= Lowest && rating <= Highest;

    /// <summary>The scale as people write it: <c>1-4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lowest}-{Highest}");
}
