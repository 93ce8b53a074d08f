using Scriban.Syntax;

namespace CrmBench.Site.Rendering;

/// <summary>A template without syntax errors.</summary>
/// <param name="Path">Path from the root of the repository, for diagnostics.</param>
/// <param name="Page">Its syntax tree; reading it is safe for several threads.</param>
internal sealed record ParsedTemplate(string Path, ScriptPage Page);
