using System.Collections.Immutable;

namespace CrmBench.Core.Scoring;

/// <summary>Which of a release's use cases have a result.</summary>
/// <param name="Covered">One flag a use case, in the order of the board.</param>
public sealed record Coverage(ImmutableArray<bool> Covered)
{
    /// <summary>How many have a result.</summary>
    public int Count => Covered.AsSpan().Count(true);

    /// <summary>How many there are.</summary>
    public int Total => Covered.Length;

    /// <summary>Whether every use case has a result.</summary>
    public bool IsComplete => !Covered.AsSpan().Contains(false);

    /// <summary>Whether no use case has a result.</summary>
    public bool IsEmpty => !Covered.AsSpan().Contains(true);
}
