using System.Collections.Immutable;
using System.Globalization;
using CrmBench.CarryOver.Published;

namespace CrmBench.CarryOver.Demonstration;

/// <summary>The twelve invented models of four invented providers, and what of them is not drawn by chance.</summary>
internal static class InventedModels
{
    /// <summary>The day the cheaper prices of some models begin, between the two releases.</summary>
    private const string PriceCut = "2026-07-01";

    private const string Source = "Invented for the demonstration";

    /// <summary>All of them, by letter.</summary>
    public static ImmutableArray<InventedModel> All { get; } =
    [
        new("A", 1, "closed", 3.25, 0.05, 5m, 25m, 6.5, 0.90),
        new("B", 1, "closed", 3.05, 0.10, 1m, 5m, 3.2, 0.86),
        new("C", 1, "open-weights", 2.80, 0.00, 0.4m, 1.2m, 2.4, 0.78),
        new("D", 2, "closed", 3.20, 0.00, 3m, 15m, 5.1, 0.88),
        new("E", 2, "closed", 2.70, 0.15, 0.3m, 1.2m, 1.9, 0.81),
        new("F", 2, "open-weights", 2.95, 0.05, 0.9m, 2.7m, 4.4, 0.84),
        new("G", 3, "closed", 3.25, -0.05, 10m, 40m, 9.8, 0.93),
        new("H", 3, "open-weights", 2.55, 0.10, 0.2m, 0.6m, 1.6, 0.70),
        new("I", 3, "closed", 2.90, 0.00, 0.8m, 3.2m, 2.8, 0.87),
        new("J", 4, "closed", 3.10, 0.05, 2m, 8m, 3.9, 0.91),
        new("K", 4, "", 2.85, 0.00, 0.5m, 2m, 2.6, 0.80),
        new("L", 4, "", 3.00, 0.00, 1.5m, 6m, 4.8, 0.83),
    ];

    /// <summary>Models whose providers halved their prices between the releases.</summary>
    private static readonly ImmutableHashSet<string> s_cheaper = ["B", "E", "J"];

    /// <summary>Models run on rented machines: their money was measured, and they have no list price.</summary>
    public static ImmutableHashSet<string> SelfHosted { get; } = ["C", "F", "H"];

    /// <summary>Their rows in <c>models.csv</c>.</summary>
    public static ImmutableArray<KnownModel> Models { get; } =
    [
        .. All.Select(model => new KnownModel(
            model.Id, $"Model {model.Letter}", $"provider-{Number(model.Provider)}", model.Openness, Notes: $"{Source}.")),
    ];

    /// <summary>Their rows in <c>prices.csv</c>.</summary>
    public static ImmutableArray<PriceRow> Prices { get; } =
    [
        .. All.Where(model => !SelfHosted.Contains(model.Letter)).SelectMany(model => s_cheaper.Contains(model.Letter)
            ? new[] { Price(model, 1, "", PriceCut), Price(model, 0.5m, PriceCut, "") }
            : [Price(model, 1, "", "")]),
    ];

    private static PriceRow Price(InventedModel model, decimal factor, string from, string to) =>
        new(
            model.Id,
            Number(model.InputPrice * factor),
            Number(model.OutputPrice * factor),
            Number(model.InputPrice * factor / 10),
            from,
            to,
            Source);

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}

/// <summary>An invented model: what its invented figures are drawn around.</summary>
/// <param name="Letter">"A" is Model A, <c>model-a</c>.</param>
/// <param name="Provider">Number of its provider.</param>
/// <param name="Openness">As in <c>models.csv</c>.</param>
/// <param name="Quality">Where its ratings centre, on the scale from 1 to 4.</param>
/// <param name="Progress">How much its quality changes from the first release to the second.</param>
/// <param name="InputPrice">US dollars per million input tokens.</param>
/// <param name="OutputPrice">US dollars per million output tokens.</param>
/// <param name="Seconds">Typical seconds of a short call.</param>
/// <param name="Care">Share of the trust tests it passes, from 0 to 1.</param>
internal sealed record InventedModel(
    string Letter,
    int Provider,
    string Openness,
    double Quality,
    double Progress,
    decimal InputPrice,
    decimal OutputPrice,
    double Seconds,
    double Care)
{
    /// <summary>Identifier of the model, and of its submissions.</summary>
    public string Id => $"model-{Letter.ToLowerInvariant()}";
}
