using Scriban.Runtime;

namespace CrmBench.Site.Rendering;

/// <summary>A page to be rendered.</summary>
/// <param name="Path">Its registered path within the site: <c>/models/gpt-5.2/</c>.</param>
/// <param name="Template">Name of its template in <c>pages/</c>, without <c>.html</c>: <c>model</c>.</param>
/// <param name="Model">
/// Builds what the template sees as <c>page</c>. It runs while pages render, several at a time, and must give the same each time.
/// </param>
public sealed record Page(string Path, string Template, Func<ScriptObject> Model);
