using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>use-case</c> shows.</summary>
[TemplateModel]
internal sealed partial record UseCasePageModel(
    PageHead Head,
    string Answer,
    string? Unpublished,
    string? Missing,
    string? Submit,
    UseCaseRelease? Release,
    Lazy<ImmutableArray<NewerTasks>> Newer,
    Lazy<ImmutableArray<DimensionFact>> Known,
    Lazy<ImmutableArray<UseCaseLimit>> Limits,
    NounWords? Money,
    string? MoneyColumn,
    string? Calls,
    string? StatedCalls,
    string? Query,
    string Compare,
    string Choose,
    Lazy<ImmutableArray<ChartFigure>> Charts,
    Lazy<ImmutableArray<Fact>> Facts,
    Html? Task,
    Lazy<ImmutableArray<GradeText>> Grades,
    Lazy<ImmutableArray<UseCaseBoard>> Boards,
    Lazy<YearlyCosts?> Yearly,
    Lazy<RepricedCosts?> Repriced,
    Lazy<ChartFigure?> CallChart,
    Lazy<MethodTable?> SideBySide,
    Lazy<ImmutableArray<PublisherSources>> Sources,
    Lazy<GradesCall?> Call,
    Link? Previous,
    Link? Next,
    string BoardPath,
    string BoardName) : PageModel(Head), IPageModel
{
    public static string Template => "use-case";
}

/// <summary>How many rows a use case has, on which board, in which release.</summary>
[TemplateModel]
internal sealed partial record UseCaseRelease(string Counts, string Path, string Kind, string Date, string IsoDate);

/// <summary>The board over a use case, with its method where there are several.</summary>
[TemplateModel]
internal sealed partial record UseCaseBoard(string? Name, string? About, BoardTableModel Table);

/// <summary>Cost at the use case's yearly calls.</summary>
[TemplateModel]
internal sealed partial record YearlyCosts(string Calls, string Unit, ImmutableArray<YearlyRow> Rows);

/// <summary>What a row costs by the thousand calls and a year.</summary>
[TemplateModel]
internal sealed partial record YearlyRow(string Label, string Path, Figure Call, Figure Year, TierMark? Tier);

/// <summary>The same rows by each method.</summary>
[TemplateModel]
internal sealed partial record MethodTable(string Name, ImmutableArray<string> Methods, bool Ranked, ImmutableArray<MethodTableRow> Rows);

/// <summary>A row by each method.</summary>
[TemplateModel]
internal sealed partial record MethodTableRow(string Label, string Path, ImmutableArray<MethodTableCell> Cells);

/// <summary>A row by one method; both are null where the method has no such row.</summary>
[TemplateModel]
internal sealed partial record MethodTableCell(Figure? Figure, string? Rank);

/// <summary>One use case: what the task is, who is best at it, what it costs in a year.</summary>
internal static class UseCasePage
{
    public static UseCasePageModel Model(SiteIndex index, ScoredBenchmark scored, UseCase useCase, Text? prose)
    {
        var benchmark = scored.Benchmark;
        var boards = BoardsOf(scored, useCase);
        var first = boards.IsEmpty ? null : boards[0];
        var answer = first is null ? null : new UseCaseAnswer(first);
        var head = new PageHead(
            index,
            Addresses.UseCase(benchmark, useCase),
            $"{useCase.Name}, {benchmark.ShortName}",
            section: "boards",
            Addresses.Methodology(benchmark))
        {
            Description = benchmark.Unranked is null
                ? $"Which {benchmark.Subject.One} for {useCase.Name}? What was measured for this {benchmark.UseCaseNoun.One}, row by row, from {benchmark.Name}."
                : $"How {benchmark.Subject.Many} did at {useCase.Name}, without a ranking, from {benchmark.Name}.",
            Heading = answer?.Heading(useCase) ?? $"Which {benchmark.Subject.One} suits {useCase.Name}?",
            Trail = [new(benchmark.ShortName, Addresses.Benchmark(benchmark))],
            Crumb = useCase.Name,
            Invented = benchmark.Invented,
            Watch = FeedLink.Of(benchmark),
            UseCaseNoun = NounWords.Of(benchmark.UseCaseNoun),
            Styles = [.. FrontBoards.Styles, "css/tasks.css"],
            Scripts = ["js/use-case.js", "js/figures.js"],
        };

        return new(
            head,
            Answer: answer?.Sentence() ?? $"No release has results for this {benchmark.UseCaseNoun.One} yet.",
            Unpublished: answer?.Unpublished(),
            Missing: answer?.Missing(),
            Submit: index.HasText("submit") ? Addresses.Submit : null,
            Release: first is null ? null : ReleaseOf(scored, first, answer!),
            Newer: new(() => first is null ? [] : TaskList.Newer(index, benchmark, useCase, first.Release.Date)),
            Known: new(() => answer?.Facts(useCase, YearlySpan(first!)) ?? []),
            Limits: new(() => answer?.Limits() ?? []),
            Money: first is not null && Priced(first).Any() ? NounWords.Of(MoneyText.CallNoun(benchmark)) : null,
            MoneyColumn: first is null ? null : Priced(first).FirstOrDefault().Score?.Dimension.Id,
            Calls: useCase.CallsPerYear is { } calls ? Format.Count(calls) : null,
            StatedCalls: useCase.CallsPerYear is { } stated ? stated.ToString(CultureInfo.InvariantCulture) : null,
            Query: first is null || benchmark.Unranked is not null ? null : QueryOf(first, useCase),
            Compare: Addresses.Compare,
            Choose: Addresses.Choose,
            Charts: new(() => first is null ? [] : BoardCharts.Of(first)),
            Facts: new(() => Facts(benchmark, useCase)),
            Task: prose?.Body,
            Grades: new(() => GradeText.All(first?.RankBy.Scale)),
            Boards: new(() =>
            [
                .. boards.Select(board => new UseCaseBoard(
                    Name: boards.Length > 1 ? board.Method.Name : null,
                    About: boards.Length > 1 ? board.Method.Description : null,
                    Table: new BoardTable(index, board, useCase, scope: board.Method.Id).Model())),
            ]),
            Yearly: new(() => first is null ? null : Yearly(first, useCase)),
            Repriced: new(() => first is null ? null : RepricedCosts.Of(index, first, useCase)),
            CallChart: new(() => first is null ? null : CallCharts.OfUseCase(first, useCase)),
            SideBySide: new(() => SideBySide(boards, useCase)),
            Sources: new(() => SourceList.Model(SourceList.Uses(boards.SelectMany(board => board.Rows.Concat(board.References))))),
            Call: new(() => GradesCall.Of(index, scored, useCase)),
            Previous: Neighbour(benchmark, useCase, -1),
            Next: Neighbour(benchmark, useCase, +1),
            BoardPath: Addresses.Benchmark(benchmark),
            BoardName: benchmark.ShortName);
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

    private static UseCaseRelease ReleaseOf(ScoredBenchmark scored, Leaderboard board, UseCaseAnswer answer) => new(
        Counts: BoardPage.Counts(answer.Measured, board.Benchmark.Subject),
        Path: Addresses.Release(scored.Benchmark, board.Release),
        Kind: ReleaseText.Kind(board.Benchmark, board.Release),
        Date: Format.Date(board.Release.Date),
        IsoDate: Format.IsoDate(board.Release.Date));

    /// <summary>What leads the pages for comparing and choosing to this use case alone, where the board has more.</summary>
    private static string QueryOf(Leaderboard board, UseCase useCase)
    {
        var key = $"board={Addresses.BoardKey(board)}";
        return board.Release.UseCases.Length < 2 ? key : $"{key}&uc={useCase.Id}";
    }

    private static ImmutableArray<Fact> Facts(Benchmark benchmark, UseCase useCase)
    {
        var profile = benchmark.Profiles.FirstOrDefault(profile => profile.Id == useCase.Profile);
        var (input, output) = (useCase.InputTokens ?? profile?.InputTokens, useCase.OutputTokens ?? profile?.OutputTokens);
        return Fact.Known(
            new("Area", useCase.Area),
            new("Type", useCase.Type),
            new("Profile", profile?.Name),
            new("Tokens", input is null || output is null ? null : $"about {Format.Count(input.Value)} in, {Format.Count(output.Value)} out"),
            new($"{MoneyText.CallNoun(benchmark).Titles} a year", useCase.CallsPerYear is { } calls ? Format.Count(calls) : null));
    }

    /// <summary>From the least to the most that a row costs in a year, as "$252 to $16,800"; null where nobody states calls or money.</summary>
    private static string? YearlySpan(Leaderboard board)
    {
        double[] costs = [.. Priced(board).Select(entry => entry.Score.UseCases[0].UsdPerYear).OfType<double>()];
        return costs switch
        {
            [] => null,
            [var only] => Format.Usd(only),
            [var least, .., var most] => $"{Format.Usd(least)} to {Format.Usd(most)}",
        };
    }

    /// <summary>The rows with a cost of their own in the use case, cheapest first.</summary>
    private static IEnumerable<(LeaderboardRow Row, DimensionScore Score)> Priced(Leaderboard board) => board.Rows
        .Select(row => (Row: row, Score: row.Dimensions.FirstOrDefault(score => score.Dimension.Unit == Unit.Usd)!))
        .Where(entry => entry.Score is { IsComparable: true })
        .OrderBy(entry => entry.Score.Estimate!.Value);

    /// <summary>Cost at the use case's yearly calls, cheapest first; null where nobody states the calls or the money.</summary>
    private static YearlyCosts? Yearly(Leaderboard board, UseCase useCase)
    {
        var rows = Priced(board).ToImmutableArray();
        return rows.IsEmpty || useCase.CallsPerYear is null ? null : new(
            Calls: Format.Count(useCase.CallsPerYear.Value),
            Unit: MoneyText.Unit(board.Benchmark),
            Rows:
            [
                .. rows.Select(entry =>
                {
                    var key = FigureKey.Row(board, entry.Row, useCase);
                    return new YearlyRow(
                        Label: entry.Row.Label,
                        Path: Addresses.ModelOn(entry.Row, board),
                        Call: Figure.Of(FigureKey.Dimension(key, entry.Score.Dimension), entry.Score.Dimension.Printed, entry.Score.Estimate)!,
                        Year: Figure.Money(FigureKey.Year(key, entry.Score.Dimension, useCase), entry.Score.UseCases[0].UsdPerYear!.Value),
                        Tier: TierMark.Of(entry.Score.Dimension, entry.Score.Tier));
                }),
            ]);
    }

    /// <summary>The same rows by each method, side by side; null unless two methods have results.</summary>
    private static MethodTable? SideBySide(ImmutableArray<Leaderboard> boards, UseCase useCase)
    {
        var scored = boards.Where(board => board.Rows.Any(row => row.RankedBy.Estimate is not null)).ToImmutableArray();
        if (scored.Length < 2 || scored.Any(board => board.RankBy.Unit != scored[0].RankBy.Unit))
        {
            return null;
        }

        var scale = BarScale.For(scored[0].RankBy, scored.SelectMany(board => board.Rows).Select(row => row.RankedBy.Estimate));
        var bothEnds = Figure.NeedBothEnds(scored[0].RankBy.Printed, scored.SelectMany(board => board.Rows).Select(row => row.RankedBy.Estimate));
        return new(
            Name: scored[0].RankBy.Name,
            Methods: [.. scored.Select(board => board.Method.Name)],
            Ranked: scored.SelectMany(board => board.Rows).Any(row => RankText.Of(row) is not null),
            Rows:
            [
                .. scored[0].Rows.Where(row => row.RankedBy.Estimate is not null).Select(row => new MethodTableRow(
                    Label: row.Label,
                    Path: Addresses.ModelOn(row, scored[0]),
                    Cells: [.. scored.Select(board => Cell(board, board.Rows.FirstOrDefault(other => other.Submission.Id == row.Submission.Id)))])),
            ]);

        MethodTableCell Cell(Leaderboard board, LeaderboardRow? same) => same is null ? new(null, null) : new(
            Figure.Of(FigureKey.Dimension(FigureKey.Row(board, same, useCase), board.RankBy), board.RankBy.Printed, same.RankedBy.Estimate, scale, bothEnds),
            RankText.Of(same));
    }

    private static Link? Neighbour(Benchmark benchmark, UseCase useCase, int step)
    {
        var at = benchmark.UseCases.IndexOf(useCase) + step;
        return at < 0 || at >= benchmark.UseCases.Length
            ? null
            : new(benchmark.UseCases[at].Name, Addresses.UseCase(benchmark, benchmark.UseCases[at]));
    }
}
