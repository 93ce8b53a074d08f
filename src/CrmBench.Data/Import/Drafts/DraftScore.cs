using CrmBench.Core.Diagnostics;
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

    /// <summary>Number of items, or null.</summary>
    public int? Items { get; init; }

    /// <summary>Number of raters of each item, or null.</summary>
    public int? Raters { get; init; }

    /// <summary>Name of the sample of items, or empty.</summary>
    public string Sample { get; init; } = "";

    /// <summary>Standard deviation over observations, or null.</summary>
    public decimal? StandardDeviation { get; init; }

    /// <summary>Low end of a published interval, or null.</summary>
    public decimal? Low { get; init; }

    /// <summary>High end of a published interval, or null.</summary>
    public decimal? High { get; init; }

    /// <summary>Level of that interval, from 0.01 to 0.999999, or null.</summary>
    public decimal? Level { get; init; }

    /// <summary>Successes among <see cref="Trials"/>, or null.</summary>
    public int? Successes { get; init; }

    /// <summary>Trials, or null.</summary>
    public int? Trials { get; init; }

    /// <summary>Identifier of the source; empty for the first.</summary>
    public string Source { get; init; } = "";

    /// <summary>Why what stands beside the value cannot be, or null.</summary>
    public Diagnostic? Objection() => this switch
    {
        { StandardDeviation: < 0 } => Report("The standard deviation lies below 0."),
        { Low: null, High: not null } or { Low: not null, High: null } => Report("Only one end of the interval is given."),
        _ when Low > High => Report("The low end of the interval lies above the high end."),
        { Level: < 0.01m or > 0.999999m } => Report("The level of the interval does not lie between 0.01 and 0.999999."),
        { Count: < 1 } or { Trials: < 1 } or { Items: < 1 } or { Raters: < 1 } => Report("The figure is one of no observation."),
        _ when Items > Count || (Items * Raters is { } values && Count is { } n && values != n)
            || (Raters is { } raters && (Items is null && (Count is null || Count % raters != 0))) =>
            Report("Ratings (n), items and raters do not go together."),
        { Successes: not null, Trials: null } => Report("There are successes, but not of how many trials."),
        _ when Successes > Trials => Report("There are more successes than trials."),
        _ => null,
    };

    private Diagnostic Report(string what) => ImportProblems.SpreadImpossible(Figure.Value.Place, what);
}
