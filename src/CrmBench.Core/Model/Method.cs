namespace CrmBench.Core.Model;

/// <summary>How figures come about; figures of different methods are never mixed.</summary>
/// <param name="Id">Identifier, such as <c>manual</c>.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="JudgedBy">People or programs.</param>
/// <param name="Description">One or two sentences on who judged and how.</param>
public sealed record Method(string Id, string Name, JudgedBy JudgedBy, string Description);
