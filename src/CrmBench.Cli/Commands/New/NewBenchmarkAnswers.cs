namespace CrmBench.Cli.Commands.New;

/// <summary>What the options of <c>crmbench new benchmark</c> say; null where one is not given.</summary>
internal sealed record NewBenchmarkAnswers
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Question { get; init; }

    public string? Summary { get; init; }

    public string? UseCases { get; init; }

    public string? Date { get; init; }

    public string? Release { get; init; }
}
