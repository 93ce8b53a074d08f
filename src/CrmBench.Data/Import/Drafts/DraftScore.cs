using CrmBench.Core.Model;

namespace CrmBench.Data.Import.Drafts;

/// <summary>An aggregate on its way into <c>scores.csv</c>.</summary>
/// <param name="Metric">The metric or part.</param>
/// <param name="At">What it was measured on.</param>
/// <param name="Figure">The value, with its unit; the spread and the interval are in the same unit.</param>
internal sealed record DraftScore(Metric Metric, MeasuredAt At, ForeignFigure Figure)
{
    /// <summary>Identifier of the method; null where the draft chooses.</summary>
    public string? Method { get; init; }

    /// <summary>Number of observations, or null.</summary>
    public int? Count { get; init; }

    /// <summary>Standard deviation over observations, or null.</summary>
    public decimal? StandardDeviation { get; init; }

    /// <summary>Low end of a published interval, or null.</summary>
    public decimal? Low { get; init; }

    /// <summary>High end of a published interval, or null.</summary>
    public decimal? High { get; init; }

    /// <summary>Level of that interval, between 0 and 1, or null.</summary>
    public decimal? Level { get; init; }

    /// <summary>Successes among <see cref="Trials"/>, or null.</summary>
    public int? Successes { get; init; }

    /// <summary>Trials, or null.</summary>
    public int? Trials { get; init; }

    /// <summary>Identifier of the source; empty for the first.</summary>
    public string Source { get; init; } = "";
}
