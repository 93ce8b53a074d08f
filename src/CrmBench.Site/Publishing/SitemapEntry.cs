namespace CrmBench.Site.Publishing;

/// <summary>A page that search engines should know.</summary>
/// <param name="Path">Its registered path.</param>
/// <param name="Changed">The day its content last changed, from the data and never from the clock; null when that is not known.</param>
public sealed record SitemapEntry(string Path, DateOnly? Changed = null);
