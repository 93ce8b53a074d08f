namespace CrmBench.Core.Model;

/// <summary>One named band of cost.</summary>
/// <param name="Id">Identifier, such as <c>low</c>; also what a source's band is matched with.</param>
/// <param name="Name">The word on the page.</param>
/// <param name="UpTo">Upper bound in US dollars per call, included; null for the last band and where bands are as published.</param>
public sealed record TierBand(string Id, string Name, double? UpTo);
