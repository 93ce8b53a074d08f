using CrmBench.Core.Diagnostics;

namespace CrmBench.Core.Model;

/// <summary>What a figure was measured on: one use case, one profile, or the model as a whole (both null).</summary>
/// <param name="UseCase">Identifier of the use case, or null.</param>
/// <param name="Profile">Identifier of the profile, or null; never set together with <paramref name="UseCase"/>.</param>
public sealed record MeasuredAt(string? UseCase, string? Profile)
{
    /// <summary>Measured on the model as a whole.</summary>
    public static MeasuredAt Whole { get; } = new(null, null);
}

/// <summary>One published aggregate: a row of <c>scores.csv</c>.</summary>
public sealed record PublishedScore
{
    /// <summary>What it was measured on.</summary>
    public required MeasuredAt At { get; init; }

    /// <summary>Identifier of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>Identifier of the method.</summary>
    public required string Method { get; init; }

    /// <summary>The value in the metric's unit.</summary>
    public required double Value { get; init; }

    /// <summary>Decimals the source printed: 77.47 has two.</summary>
    public required int Decimals { get; init; }

    /// <summary>How many observations: single values (tasks with pass^k), or null where not stated.</summary>
    public int? Count { get; init; }

    /// <summary>How many items the observations are of, or null where not stated: as many as observations, if nothing else is.</summary>
    public int? Items { get; init; }

    /// <summary>How many rated each item, or null where not stated.</summary>
    public int? Raters { get; init; }

    /// <summary>
    /// Name of the sample of items, or empty. Rows of one use case with different names come from different items; others may come
    /// from the same.
    /// </summary>
    public string Sample { get; init; } = "";

    /// <summary>Number of independent units: items, where they can be told from ratings, else observations; null where not stated.</summary>
    public int? Units => Items ?? (Raters is { } raters and > 0 && Count is { } count ? Math.Max(1, count / raters) : Count);

    /// <summary>Number of single values behind it, or null where not stated.</summary>
    public long? Values => Count ?? ((long?)Items * Raters);

    /// <summary>Standard deviation over the observations in the metric's unit, or null.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>Lower end of the published interval, or null.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the published interval, or null.</summary>
    public double? High { get; init; }

    /// <summary>Level of the published interval, between 0 and 1, or null where the source does not state it.</summary>
    public double? Level { get; init; }

    /// <summary>Successes, or null.</summary>
    public int? Successes { get; init; }

    /// <summary>Trials the successes are of; with pass^k the trials of each task; or null.</summary>
    public int? Trials { get; init; }

    /// <summary>Where it comes from; one of the submission's sources.</summary>
    public required Source Source { get; init; }

    /// <summary>The row.</summary>
    public required SourcePlace Place { get; init; }
}

/// <summary>Money for calls, measured or published: a row of <c>costs.csv</c>.</summary>
/// <param name="At">What it was spent on.</param>
/// <param name="UsdPerCall">US dollars per call; null where the source gives only the band.</param>
/// <param name="Band">Identifier of the band the source printed, or null.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Place">The row.</param>
public sealed record PublishedCost(MeasuredAt At, double? UsdPerCall, string? Band, Source Source, SourcePlace Place);

/// <summary>How the errors of two published figures of the same answers move together, as their source says.</summary>
/// <param name="At">What both were measured on.</param>
/// <param name="Method">Identifier of the method of both.</param>
/// <param name="First">Identifier of a metric.</param>
/// <param name="Second">Identifier of another one.</param>
/// <param name="Correlation">From -1 to 1; 0 where the two errors are independent.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ErrorCorrelation(
    MeasuredAt At, string Method, string First, string Second, double Correlation, SourcePlace Place);
