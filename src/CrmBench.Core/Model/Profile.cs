namespace CrmBench.Core.Model;

/// <summary>Token counts that cost and speed refer to.</summary>
/// <param name="Id">Identifier, such as <c>short</c>.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="InputTokens">Tokens of a typical prompt.</param>
/// <param name="OutputTokens">Tokens of a typical response.</param>
public sealed record Profile(string Id, string Name, int InputTokens, int OutputTokens);
