using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>One dimension in one use case: which row is best, or that nobody published a figure.</summary>
/// <param name="Name">What being best is called, or the dimension's name where nobody is.</param>
/// <param name="Apart">What the figure belongs to where that is not the use case, or null.</param>
/// <param name="Labels">The best row, and those equal to it; null where there is none.</param>
/// <param name="Path">Address of the best row's model, or null.</param>
/// <param name="Figure">Its figure, or null.</param>
/// <param name="Per">What money is counted for, or null.</param>
/// <param name="Count">How many rows have a figure.</param>
/// <param name="Year">What it costs in a year, from the least to the most, or null.</param>
[TemplateModel]
internal sealed partial record DimensionFact(
    string Name, string? Apart, string? Labels, string? Path, Figure? Figure, string? Per, string Count, string? Year);

/// <summary>A limit that a reader may set on a column of a use case's table.</summary>
/// <param name="Label">What is limited.</param>
/// <param name="Key">Its name in addresses, such as <c>max.cost</c>.</param>
/// <param name="Bound"><c>at most</c> or <c>at least</c>.</param>
/// <param name="Span">From the least to the most of the table.</param>
[TemplateModel]
internal sealed partial record UseCaseLimit(string Label, string Key, string Bound, FigureSpan Span);

/// <summary>What was measured in one use case, in a sentence, in a strip of facts and as limits to set.</summary>
internal sealed class UseCaseAnswer(Leaderboard board)
{
    /// <summary>The most labels that are named where several rows are equal.</summary>
    private const int MostNamed = 2;

    private readonly ImmutableArray<DimensionLeader> _leaders = ScoredRelease.LeadersOver(board);

    /// <summary>The rows that the page speaks of.</summary>
    public ImmutableArray<LeaderboardRow> Measured { get; } = board.MeasuredRows;

    /// <summary>Whether it can be said who is best in this use case: not where the rows stand by money or time.</summary>
    private bool HasBest => board.RankBy.Unit != Unit.Usd && !board.RankBy.Unit.IsTime() && Says(board.RankBy);

    private Noun Subject => board.Benchmark.Subject;

    private Noun Task => board.Benchmark.UseCaseNoun;

    /// <summary>The question that the page can answer: who is best only where that was measured.</summary>
    public string Heading(UseCase useCase) => board.Benchmark.Unranked is not null ? $"How did {Subject.Many} do at “{useCase.Name}”?"
        : HasBest ? $"Which {Subject.One} is best at “{useCase.Name}”?"
        : $"Which {Subject.One} suits “{useCase.Name}”?";

    /// <summary>The answer: who is best; where that was not measured in this use case, who is cheapest and fastest in it.</summary>
    public string Sentence()
    {
        if (board.Benchmark.Unranked is not null || HasBest)
        {
            return LeaderText.Answer(board);
        }

        var own = _leaders.Where(leader => leader.Belonging == Belonging.Row).ToArray();
        return own.Length == 0
            ? $"Nobody measured this {Task.One} by itself: whatever stands here is one figure of {Subject.AnyOne} for all {Task.Many}."
            : string.Join(' ', own.GroupBy(Labels).Select(group => Best([.. group])).Append(Doubt(own)).OfType<string>());
    }

    /// <summary>That nobody knows how sure the leads are, where no source states a spread; null where that can be told, or is no matter of chance.</summary>
    private static string? Doubt(DimensionLeader[] leaders)
    {
        var open = leaders.Where(leader => !leader.Others.IsEmpty && !LeaderText.IsExact(leader)).ToArray();
        return open.Length == 0 || open.Any(leader => leader.Others.Any(other => other.Verdict is not null))
            ? null
            : $"No source states a spread, so nobody can say how sure {(open.Length == 1 ? "that lead is" : "these leads are")}.";
    }

    /// <summary>What was not measured in this use case, as sentences; null where nothing lacks.</summary>
    public string? Missing()
    {
        var alike = _leaders.Where(leader => leader.Belonging == Belonging.AllUseCases).Select(leader => leader.Dimension.Name).ToArray();
        return alike.Length == 0
            ? null
            : $"{Sentence(alike)} {(alike.Length == 1 ? "is" : "are")} not per task: one figure of {Subject.AnyOne}, the same in every {Task.One}.";
    }

    /// <summary>The dimensions that nobody published a figure for, as the beginning of a sentence; null where there are none.</summary>
    public string? Unpublished()
    {
        var names = board.Benchmark.Dimensions.Where(dimension => !HasFigure(dimension))
            .Select(dimension => dimension.Name)
            .ToArray();
        return names.Length == 0 ? null : $"{Sentence(names)} {(names.Length == 1 ? "is" : "are")} not published for this {Task.One}";
    }

    /// <summary>One fact a dimension, in the benchmark's order; none for one that has figures and no ranking.</summary>
    public ImmutableArray<DimensionFact> Facts(UseCase useCase, string? year) =>
    [
        .. board.Benchmark.Dimensions.Where(dimension => LeaderOf(dimension) is not null || !HasFigure(dimension))
            .Select(dimension => FactOf(dimension, useCase, dimension.Unit == Unit.Usd ? year : null)),
    ];

    /// <summary>The limits that may be set: one a dimension on which rows differ.</summary>
    public ImmutableArray<UseCaseLimit> Limits() =>
    [
        .. from dimension in board.Benchmark.Dimensions
           let values = board.Rows.Select(row => row[dimension].Estimate?.Value).OfType<double>().Distinct().ToArray()
           where values.Length > 1
           select new UseCaseLimit(
               Label: DimensionText.NameWithUnit(board.Benchmark, dimension),
               Key: $"{(dimension.Better == Direction.Higher ? "min" : "max")}.{dimension.Id}",
               Bound: dimension.Better == Direction.Higher ? "at least" : "at most",
               Span: FigureSpan.Of(dimension.Printed, values)!),
    ];

    private static string Sentence(string[] names) => Format.List([.. names.Select((name, i) => i == 0 ? name : DimensionText.InSentence(name))]);

    /// <summary>Whether a dimension's figures say anything of this use case.</summary>
    private bool Says(Dimension dimension) => board.Rows.Any(row => row[dimension].Estimate is { Belonging: not Belonging.AllUseCases });

    private bool HasFigure(Dimension dimension) => board.Rows.Any(row => row[dimension].Estimate is not null);

    private DimensionLeader? LeaderOf(Dimension dimension) => _leaders.FirstOrDefault(leader => leader.Dimension.Id == dimension.Id);

    private DimensionFact FactOf(Dimension dimension, UseCase useCase, string? year)
    {
        var measured = Measured.Count(row => row[dimension].Estimate is not null);
        var count = $"{Format.Count(measured)} of {Format.Counted(Measured.Length, "row")}";
        if (LeaderOf(dimension) is not { } leader)
        {
            return new(dimension.Name, null, null, null, null, null, count, null);
        }

        var key = FigureKey.Row(board, leader.Row, useCase);
        var estimate = leader.Row[dimension].Estimate!;
        return new(
            Name: LeaderText.Superlative(dimension),
            Apart: DimensionText.Apart(estimate.Belonging),
            Labels: Labels(leader),
            Path: Addresses.ModelOn(leader.Row, board),
            // What sets it apart stands beside its name already.
            Figure: Figure.Of(FigureKey.Dimension(key, dimension), dimension.Printed, estimate)! with { Apart = null, Said = null },
            Per: dimension.Unit == Unit.Usd ? MoneyText.PerCalls(board.Benchmark) : null,
            Count: count,
            Year: year);
    }

    private static string Labels(DimensionLeader leader)
    {
        string[] equal = [leader.Row.Label, .. leader.Others.Where(other => other.Value == 0).Select(other => other.Row.Label)];
        return equal.Length <= MostNamed + 1 ? Format.List(equal) : $"{equal[0]} and {Format.Count(equal.Length - 1)} others";
    }

    /// <summary><c>Cheapest and fastest: Claude 3 Haiku, at $0.40 per 1,000 requests and 2.2 s.</c></summary>
    private string Best(DimensionLeader[] leaders)
    {
        var names = leaders.Select((leader, i) => LeaderText.Superlative(leader.Dimension) is var name && i > 0 ? DimensionText.InSentence(name) : name);
        var figures = leaders.Select(leader =>
            Format.WithUnit(MoneyText.Named(board.Benchmark, leader.Dimension.Printed), leader.Row[leader.Dimension].Estimate!.Value));
        return $"{Format.List([.. names])}: {Labels(leaders[0])}, at {Format.List([.. figures])}.";
    }
}
