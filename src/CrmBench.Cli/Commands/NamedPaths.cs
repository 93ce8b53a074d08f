using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Cli.Commands;

/// <summary>The parts of <c>data/</c> that <c>crmbench check</c> was asked about.</summary>
internal static class NamedPaths
{
    /// <summary>
    /// The diagnostics that concern the named paths: in them, or in a file beside the way to them (a submission rests on its
    /// release's, its benchmark's and the site's own files, not on its neighbours).
    /// </summary>
    /// <param name="diagnostics">All diagnostics.</param>
    /// <param name="paths">Paths from the root with forward slashes; none means everything.</param>
    public static ImmutableArray<Diagnostic> Select(ImmutableArray<Diagnostic> diagnostics, IReadOnlyCollection<string> paths) =>
        paths.Count == 0 ? diagnostics : [.. diagnostics.Where(d => paths.Any(path => Concerns(d.Place.Path, path)))];

    private static bool Concerns(string file, string path)
    {
        var folder = file.LastIndexOf('/') is var slash and >= 0 ? file[..(slash + 1)] : "";
        return file == path || Under(file, path) || path.StartsWith(folder, StringComparison.Ordinal);
    }

    private static bool Under(string file, string path) => file.StartsWith(path + "/", StringComparison.Ordinal);
}
