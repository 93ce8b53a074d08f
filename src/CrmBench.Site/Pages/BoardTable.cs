using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>The table of a board: what the partial <c>board-table</c> shows.</summary>
internal sealed class BoardTable
{
    /// <summary>More use cases than this are told as a count instead of one dot each.</summary>
    internal const int MostDots = 12;

    /// <summary>More dots than this are small ones.</summary>
    internal const int FewDots = 6;

    /// <summary>Rows that a board may have to stand on one page.</summary>
    private const int MostRows = 300;

    /// <summary>Rows on each page of a longer one, which goes on at further addresses: few, so that the first is there soon.</summary>
    private const int RowsOfAPart = 50;

    /// <summary>Characters of a name with its variant beyond which it may take several lines.</summary>
    internal const int LongLabel = 32;

    private readonly SiteIndex _index;
    private readonly Leaderboard _board;
    private readonly UseCase? _useCase;
    private readonly string _scope;
    private readonly ImmutableArray<Dimension> _others;
    private readonly ImmutableArray<PartGroup> _groups;
    private readonly BarScale _scale;
    private readonly AgreementReport? _agreement;
    private readonly int _part;

    /// <summary>
    /// Prepares the table of a board, or of a board over the one use case <paramref name="useCase"/>;
    /// <paramref name="scope"/> tells tables of one page apart. Of a board with many rows, <paramref name="part"/> (from 1) is shown;
    /// a board over one use case is shown whole.
    /// </summary>
    public BoardTable(SiteIndex index, Leaderboard board, UseCase? useCase = null, string scope = "", int part = 1)
    {
        (_index, _board, _useCase, _scope, _part) = (index, board, useCase, scope, part);
        _others = [.. board.Benchmark.Dimensions.Where(dimension => dimension.Id != board.RankBy.Id)];
        _groups = PartColumns.Of(board);
        _agreement = index.AgreementOf(board);
        _scale = BarScale.For(board.RankBy, board.Rows.Select(row => row.RankedBy.Estimate));
    }

    /// <summary>The style sheets that a page with such a table needs.</summary>
    public static ImmutableArray<string> Styles { get; } = ["css/controls.css"];

    /// <summary>What the row is called within the page.</summary>
    public static string RowId(LeaderboardRow row, string scope = "") =>
        scope.Length == 0 ? $"row-{row.Submission.Id}" : $"row-{scope}-{row.Submission.Id}";

    /// <summary>How many pages a board takes; at least 1.</summary>
    public static int Parts(Leaderboard board) =>
        Math.Max(1, (board.Rows.Count() + PartSize(board) - 1) / PartSize(board));

    /// <summary>The page that shows the row at a place, from 0 in the order of display.</summary>
    public static int PartOf(Leaderboard board, int place) => (place / PartSize(board)) + 1;

    /// <summary>The rows of one of a board's pages, such as <c>301–600</c>.</summary>
    public static string RowsOf(Leaderboard board, int part) =>
        $"{Format.Count(((part - 1) * PartSize(board)) + 1)}–{Format.Count(Math.Min(part * PartSize(board), board.Rows.Count()))}";

    private static int PartSize(Leaderboard board) => board.Rows.Count() > MostRows ? RowsOfAPart : MostRows;

    public ScriptObject Model() => new PartsModel(32)
    {
        ["caption"] = Caption(),
        ["scope"] = _scope,
        // A board over all use cases can be narrowed in the browser; a single use case is a narrowed board already.
        ["data"] = _useCase is null && _part == 1 ? DownloadFiles.PathOf(_board, DownloadFiles.ForBrowser) : null,
        ["board_key"] = Addresses.BoardKey(_board),
        // So many rows repeat no unit that the heading has.
        ["paged"] = _useCase is null && Parts(_board) > 1,
        ["compare"] = Addresses.Compare,
        ["filters"] = Models.Later(() => _useCase is null && _part == 1 ? BoardFilters.Of(_board) : null),
        ["score"] = Head(_board.RankBy, 0),
        ["bar_note"] = _board.RankBy.Unit == Unit.Grade ? null : $"bar {Format.Compact(_scale.Low)}–{Format.Compact(_scale.High)}",
        ["columns"] = Models.Later(() => Columns()),
        ["groups"] = Models.Later(() => Models.List(_groups.Select((group, i) => (group, i)), entry => Toggle(entry.group, entry.i))),
        ["choices"] = Models.Later(() => Choices()),
        ["withdrawn_span"] = Span - 2,
        ["with_coverage"] = WithCoverage,
        ["has_sources"] = Models.Later(() => !_index.Of(_board).Sources.IsEmpty),
        ["span"] = Span,
        ["with_intervals"] = Models.Later(() => _board.Rows.Any(row => row.RankedBy.Estimate?.Interval is not null)),
        ["complete"] = Models.Later(() => Models.List(OnThisPage(_board.Complete, 0), row => Row(row, light: false))),
        ["unranked"] = _board.Benchmark.Unranked is not null,
        ["reference_note"] = _board.References.IsEmpty || _part > 1 ? null : ReferenceNote(),
        ["references"] = Models.Later(() => Models.List(_part > 1 ? [] : _board.References, row => Row(row, light: true))),
        ["reference_at"] = _board.References is [{ RankedBy: { Coverage.IsComplete: true, Estimate: { } reference } }] ? _scale.Bar(reference)["end"] : null,
        ["partial_note"] = OnThisPage(_board.Partial, _board.Complete.Length).IsEmpty ? null : PartialNote(),
        ["partial"] = Models.Later(() => Models.List(OnThisPage(_board.Partial, _board.Complete.Length), row => Row(row, light: true))),
        ["unscored_note"] = Listed.IsEmpty ? null : $"No result for {DimensionText.InSentence(_board.RankBy.Name)} on this board.",
        ["unscored"] = Models.Later(() => Models.List(Listed, row => Row(row, light: true))),
        ["absent_note"] = Absent.IsEmpty
            ? null
            : $"{Format.Plural(Absent.Length, "row of this release has", "rows of this release have")} no result here",
        ["absent"] = Models.Later(() => Models.List(Absent, row => new ScriptObject
        {
            ["label"] = row.Label,
            ["path"] = Addresses.ModelOn(row, _board),
        })),
        ["withdrawn"] = Models.Later(() => Models.List(_part == Parts(_board) || _useCase is not null ? _board.Withdrawn : [], Withdrawn)),
        ["empty"] = !_board.Rows.Any() || (_useCase is not null && _board.Complete.IsEmpty && _board.Partial.IsEmpty),
    };

    private string ReferenceNote() => _board.References.All(row => row.RankedBy.Estimate is null)
        ? "To compare with, not ranked."
        : "To compare with, not ranked: the line across the bars.";

    // On a whole board a row without a score still has other figures; in a single use case it would be a line of dashes.
    private ImmutableArray<LeaderboardRow> Listed =>
        _useCase is null ? OnThisPage(_board.Unscored, _board.Complete.Length + _board.Partial.Length) : [];

    private ImmutableArray<LeaderboardRow> Absent => _useCase is null ? [] : _board.Unscored;

    /// <summary>The rows of a section that this page shows; <paramref name="before"/> counts the board's rows before the section.</summary>
    private ImmutableArray<LeaderboardRow> OnThisPage(ImmutableArray<LeaderboardRow> section, int before)
    {
        if (_useCase is not null)
        {
            return section;
        }

        var from = Math.Clamp(((_part - 1) * PartSize(_board)) - before, 0, section.Length);
        var to = Math.Clamp((_part * PartSize(_board)) - before, 0, section.Length);
        return section[from..to];
    }

    private bool WithCoverage => _board.UseCases.Length > 1;

    private int Span => 4 + (WithCoverage ? 1 : 0) + _others.Length + _groups.Sum(group => group.Columns.Length);

    private string Caption()
    {
        var what = _useCase is null ? _board.Benchmark.Name : $"{_useCase.Name}, {_board.Benchmark.Name}";
        var how = _scope.Length == 0 ? "" : $", {_board.Method.Name}";
        var order = _board.Benchmark.Unranked is null ? "best first" : "highest first, which is no ranking";
        return $"{what}, release {_board.Release.Id}{how}: models by {DimensionText.InSentence(_board.RankBy.Name)}, {order}";
    }

    private ScriptObject Head(Dimension dimension, int column) => new()
    {
        ["name"] = dimension.Name,
        ["sub"] = DimensionText.Unit(_board.Benchmark, dimension),
        ["key"] = dimension.Id,
        ["id"] = column == 0 ? null : $"c{Format.Plain(column)}",
        ["part"] = false,
        ["css"] = column == 0 ? "score" : $"num c{Format.Plain(column)}",
        ["sort"] = dimension.Better == Direction.Higher ? "descending" : "ascending",
    };

    /// <summary>The headings after the score, in order: each dimension's parts stand behind it.</summary>
    private ScriptArray Columns()
    {
        var heads = new ScriptArray();
        AddParts(heads, _board.RankBy);
        for (var i = 0; i < _others.Length; i++)
        {
            heads.Add(Head(_others[i], i + 1));
            AddParts(heads, _others[i]);
        }

        return heads;
    }

    private void AddParts(ScriptArray heads, Dimension dimension)
    {
        foreach (var (group, i) in GroupsOf(dimension))
        {
            heads.AddRange(group.Columns.Select(column => new ScriptObject
            {
                ["name"] = column.Name,
                ["sub"] = dimension.Name,
                ["key"] = column.Key(""),
                ["id"] = null,
                ["part"] = true,
                ["css"] = PartCss(i),
            }));
        }
    }

    private IEnumerable<(PartGroup Group, int Index)> GroupsOf(Dimension dimension) =>
        _groups.Select((group, i) => (group, i)).Where(entry => entry.group.Dimension.Id == dimension.Id);

    private static string PartCss(int group) => $"num part p{Format.Plain(group + 1)}";

    private static ScriptObject Toggle(PartGroup group, int index) => new()
    {
        ["id"] = $"p{Format.Plain(index + 1)}",
        ["key"] = $"{group.Dimension.Id}.{BoardFilters.Slug(group.Name)}",
        ["label"] = $"{group.Dimension.Name}: {group.Name}",
        ["count"] = Format.Plain(group.Columns.Length),
    };

    /// <summary>What a narrow screen may show beside the score.</summary>
    private ScriptArray Choices()
    {
        var choices = new ScriptArray();
        for (var i = 0; i < _others.Length; i++)
        {
            choices.Add(new ScriptObject
            {
                ["id"] = $"c{Format.Plain(i + 1)}",
                ["label"] = _others[i].Name,
                ["chosen"] = i == FirstMeasured,
            });
        }

        return choices;
    }

    /// <summary>The first other dimension that any row has, so that a narrow screen does not begin with a column of dashes.</summary>
    private int FirstMeasured
    {
        get
        {
            var first = _others.Select((dimension, i) => (dimension, i))
                .Where(entry => _board.Rows.Any(row => row[entry.dimension].Estimate is not null))
                .Select(entry => entry.i)
                .DefaultIfEmpty(0);
            return first.First();
        }
    }

    private PartsModel Row(LeaderboardRow row, bool light)
    {
        var key = FigureKey.Row(_board, row, _useCase);
        return new PartsModel(16)
        {
            ["id"] = RowId(row, _scope),
            ["light"] = light,
            ["rank"] = RankText.Of(row) ?? RankText.OnRequest(row),
            ["name"] = row.Model.Name,
            ["variant"] = row.Submission.Variant.Length == 0 ? null : row.Submission.Variant,
            ["label"] = row.Label,
            ["long"] = row.Label.Length > LongLabel,
            ["provider"] = row.Provider.Name,
            ["own_judge"] = JudgeText.OfOwnProvider(_agreement, _board, row).Any(),
            ["path"] = Addresses.ModelOn(row, _board),
            ["score"] = Figure.Of(FigureKey.Dimension(key, _board.RankBy), _board.RankBy.Unit, row.RankedBy.Estimate, _scale),
            ["cells"] = Models.Later(() => Cells(row, key)),
            ["coverage"] = WithCoverage ? CoverageDots(row.RankedBy.Coverage) : null,
            ["source"] = _index.InRepository(row.Place),
        };
    }

    private ScriptArray Cells(LeaderboardRow row, string key)
    {
        var cells = new ScriptArray();
        AddPartCells(cells, row, key, _board.RankBy);
        for (var i = 0; i < _others.Length; i++)
        {
            var dimension = _others[i];
            var score = row[dimension];
            cells.Add(new ScriptObject
            {
                ["css"] = $"num c{Format.Plain(i + 1)}",
                ["figure"] = Figure.Of(FigureKey.Dimension(key, dimension), dimension.Unit, score.Estimate),
                ["tier"] = Figure.Tier(dimension, score.Tier),
                ["partial"] = score.IsPartial ? $"{Format.Plain(score.Coverage.Count)} of {Format.Plain(score.Coverage.Total)}" : null,
            });
            AddPartCells(cells, row, key, dimension);
        }

        return cells;
    }

    private void AddPartCells(ScriptArray cells, LeaderboardRow row, string key, Dimension dimension)
    {
        foreach (var (group, i) in GroupsOf(dimension))
        {
            cells.AddRange(group.Columns.Select(column => new ScriptObject
            {
                ["css"] = PartCss(i),
                ["figure"] = Figure.Of(column.Key(key), column.Unit, column.Estimate(row)),
                ["tier"] = null,
                ["partial"] = null,
            }));
        }
    }

    private ScriptObject CoverageDots(Coverage coverage)
    {
        var missing = _board.UseCases.Where((_, i) => !coverage.Covered[i]).Select(useCase => useCase.Name).ToArray();
        var text = $"{Format.Plain(coverage.Count)} of {Format.Plain(coverage.Total)}";
        return new ScriptObject
        {
            ["dots"] = coverage.Total <= MostDots ? new ScriptArray(coverage.Covered.Select(covered => (object)covered)) : null,
            ["many"] = coverage.Total > FewDots,
            ["text"] = text,
            ["missing"] = missing.Length is 0 || coverage.IsEmpty || missing.Length > 6 ? null : $"without {Format.List(missing)}",
        };
    }

    private string PartialNote()
    {
        var first = _board.Partial[0].RankedBy.Coverage;
        var same = _board.Partial.All(row => row.RankedBy.Coverage.Covered.AsSpan().SequenceEqual(first.Covered.AsSpan()));
        var names = _board.UseCases.Where((_, i) => first.Covered[i]).Select(useCase => useCase.Name).ToArray();
        return same && names.Length <= 3
            ? $"Partial: {Format.List(names)} only. Not ranked against complete rows."
            : "Partial: some use cases only. Not ranked against complete rows.";
    }

    private ScriptObject Withdrawn(Submission submission)
    {
        var model = _index.Scored.Catalogue.Models[submission.Model];
        return new ScriptObject
        {
            ["name"] = model.Name,
            ["variant"] = submission.Variant.Length == 0 ? null : submission.Variant,
            ["path"] = Addresses.Model(model.Id),
            ["on"] = submission.Withdrawn is { } withdrawn ? Format.Date(withdrawn.On) : null,
            ["reason"] = submission.Withdrawn?.Reason,
            ["source"] = _index.InRepository(submission.Place),
        };
    }
}
