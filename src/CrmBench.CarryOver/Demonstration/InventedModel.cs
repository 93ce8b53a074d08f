namespace CrmBench.CarryOver.Demonstration;

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
