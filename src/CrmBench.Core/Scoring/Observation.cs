using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>One figure of one submission: a metric, by one method, at one place.</summary>
/// <param name="At">What it was measured on.</param>
/// <param name="Metric">Identifier of the metric.</param>
/// <param name="Method">Identifier of the method.</param>
/// <param name="Estimate">The figure with its interval.</param>
public sealed record Observation(MeasuredAt At, string Metric, string Method, Estimate Estimate)
{
    /// <summary>The ratings behind it, or null where it is a published or measured figure.</summary>
    public RatedGroup? Group { get; init; }

    /// <summary>Position of the metric in <see cref="Group"/>.</summary>
    public int MetricInGroup { get; init; }

    /// <summary>Name of the sample of items it comes from, or empty: figures of different samples are independent.</summary>
    public string Sample { get; init; } = "";

    /// <summary>How its error moves with those of the submission's other figures, or null where its source says nothing.</summary>
    public StatedCorrelations? Correlations { get; init; }

    /// <summary>Whether it belongs to the model, by another run than that of the submission.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>What it belongs to, seen from a single use case.</summary>
    public Belonging Belonging => IsElsewhere ? Belonging.Model : At == MeasuredAt.Whole ? Belonging.AllUseCases : Belonging.Row;

    /// <summary>Identifier of the band of cost its source printed, or null.</summary>
    public string? Band { get; init; }
}
