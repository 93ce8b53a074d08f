using System.Collections.Frozen;

namespace CrmBench.Core.Model;

/// <summary>
/// One view of a method: a single judge, or the average of all. Judges differ as methods do, so each has a board of its own.
/// </summary>
public sealed record JudgeView
{
    /// <summary>Identifier of the declared method.</summary>
    public required string Method { get; init; }

    /// <summary>Name of the declared method.</summary>
    public required string MethodName { get; init; }

    /// <summary>Name of the judge, or of the average.</summary>
    public required string JudgeName { get; init; }

    /// <summary>The names that its judges have in <c>ratings.csv</c>; one, or all for the average.</summary>
    public required FrozenSet<string> Raters { get; init; }

    /// <summary>Whether it is shown where a reader asks for the method without naming a judge.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it averages several judges.</summary>
    public bool IsAverage => Raters.Count > 1;
}
