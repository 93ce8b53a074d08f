using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>One use case: what the task is, who is best at it, what it costs in a year.</summary>
internal static class UseCasePage
{
    public static ScriptObject Model(SiteIndex index, ScoredBenchmark scored, UseCase useCase, Text? prose)
    {
        var benchmark = scored.Benchmark;
        var boards = BoardsOf(scored, useCase);
        var model = new PageHead
        {
            Path = Addresses.UseCase(benchmark, useCase),
            Title = $"{useCase.Name}, {benchmark.ShortName}",
            Description = benchmark.Unranked is null
                ? $"Which model is best at {useCase.Name}? Ranks with their ranges, cost, speed and trust from {benchmark.Name}."
                : $"How models did at {useCase.Name}, without a ranking, from {benchmark.Name}.",
            Section = "boards",
            Heading = benchmark.Unranked is null ? $"Which model is best at {useCase.Name}?" : $"How did models do at {useCase.Name}?",
            Trail = [(benchmark.ShortName, Addresses.Benchmark(benchmark))],
            Crumb = useCase.Name,
            Invented = benchmark.Invented,
            Methodology = Addresses.Methodology(benchmark),
            Styles = BoardTable.Styles,
            Scripts = ["js/figures.js"],
        }.Model(index);

        var first = boards.IsEmpty ? null : boards[0];
        model["answer"] = first is null ? "No release has results for this use case yet." : LeaderText.Answer(first);
        model["facts"] = Models.Later(() => Facts(benchmark, useCase, first));
        model["task"] = prose?.Body;
        model["grades"] = Models.Later(() => Grades(first?.RankBy));
        model["boards"] = Models.Later(() => Models.List(boards, board => new ScriptObject
        {
            ["name"] = boards.Length > 1 ? board.Method.Name : null,
            ["about"] = boards.Length > 1 ? board.Method.Description : null,
            ["table"] = new BoardTable(index, board, useCase, scope: board.Method.Id).Model(),
        }));
        model["release"] = first is null ? null : ReleaseText.Beginning(benchmark, first.Release);
        model["yearly"] = Models.Later(() => first is null ? null : Yearly(first, useCase));
        model["call_chart"] = Models.Later(() => first is null ? null : CallCharts.OfUseCase(first, useCase));
        model["side_by_side"] = Models.Later(() => SideBySide(boards, useCase));
        model["sources"] = Models.Later(() => SourceList.Model(SourceList.Uses(boards.SelectMany(board => board.Rows.Concat(board.References)))));
        model["call"] = Models.Later(() => GradesCall.Of(index, scored, useCase));
        model["previous"] = Neighbour(benchmark, useCase, -1);
        model["next"] = Neighbour(benchmark, useCase, +1);
        model["board_path"] = Addresses.Benchmark(benchmark);
        model["board_name"] = benchmark.ShortName;
        return model;
    }

    /// <summary>The boards over the use case in the first release that covers it, those with results first by method.</summary>
    private static ImmutableArray<Leaderboard> BoardsOf(ScoredBenchmark scored, UseCase useCase)
    {
        // A draft that nobody has handed anything in for has a board, but nothing to say.
        foreach (var release in scored.ByStanding.Where(release => release.Release.HasResults || !scored.IsDraftBehind(release)))
        {
            if (release.BoardsOver(useCase) is { IsEmpty: false } boards)
            {
                return boards;
            }
        }

        return [];
    }

    private static ScriptArray Facts(Benchmark benchmark, UseCase useCase, Leaderboard? board)
    {
        var profile = benchmark.Profiles.FirstOrDefault(profile => profile.Id == useCase.Profile);
        var facts = new FactList();
        facts.Add("Area", useCase.Area);
        facts.Add("Type", useCase.Type);
        facts.Add("Profile", profile?.Name);
        var (input, output) = (useCase.InputTokens ?? profile?.InputTokens, useCase.OutputTokens ?? profile?.OutputTokens);
        facts.Add("Tokens", input is null || output is null ? null : $"about {Format.Count(input.Value)} in, {Format.Count(output.Value)} out");
        facts.Add("Calls a year", useCase.CallsPerYear is { } calls ? Format.Count(calls) : null);
        facts.Add("Cost in a year", board is null ? null : YearlySpan(board));
        return facts.ToModel();
    }

    /// <summary>From the least to the most that a row costs in a year, as "$252 to $16,800"; null where nobody states calls or money.</summary>
    private static string? YearlySpan(Leaderboard board)
    {
        double[] costs = [.. Priced(board).Select(entry => entry.Score.UseCases[0].UsdPerYear!.Value)];
        return costs switch
        {
            [] => null,
            [var only] => Format.Usd(only),
            [var least, .., var most] => $"{Format.Usd(least)} to {Format.Usd(most)}",
        };
    }

    /// <summary>The rows with a cost at the use case's yearly calls, cheapest first.</summary>
    private static IEnumerable<(LeaderboardRow Row, DimensionScore Score)> Priced(Leaderboard board) => board.Rows
        .Select(row => (Row: row, Score: row.Dimensions.FirstOrDefault(score => score.Dimension.Unit == Unit.Usd)!))
        .Where(entry => entry.Score is { IsComparable: true, UseCases: [{ UsdPerYear: not null }] })
        .OrderBy(entry => entry.Score.UseCases[0].UsdPerYear);

    private static ScriptArray Grades(Dimension? dimension) => Models.List(dimension?.Scale?.Grades ?? [], grade => new ScriptObject
    {
        ["value"] = Format.Plain(grade.Value),
        ["name"] = grade.Name,
        ["meaning"] = grade.Meaning,
    });

    /// <summary>Cost at the use case's yearly calls, cheapest first; null where nobody states the calls or the money.</summary>
    private static ScriptObject? Yearly(Leaderboard board, UseCase useCase)
    {
        var rows = Priced(board).ToImmutableArray();
        return rows.IsEmpty || useCase.CallsPerYear is null ? null : new ScriptObject
        {
            ["calls"] = Format.Count(useCase.CallsPerYear.Value),
            ["noun"] = board.Benchmark.CallNoun,
            ["rows"] = Models.List(rows, entry =>
            {
                var key = FigureKey.Row(board, entry.Row, useCase);
                return new ScriptObject
                {
                    ["label"] = entry.Row.Label,
                    ["path"] = Addresses.ModelOn(entry.Row, board),
                    ["call"] = Figure.Money(FigureKey.Dimension(key, entry.Score.Dimension), entry.Score.Estimate!.Value),
                    ["year"] = Figure.Money(FigureKey.Year(key, entry.Score.Dimension, useCase), entry.Score.UseCases[0].UsdPerYear!.Value),
                    ["tier"] = Figure.Tier(entry.Score.Dimension, entry.Score.Tier),
                };
            }),
        };
    }

    /// <summary>The same row by each method, beside each other; null unless two methods have results.</summary>
    private static ScriptObject? SideBySide(ImmutableArray<Leaderboard> boards, UseCase useCase)
    {
        var scored = boards.Where(board => board.Rows.Any(row => row.RankedBy.Estimate is not null)).ToImmutableArray();
        if (scored.Length < 2 || scored.Any(board => board.RankBy.Unit != scored[0].RankBy.Unit))
        {
            return null;
        }

        var scale = BarScale.For(scored[0].RankBy, scored.SelectMany(board => board.Rows).Select(row => row.RankedBy.Estimate));
        return new ScriptObject
        {
            ["name"] = scored[0].RankBy.Name,
            ["methods"] = Models.List(scored, board => board.Method.Name),
            ["ranked"] = scored.SelectMany(board => board.Rows).Any(row => RankText.Of(row) is not null),
            ["rows"] = Models.List(scored[0].Rows.Where(row => row.RankedBy.Estimate is not null), row => new ScriptObject
            {
                ["label"] = row.Label,
                ["path"] = Addresses.ModelOn(row, scored[0]),
                ["cells"] = Models.List(scored, board =>
                {
                    var same = board.Rows.FirstOrDefault(other => other.Submission.Id == row.Submission.Id);
                    return new ScriptObject
                    {
                        ["figure"] = same is null ? null : Figure.Of(
                            FigureKey.Dimension(FigureKey.Row(board, same, useCase), board.RankBy),
                            board.RankBy.Unit,
                            same.RankedBy.Estimate,
                            scale),
                        ["rank"] = same is null ? null : RankText.Of(same),
                    };
                }),
            }),
        };
    }

    private static ScriptObject? Neighbour(Benchmark benchmark, UseCase useCase, int step)
    {
        var at = benchmark.UseCases.IndexOf(useCase) + step;
        return at < 0 || at >= benchmark.UseCases.Length ? null : new ScriptObject
        {
            ["name"] = benchmark.UseCases[at].Name,
            ["path"] = Addresses.UseCase(benchmark, benchmark.UseCases[at]),
        };
    }
}
