using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>A language model, or a system built on one: a row of <c>models.csv</c>.</summary>
public sealed record ModelCard
{
    /// <summary>Identifier, stable for ever.</summary>
    public required string Id { get; init; }

    /// <summary>Name as its provider writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Identifier of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The day it became available, or null where unknown.</summary>
    public DateOnly? Released { get; init; }

    /// <summary>How far it can be had.</summary>
    public required Openness Openness { get; init; }

    /// <summary>Licence in a few words, or empty.</summary>
    public required string Licence { get; init; }

    /// <summary>Former identifiers whose addresses still lead here.</summary>
    public required ImmutableArray<string> Aliases { get; init; }

    /// <summary>Address of its page at the provider, or null.</summary>
    public string? Url { get; init; }

    /// <summary>What a reader should know, or empty.</summary>
    public required string Notes { get; init; }

    /// <summary>Whether it is invented for the demonstration; derived from its provider.</summary>
    public required bool Invented { get; init; }
}
