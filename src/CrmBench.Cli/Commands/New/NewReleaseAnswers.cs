namespace CrmBench.Cli.Commands.New;

/// <summary>What the options of <c>crmbench new release</c> say; null where one is not given.</summary>
internal sealed record NewReleaseAnswers
{
    public string? Benchmark { get; init; }

    public string? Date { get; init; }

    public string? Id { get; init; }

    public string? From { get; init; }

    public bool CopySubmissions { get; init; }

    public string? UseCases { get; init; }

    public string? Changes { get; init; }
}
