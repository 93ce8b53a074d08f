using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Charts;

namespace CrmBench.Site.Pages;

/// <summary>What page builders look up of one board, computed once for the pages of all its rows and models.</summary>
internal sealed class BoardIndex
{
    private readonly ConcurrentDictionary<(string Dimension, string Metric), ProfileField> _metrics = new();
    private readonly ConcurrentDictionary<int, ProfileField> _useCases = new();
    private readonly Lazy<ImmutableArray<RankedRow>> _ranked;
    private readonly Lazy<ImmutableArray<SourceUse>> _sources;
    private readonly Lazy<ImmutableArray<object?>> _notes;

    /// <summary>Prepares to look at a board; <paramref name="agreement"/> is that of its raters, or null.</summary>
    public BoardIndex(Leaderboard board, AgreementReport? agreement)
    {
        Board = board;
        _ranked = new(() => [.. board.Complete.Where(row => row.RankRange is not null).Select(Ranks)]);
        _sources = new(() => SourceList.Uses(board.Rows.Concat(board.References)));
        _notes = new(() => [.. BoardNotes.Of(board, agreement)]);
    }

    /// <summary>The board.</summary>
    public Leaderboard Board { get; }

    /// <summary>The complete rows that have a rank range, best first.</summary>
    public ImmutableArray<RankedRow> Ranked => _ranked.Value;

    /// <summary>The sources of all rows, in order of first use.</summary>
    public ImmutableArray<SourceUse> Sources => _sources.Value;

    /// <summary>The notes on how to read the board.</summary>
    public ImmutableArray<object?> Notes => _notes.Value;

    /// <summary>The values of a metric over the complete rows, where they too cover every use case.</summary>
    public ProfileField OfMetric(Dimension dimension, Metric metric) => _metrics.GetOrAdd(
        (dimension.Id, metric.Id),
        _ => new ProfileField(Board.Complete
            .Select(row => row[dimension].Metrics.First(score => score.Metric.Id == metric.Id))
            .Where(score => score.Coverage.IsComplete && score.Estimate is { Belonging: Belonging.Row })
            .Select(score => score.Estimate?.Value)
            .OfType<double>()));

    /// <summary>The values of the ranking dimension in the board's use case at a position, over the complete rows.</summary>
    public ProfileField OfUseCase(int position) => _useCases.GetOrAdd(
        position,
        at => new ProfileField(Board.Complete.Select(row => row.RankedBy.UseCases[at].Estimate?.Value).OfType<double>()));

    private static RankedRow Ranks(LeaderboardRow row) => new(row, row.RankRange!.Best, row.RankRange.Worst, row.Rank!.Value);
}

/// <summary>A ranked row with its ranks at hand: long boards are walked along once for each of their rows.</summary>
/// <param name="Row">The row.</param>
/// <param name="Best">Best rank that its interval leaves open.</param>
/// <param name="Worst">Worst rank that its interval leaves open.</param>
/// <param name="Rank">Rank by value.</param>
internal readonly record struct RankedRow(LeaderboardRow Row, int Best, int Worst, int Rank);
