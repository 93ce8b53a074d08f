namespace CrmBench.Site.Rendering;

/// <summary>The text of one template.</summary>
/// <param name="Name">Path below the templates folder, with forward slashes: <c>pages/model.html</c>.</param>
/// <param name="Path">Path from the root of the repository, for diagnostics.</param>
/// <param name="Text">Its text.</param>
public sealed record TemplateSource(string Name, string Path, string Text);
