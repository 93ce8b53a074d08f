namespace CrmBench.Site.Browser;

/// <summary>The ratings of one row in one use case by one method, as they are written.</summary>
/// <param name="At">Number of the use case and method: groups of two rows can be paired where it is the same.</param>
/// <param name="Place">Figures and ratings of the same place may rest on the same answers.</param>
/// <param name="Items">Position of its list of items.</param>
/// <param name="Means">Per rated metric the means of the items.</param>
internal sealed record BoardGroup(int At, int Place, int Items, ItemMeans Means);
