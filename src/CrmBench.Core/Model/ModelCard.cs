using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>How far a model can be had.</summary>
public enum Openness
{
    /// <summary>Not known to us.</summary>
    Unknown,

    /// <summary>Only as a service.</summary>
    Closed,

    /// <summary>The weights can be downloaded, under terms.</summary>
    OpenWeights,

    /// <summary>Weights, code and data are under an open licence.</summary>
    Open,
}

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

/// <summary>Who makes or offers models: a row of <c>providers.csv</c>.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Url">Address, or null.</param>
/// <param name="Invented">Whether it is invented for the demonstration.</param>
public sealed record Provider(string Id, string Name, string? Url, bool Invented);

/// <summary>A list price for a span of days: a row of <c>prices.csv</c>.</summary>
/// <param name="Model">Identifier of the model.</param>
/// <param name="InputUsdPerMillion">US dollars per million input tokens.</param>
/// <param name="OutputUsdPerMillion">US dollars per million output tokens.</param>
/// <param name="CachedInputUsdPerMillion">US dollars per million cached input tokens, or null.</param>
/// <param name="ValidFrom">First day, or null where it is open or unknown.</param>
/// <param name="ValidTo">Day it ended, no longer included, or null while it is open.</param>
/// <param name="Source">Address or short name of where the price was read.</param>
public sealed record TokenPrice(
    string Model,
    double InputUsdPerMillion,
    double OutputUsdPerMillion,
    double? CachedInputUsdPerMillion,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Source)
{
    /// <summary>Whether the price holds on a day.</summary>
    public bool IsValidOn(DateOnly day) => !(ValidFrom > day) && !(ValidTo <= day);

    /// <summary>US dollars for one call.</summary>
    /// <param name="inputTokens">Tokens sent, none of them cached.</param>
    /// <param name="outputTokens">Tokens received.</param>
    public double UsdPerCall(double inputTokens, double outputTokens) =>
        ((InputUsdPerMillion * inputTokens) + (OutputUsdPerMillion * outputTokens)) / 1e6;
}
