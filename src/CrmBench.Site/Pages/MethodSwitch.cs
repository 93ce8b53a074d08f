using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>
/// The switch between people and programs on a board, and between judges. A method without results stands there too, with the reason: a
/// reader should see what is missing, not guess it.
/// </summary>
internal static class MethodSwitch
{
    private const string NotPublished = "not published";

    /// <summary>The methods that may fill the benchmark's ranking, in its order; of people and programs, the kind that it lacks comes last.</summary>
    public static ScriptArray Methods(ScoredBenchmark scored, ScoredRelease release, Leaderboard current)
    {
        var ranked = scored.Benchmark.Dimensions.First(dimension => dimension.Id == scored.Benchmark.RankBy);
        var methods = scored.Benchmark.DeclaredMethods
            .Where(method => CountedMetrics.Of(ranked).Any(metric => metric.Methods.Contains(method.Id)))
            .ToArray();
        var switches = Models.List(methods, method => release.Boards.FirstOrDefault(board => board.Method.Id == method.Id) is { } board
            ? Link(method.DeclaredName, Addresses.Board(scored, release, board), method.Id == (current.Method.View?.Method ?? current.Method.Id))
            : Absent(method.DeclaredName));
        if (methods.All(method => method.JudgedBy == JudgedBy.People))
        {
            switches.Add(Absent("Automated"));
        }
        else if (methods.All(method => method.JudgedBy == JudgedBy.Programs))
        {
            switches.Add(Absent("Manual"));
        }

        return switches;
    }

    /// <summary>The judges of the board's method, the default first, then their average; empty where no judges are shown apart.</summary>
    public static ScriptArray Judges(ScoredBenchmark scored, ScoredRelease release, Leaderboard current)
    {
        var boards = release.AllBoards.Where(board => board.Method.View is { } view && view.Method == current.Method.View?.Method).ToArray();
        return boards.Length < 2 ? [] : Models.List(boards, board =>
            Link(board.Method.View!.JudgeName, Addresses.Board(scored, release, board), ReferenceEquals(board, current)));
    }

    private static ScriptObject Link(string name, string path, bool isCurrent) =>
        new() { ["name"] = name, ["path"] = path, ["current"] = isCurrent, ["why"] = null };

    private static ScriptObject Absent(string name) => new() { ["name"] = name, ["path"] = null, ["current"] = false, ["why"] = NotPublished };
}
