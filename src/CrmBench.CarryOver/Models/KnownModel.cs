namespace CrmBench.CarryOver.Models;

/// <summary>What we say of a model by hand; dates and prices come from the sources.</summary>
/// <param name="Id">Our identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Identifier of its provider.</param>
/// <param name="Openness">As in <c>models.csv</c>; empty where it is not plainly known.</param>
/// <param name="PriceId">Its identifier in the list of prices, or empty.</param>
/// <param name="Notes">What a reader should know, or empty.</param>
internal sealed record KnownModel(string Id, string Name, string Provider, string Openness = "", string PriceId = "", string Notes = "");
