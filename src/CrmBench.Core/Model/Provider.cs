namespace CrmBench.Core.Model;

/// <summary>Who makes or offers models: a row of <c>providers.csv</c>.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Url">Address, or null.</param>
/// <param name="Invented">Whether it is invented for the demonstration.</param>
public sealed record Provider(string Id, string Name, string? Url, bool Invented);
