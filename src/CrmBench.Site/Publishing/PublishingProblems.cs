using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Publishing;

/// <summary>Everything that can be wrong with paths and assets; codes CB0910 to CB0919.</summary>
internal static class PublishingProblems
{
    /// <summary>Two pages would have the same path. Example: a benchmark with the id <c>models</c>.</summary>
    public static Diagnostic SamePath(Route route, Route other) =>
        Error("CB0910", route.Origin, $"The path {route.Path} is taken already: {other.Origin} has {other.Path}. Rename one of them.");

    /// <summary>A file has the name of a folder. Example: <c>/data</c> beside <c>/data/</c>.</summary>
    public static Diagnostic FileIsFolder(Route route) =>
        Error("CB0911", route.Origin, $"The file {route.Path} has the name of a folder of the site. Rename it.");

    /// <summary>A path has a character that would need escaping. Example: <c>/models/a b/</c>.</summary>
    public static Diagnostic UnsafePath(Route route) =>
        Error(
            "CB0912",
            route.Origin,
            $"The path {route.Path} may have only letters, digits, '.', '-' and '_' between its slashes. Rename it.");

    /// <summary>An asset refers to one that is not there. Example: <c>import "./filtre.js"</c>.</summary>
    public static Diagnostic UnknownAsset(SourcePlace place, string reference) =>
        Error("CB0913", place, $"There is no asset at '{reference}'. Use the path of another asset, relative to this one.");

    /// <summary>An asset loads from elsewhere. Example: <c>@import url(https://example.com/font.css)</c>.</summary>
    public static Diagnostic ForeignAsset(SourcePlace place, string reference) =>
        Error("CB0914", place, $"'{reference}' would load from another server. Keep a copy among the assets.");

    private static Diagnostic Error(string code, SourcePlace place, string message) => new(code, Severity.Error, place, message);
}
