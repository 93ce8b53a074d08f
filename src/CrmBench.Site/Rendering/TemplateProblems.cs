using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;

namespace CrmBench.Site.Rendering;

/// <summary>Everything that can be wrong with a template; codes CB0901 to CB0909 and CB1149.</summary>
internal static class TemplateProblems
{
    private static readonly ProblemKinds Kinds = new(
    [
        new("CB0901", Severity.Error, "A template cannot be parsed", "Correct the template at the place named."),
        new("CB0903", Severity.Error, "A partial is not there", "Use the name of a file in partials/, without '.html'."),
        new("CB0904", Severity.Error, "A page cannot be rendered", "Correct the template at the place named; its first line says what its model has."),
        new("CB1149", Severity.Warning, "A template takes the place of none", "Give it the name of the template that it is to replace."),
    ]);

    /// <summary>All kinds by code.</summary>
    public static ImmutableArray<ProblemKind> All => Kinds.All;

    /// <summary>The template cannot be parsed. Example: <c>{{ for row in }}</c>.</summary>
    public static Diagnostic Syntax(SourcePlace place, string reason) =>
        Report("CB0901", place, $"The template cannot be parsed: {reason}");

    /// <summary>A template includes a partial that is not there. Example: <c>{{ include 'teir' row }}</c>.</summary>
    public static Diagnostic UnknownPartial(SourcePlace place, string name, IEnumerable<string> partials) => Report(
        "CB0903",
        place,
        $"There is no partial '{name}'. {NearestName.Hint(name, partials, "Use the name of a file in partials/, without '.html'.")}");

    /// <summary>A template fails with the models of one or more pages. Example: <c>{{ page.titel }}</c>.</summary>
    public static Diagnostic Rendering(SourcePlace place, ImmutableArray<string> pages, string reason) => Report("CB0904", place, pages switch
    {
        [var page] => $"The page {page} cannot be rendered: {reason}",
        [var first, var second] => $"The pages {first} and {second} cannot be rendered: {reason}",
        _ => string.Create(CultureInfo.InvariantCulture, $"The page {pages[0]} and {pages.Length - 1} others cannot be rendered: {reason}"),
    });

    /// <summary>A repository has a template that the program has not, so no page is made with it. Example: <c>templates/pages/modle.html</c>.</summary>
    public static Diagnostic ReplacesNone(string path, IEnumerable<string> known) => Report(
        "CB1149",
        new SourcePlace(path),
        $"No page is made with this template. {NearestName.Hint(path, known, "Give it the name of a template of the program, or put it into partials/ and include it.")}");

    private static Diagnostic Report(string code, SourcePlace place, string message) => Kinds.Report(code, place, message);
}
