using CrmBench.Core.Scoring;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>How many of a board's findings chance alone would give, in words; <c>doubt.js</c> is its twin in the browser.</summary>
internal static class FindingsText
{
    /// <summary>The sentences of a board; null where no two rows can be compared.</summary>
    public static string? Of(Leaderboard board)
    {
        if (Findings.Of(board) is not { } findings)
        {
            return null;
        }

        var outside = Format.Level(1 - board.Benchmark.ConfidenceLevel);
        var found = $"{Format.Counted(findings.Compared, "comparison")} of ranked rows: {Format.Count(findings.Worse)} "
            + (findings.Worse == 1 ? "finds" : "find") + " one row worse. ";
        return found + (board.Benchmark.Holm
            ? $"They are held to the level together, by Holm’s method: were all rows equal, any such finding would come up by chance on at most {outside} of boards."
            : $"Were all rows equal, chance alone would give about {Format.About(findings.ByChance)}, and a first row that stands alone on at most {outside} of boards.");
    }
}
