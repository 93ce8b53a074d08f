using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;

namespace CrmBench.Site.Publishing;

/// <summary>Everything that can be wrong with paths and assets; codes CB0910 to CB0919 and CB0963.</summary>
internal static class PublishingProblems
{
    private static readonly ProblemKinds Kinds = new(
    [
        new("CB0910", Severity.Error, "Two pages have the same path", "Rename one of the two."),
        new("CB0911", Severity.Error, "A file has the name of a folder", "Rename the one that was named last."),
        new("CB0912", Severity.Error, "A path would need escaping", "Use letters, digits, '.', '-' and '_' only."),
        new("CB0913", Severity.Error, "An asset refers to one that is not there", "Use the path of another asset, relative to this one."),
        new("CB0914", Severity.Error, "An asset loads from another server", "Keep a copy among the assets."),
        new("CB0963", Severity.Error, "Two names differ in upper and lower case alone", "Rename one of the two."),
    ]);

    /// <summary>All kinds by code.</summary>
    public static ImmutableArray<ProblemKind> All => Kinds.All;

    /// <summary>Two pages would have the same path. Example: a benchmark with the id <c>models</c>.</summary>
    public static Diagnostic SamePath(Route route, Route other) =>
        Error("CB0910", route.Origin, $"The path {route.Path} is taken already: {other.Origin} has {other.Path}. Rename one of them.");

    /// <summary>A page needs a folder that is a file. Example: a benchmark with the id <c>sitemap.xml</c>.</summary>
    public static Diagnostic FileIsFolder(Route file, Route within) =>
        Error("CB0911", within.Origin, $"The page {within.Path} needs a folder where the site has the file {file.Path}. Rename one of them.");

    /// <summary>A path has a character that would need escaping. Example: <c>/models/a b/</c>.</summary>
    public static Diagnostic UnsafePath(Route route) =>
        Error(
            "CB0912",
            route.Origin,
            $"The path {route.Path} may have only letters, digits, '.', '-' and '_' between its slashes. Rename it.");

    /// <summary>An asset refers to one that is not there. Example: <c>import "./filtre.js"</c>.</summary>
    /// <param name="place">Where the reference stands.</param>
    /// <param name="reference">The reference as it is written.</param>
    /// <param name="name">The asset that it would be, or null where it leads out of the folder.</param>
    /// <param name="assets">The assets there are.</param>
    public static Diagnostic UnknownAsset(SourcePlace place, string reference, string? name, IEnumerable<string> assets) =>
        NoAsset(place, reference, $". {NearestName.Hint(name ?? reference, assets, "Use the path of another asset, relative to this one.")}");

    /// <summary>A module makes the address of another by itself. Example: <c>new URL("./count.js", import.meta.url)</c>.</summary>
    public static Diagnostic UnmappedAsset(SourcePlace place, string reference) => NoAsset(
        place,
        reference,
        $": published names carry a fingerprint. Write import.meta.resolve(\"{reference}\"), which follows the page's import map.");

    /// <summary>An asset loads from elsewhere. Example: <c>@import url(https://example.com/font.css)</c>.</summary>
    public static Diagnostic ForeignAsset(SourcePlace place, string reference) =>
        Error("CB0914", place, $"'{reference}' would load from another server. Keep a copy among the assets.");

    /// <summary>Two files or folders would be one on a disk that does not tell upper from lower case. Example: <c>pages/Home.html</c>.</summary>
    /// <param name="path">Path of the repository's own, from its root.</param>
    /// <param name="other">Path of the other one, which may be the program's.</param>
    public static Diagnostic SameButCase(string path, string other) =>
        Error("CB0963", new SourcePlace(path), $"'{other}' differs from it in upper and lower case alone; on many disks the two are one. Rename one of them.");

    private static Diagnostic NoAsset(SourcePlace place, string reference, string advice) =>
        Error("CB0913", place, $"There is no asset at '{reference}'{advice}");

    private static Diagnostic Error(string code, SourcePlace place, string message) => Kinds.Report(code, place, message);
}
