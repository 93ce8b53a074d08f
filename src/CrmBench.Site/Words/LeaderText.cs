using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Words;

/// <summary>Who is best, and how sure that is, in a sentence.</summary>
internal static class LeaderText
{
    /// <summary>The answer of a board: its first row, and which others are not shown to be worse.</summary>
    public static string Answer(Leaderboard board)
    {
        if (board.Complete.IsEmpty)
        {
            return $"Nobody knows yet: no row of this release has a result for {board.RankBy.Name}.";
        }

        if (board.Benchmark.Unranked is { } reason)
        {
            return reason;
        }

        var leader = board.Complete[0];
        var estimate = leader.RankedBy.Estimate!;
        var score = Format.WithUnit(MoneyText.Named(board.Benchmark, board.RankBy.Printed), estimate.Value);
        if (DimensionText.Apart(estimate.Belonging) is { } apart)
        {
            return $"{board.RankBy.Name} is {apart} here, so nobody knows which row is best at this. By that figure {leader.Label} stands first, with {score}.";
        }

        if (leader.RankRange is null)
        {
            return $"{leader.Label} stands first with {score}. The source states no spread, so nobody can say how sure that is.";
        }

        var tied = board.Complete.Skip(1).Where(row => row.RankRange is { Best: 1 }).Select(row => row.Label).ToArray();
        return tied.Length switch
        {
            0 => $"{leader.Label}, with {score}: its lead over every other row is larger than the noise.",
            1 => $"{leader.Label} stands first with {score}; {tied[0]} is not shown to be worse.",
            <= 3 => $"{leader.Label} stands first with {score}; {Format.List(tied)} are not shown to be worse.",
            _ => $"{leader.Label} stands first with {score}, but {Format.Count(tied.Length)} others are not shown to be worse.",
        };
    }

    /// <summary>
    /// What being best on a dimension is called: as the benchmark says, else <c>Cheapest</c>, <c>Fastest</c>, <c>Best “Accuracy”</c>,
    /// <c>Lowest “Errors”</c>.
    /// </summary>
    public static string Superlative(Dimension dimension) => dimension switch
    {
        { Best: { } best } => best,
        { Unit: Unit.Usd, Better: Direction.Lower } => "Cheapest",
        { Printed.IsTime: true, Better: Direction.Lower } => "Fastest",
        { Better: Direction.Lower } => $"Lowest “{dimension.Name}”",
        _ => $"Best “{dimension.Name}”",
    };

    /// <summary>How sure it is that the leader of a dimension is the best of the complete rows.</summary>
    public static string HowSure(Benchmark benchmark, DimensionLeader leader)
    {
        if (leader.Others.IsEmpty)
        {
            return "The only complete row with a figure, so there was no choice.";
        }

        var all = Format.Count(leader.Others.Length);
        var equal = leader.Others.Where(other => other is { Value: 0 }).Select(other => other.Row.Label).ToArray();
        if (equal.Length > 0)
        {
            return equal.Length <= 3
                ? $"Shared with {Format.List(equal)}, equal to the last digit."
                : $"Shared with {Format.Count(equal.Length)} others, equal to the last digit.";
        }

        // What a price list multiplies out to has no error: the order of such figures is no matter of chance.
        var open = leader.Others.Where(other => other.Verdict != -1).ToArray();
        if (open.Length == leader.Others.Length && open.All(other => other.Verdict is null))
        {
            var next = leader.Others[0];
            return IsExact(leader)
                ? $"Prices times tokens are exact. Next: {next.Row.Label}, {Format.WithUnit(MoneyText.Named(benchmark, leader.Dimension.Printed), next.Row[leader.Dimension].Estimate!.Value)}."
                : $"No spread is known, so nobody can say how sure that is. Next: {next.Row.Label}, {Format.WithUnit(MoneyText.Named(benchmark, leader.Dimension.Printed), next.Row[leader.Dimension].Estimate!.Value)}.";
        }

        return open.Length switch
        {
            0 => "Its lead over every other is larger than the noise.",
            <= 3 when leader.Others.Length > 1 =>
                $"{Format.List([.. open.Select(other => other.Row.Label)])} {(open.Length == 1 ? "is" : "are")} not shown to be worse.",
            1 => $"{open[0].Row.Label} is not shown to be worse.",
            _ => $"{Format.Count(open.Length)} of {all} others are not shown to be worse.",
        };
    }

    /// <summary>Whether all figures are prices times tokens, which no chance moves.</summary>
    public static bool IsExact(DimensionLeader leader) => leader.Others.Select(other => other.Row).Prepend(leader.Row)
        .All(row => row[leader.Dimension].Estimate!.Basis == Basis.PriceTable);
}
