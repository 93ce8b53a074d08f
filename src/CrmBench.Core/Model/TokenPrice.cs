namespace CrmBench.Core.Model;

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
    public double UsdPerCall(int inputTokens, int outputTokens) =>
        ((InputUsdPerMillion * inputTokens) + (OutputUsdPerMillion * outputTokens)) / 1e6;
}
