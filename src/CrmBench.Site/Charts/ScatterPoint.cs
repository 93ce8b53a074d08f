using CrmBench.Site.Charts.Drawing;

namespace CrmBench.Site.Charts;

/// <summary>One model in a <see cref="ScatterChart"/>.</summary>
/// <param name="Name">Name for readers, variant included.</param>
/// <param name="X">Value along the horizontal axis.</param>
/// <param name="Y">Value along the vertical axis.</param>
internal sealed record ScatterPoint(string Name, double X, double Y)
{
    /// <summary>Interval of <see cref="X"/>, or null.</summary>
    public Whisker? XInterval { get; init; }

    /// <summary>Interval of <see cref="Y"/>, or null.</summary>
    public Whisker? YInterval { get; init; }

    /// <summary>Identifier that ties the point and its label to a row of a table, or null.</summary>
    public string? Row { get; init; }

    /// <summary>Whether it was measured on a part only, or elsewhere: drawn hollow, never on the frontier.</summary>
    public bool Partial { get; init; }

    /// <summary>What the chart's data call a partial point instead of that; or null.</summary>
    public string? Standing { get; init; }
}
