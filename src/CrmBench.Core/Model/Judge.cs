namespace CrmBench.Core.Model;

/// <summary>A rater that is a model.</summary>
/// <param name="Rater">The name in the column <c>rater</c>.</param>
/// <param name="Model">Identifier of the judging model, or null where the source does not name it.</param>
/// <param name="Method">Identifier of the method its ratings belong to.</param>
public sealed record Judge(string Rater, string? Model, string Method);
