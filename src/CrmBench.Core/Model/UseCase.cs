namespace CrmBench.Core.Model;

/// <summary>A task that models are measured on.</summary>
public sealed record UseCase
{
    /// <summary>Identifier, such as <c>service-call-summary</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Name { get; init; }

    /// <summary>Part of the business, such as Service; empty where the benchmark has none.</summary>
    public required string Area { get; init; }

    /// <summary>Kind of task, such as Summary; empty where the benchmark has none.</summary>
    public required string Type { get; init; }

    /// <summary>Identifier of the profile its cost and speed refer to, or null.</summary>
    public string? Profile { get; init; }

    /// <summary>How often a year the call is made in a typical deployment, or null where nobody states it.</summary>
    public long? CallsPerYear { get; init; }

    /// <summary>Tokens of a typical prompt, where they differ from the profile's.</summary>
    public int? InputTokens { get; init; }

    /// <summary>Tokens of a typical response, where they differ from the profile's.</summary>
    public int? OutputTokens { get; init; }
}
