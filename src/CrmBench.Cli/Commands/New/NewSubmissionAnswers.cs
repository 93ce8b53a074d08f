namespace CrmBench.Cli.Commands.New;

/// <summary>What the options of <c>crmbench new submission</c> say; null where one is not given.</summary>
internal sealed record NewSubmissionAnswers
{
    public string? Benchmark { get; init; }

    public string? Release { get; init; }

    public string? Model { get; init; }

    public string? Variant { get; init; }

    public string? Method { get; init; }

    public string? SubmittedBy { get; init; }

    public string? EvaluatedOn { get; init; }

    public string? SourceTitle { get; init; }

    public string? SourceUrl { get; init; }

    public string? SourceLicence { get; init; }

    public string? Tables { get; init; }

    public string? Id { get; init; }
}
