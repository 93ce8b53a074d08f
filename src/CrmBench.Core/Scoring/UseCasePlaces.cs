namespace CrmBench.Core.Scoring;

/// <summary>Where figures for a use case are looked for, as <see cref="CellNumbers"/> numbers it.</summary>
/// <param name="Own">The use case itself.</param>
/// <param name="Profile">Its profile, or null.</param>
internal readonly record struct UseCasePlaces(int Own, int? Profile);
