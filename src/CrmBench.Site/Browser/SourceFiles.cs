using System.Collections.Immutable;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Browser;

/// <summary>Where the rows of a board come from, as one list of files and a position in it a row.</summary>
/// <param name="Files">Each file once; <c>{}</c> stands for the submission's identifier.</param>
/// <param name="FileOfRow">Per row the position in <paramref name="Files"/>.</param>
/// <param name="LineOfRow">Per row the line, or 0 for a file as a whole.</param>
internal sealed record SourceFiles(ImmutableArray<string> Files, ImmutableArray<int> FileOfRow, ImmutableArray<int> LineOfRow)
{
    /// <summary>Collects the files of rows.</summary>
    public static SourceFiles Of(IReadOnlyList<LeaderboardRow> rows)
    {
        var files = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            files.TryAdd(Pattern(row), files.Count);
        }

        return new SourceFiles([.. files.Keys], [.. rows.Select(row => files[Pattern(row)])], [.. rows.Select(row => row.Place.Line)]);
    }

    private static string Pattern(LeaderboardRow row) =>
        row.Place.Path.Replace($"/{row.Submission.Id}/", "/{}/", StringComparison.Ordinal);
}
