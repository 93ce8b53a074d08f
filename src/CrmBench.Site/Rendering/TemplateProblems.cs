using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Rendering;

/// <summary>Everything that can be wrong with a template; codes CB0901 to CB0909.</summary>
internal static class TemplateProblems
{
    /// <summary>The template cannot be parsed. Example: <c>{{ for row in }}</c>.</summary>
    public static Diagnostic Syntax(SourcePlace place, string reason) =>
        Error("CB0901", place, $"The template cannot be parsed: {reason}");

    /// <summary>A template that the program needs is not there. Example: no <c>templates/layout.html</c>.</summary>
    public static Diagnostic Missing(string path) =>
        Error("CB0902", new SourcePlace(path), "This template is needed but not there. Create it.");

    /// <summary>A template includes a partial that is not there. Example: <c>{{ include 'teir' row }}</c>.</summary>
    public static Diagnostic UnknownPartial(SourcePlace place, string name) =>
        Error("CB0903", place, $"There is no partial '{name}'. Use the name of a file in partials/, without '.html'.");

    /// <summary>A template fails with a page's model. Example: <c>{{ page.titel }}</c>.</summary>
    public static Diagnostic Rendering(SourcePlace place, string page, string reason) =>
        Error("CB0904", place, $"The page {page} cannot be rendered: {reason}");

    private static Diagnostic Error(string code, SourcePlace place, string message) => new(code, Severity.Error, place, message);
}
