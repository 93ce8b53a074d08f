using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the partial <c>board-table</c> shows.</summary>
/// <remarks>
/// A note is null where the rows below it are none. <c>Scope</c> tells tables of one page apart; <c>Data</c> is the file of a board that
/// scripts can narrow; a <c>Paged</c> board goes on at further addresses, and its many rows do not repeat the unit that the heading has;
/// <c>ReferenceAt</c> is where the line of the one reference crosses the bars.
/// </remarks>
[TemplateModel]
internal sealed partial record BoardTableModel(
    string Caption,
    string Scope,
    string? Data,
    string BoardKey,
    bool Paged,
    string Compare,
    Lazy<BoardFiltersModel?> Filters,
    BoardColumn Score,
    string? BarNote,
    bool LogBars,
    Lazy<ImmutableArray<BoardColumn>> Columns,
    Lazy<ImmutableArray<PartToggle>> Groups,
    Lazy<ImmutableArray<ColumnChoice>> Choices,
    Lazy<ImmutableArray<DimensionAbout>> Abouts,
    int WithdrawnSpan,
    bool WithCoverage,
    bool Many,
    NounWords UseCaseNoun,
    Lazy<bool> HasSources,
    int Span,
    Lazy<bool> WithIntervals,
    Lazy<ImmutableArray<BoardRow>> Complete,
    bool Unranked,
    string? ReferenceNote,
    Lazy<ImmutableArray<BoardRow>> References,
    string? ReferenceAt,
    string? PartialNote,
    Lazy<ImmutableArray<BoardRow>> Partial,
    string? UnscoredNote,
    Lazy<ImmutableArray<BoardRow>> Unscored,
    string? AbsentNote,
    Lazy<ImmutableArray<AbsentRow>> Absent,
    Lazy<ImmutableArray<WithdrawnRow>> Withdrawn,
    bool Empty);

/// <summary>The heading of a column. Columns of parts have no id: readers show and hide them as a group.</summary>
[TemplateModel]
internal sealed partial record BoardColumn(
    string Name, string Sub, string Key, string Css, string? Id = null, string? Sort = null, bool Money = false, string? About = null)
{
    /// <summary>Whether there is more room beside the unit than beside the name.</summary>
    public bool BesideUnit => Name.Length > Sub.Length;
}

/// <summary>The switch that opens a group of columns.</summary>
[TemplateModel]
internal sealed partial record PartToggle(string Id, string Key, string Label, string Count);

/// <summary>A column that a narrow screen may show beside the score.</summary>
[TemplateModel]
internal sealed partial record ColumnChoice(string Id, string Label, bool Chosen);

/// <summary>What the partial <c>board-row</c> shows.</summary>
[TemplateModel]
internal sealed partial record BoardRow(
    string Id,
    bool Light,
    string? Rank,
    string Name,
    string? Variant,
    string Label,
    bool Long,
    string Provider,
    bool OwnJudge,
    string Path,
    Figure? Score,
    TierMark? Tier,
    string? Band,
    Lazy<ImmutableArray<BoardCell>> Cells,
    CoverageDots? Coverage,
    string Source);

/// <summary>A figure of a row, with the tier of a cost, the band that its publisher printed, and how many use cases it covers where some are missing.</summary>
[TemplateModel]
internal sealed partial record BoardCell(string Css, Figure? Figure, TierMark? Tier = null, string? Band = null, string? Partial = null);

/// <summary>The use cases that a row covers: one dot each where there are few, always in words.</summary>
[TemplateModel]
internal sealed partial record CoverageDots(ImmutableArray<bool>? Dots, bool Many, string Text, string? Missing);

/// <summary>A row of the release without a result on this board.</summary>
[TemplateModel]
internal sealed partial record AbsentRow(string Label, string Path);

/// <summary>A row that was withdrawn, with the reason.</summary>
[TemplateModel]
internal sealed partial record WithdrawnRow(string Name, string? Variant, string Path, string? On, string? Reason, string Source);

/// <summary>Makes the table of a board, or the part of it that a page shows.</summary>
internal sealed class BoardTable
{
    /// <summary>More use cases than this are told as a count instead of one dot each.</summary>
    internal const int MostDots = 12;

    /// <summary>More dots than this are small ones.</summary>
    internal const int FewDots = 6;

    /// <summary>The most rows with which a board stands on one page.</summary>
    private const int MostRows = 300;

    /// <summary>Columns beside the score with which a board has room for charts at its side.</summary>
    private const int MostBesideCharts = 7;

    /// <summary>Rows on each page of a longer board: few, so that the first page is there soon.</summary>
    private const int RowsOfAPart = 50;

    /// <summary>Sources that a heading names; the others stand at the end of the page.</summary>
    private const int MostSources = 3;

    /// <summary>Characters of a name with its variant beyond which it may take several lines.</summary>
    internal const int LongLabel = 32;

    private readonly SiteIndex _index;
    private readonly Leaderboard _board;
    private readonly UseCase? _useCase;
    private readonly string _scope;
    private readonly ImmutableArray<Dimension> _others;
    private readonly ImmutableArray<int> _decimals;
    private readonly ImmutableArray<int> _signs;
    private readonly int _scoreDecimals;
    private readonly int _scoreSigns;
    private readonly ImmutableArray<PartGroup> _groups;
    private readonly ImmutableArray<Dimension> _unmeasured;
    private readonly BarScale _scale;
    private readonly bool _bothEnds;
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
        // The page of a use case says of each dimension whether it was measured: an empty column would only say so again.
        _others =
        [
            .. board.Benchmark.Dimensions.Where(dimension => dimension.Id != board.RankBy.Id
                && (useCase is null || board.Rows.Concat(board.References).Any(row => row[dimension].Estimate is not null))),
        ];
        _decimals = [.. _others.Select(MostDecimals)];
        _signs = [.. _others.Select(dimension => Most(dimension, Figure.Signs))];
        (_scoreDecimals, _scoreSigns) = (MostDecimals(board.RankBy), Most(board.RankBy, Figure.Signs));
        _groups = PartColumns.Of(board);
        // On the board itself such a column stays closed until somebody opens it.
        _unmeasured = board.Rows.Any()
            ? [.. _others.Where(dimension => board.Rows.Concat(board.References).All(row => row[dimension] is { Estimate: null, Tier: null } score
                && score.Metrics.All(metric => metric.Estimate is null)))]
            : [];
        _agreement = index.AgreementOf(board);
        _scale = BarScale.OfTable(board.RankBy, [.. board.Rows.Select(row => row.RankedBy.Estimate)]);
        _bothEnds = BothEnds(board);
    }

    /// <summary>Whether the table of a board tells intervals by both ends, and not by ±.</summary>
    public static bool BothEnds(Leaderboard board) =>
        Figure.NeedBothEnds(board.RankBy.Printed, board.Rows.Concat(board.References).Select(row => row.RankedBy.Estimate));

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

    public BoardTableModel Model() => new(
        Caption: Caption(),
        Scope: _scope,
        // A board over all use cases can be narrowed in the browser; a single use case is a narrowed board already.
        Data: _useCase is null && _part == 1 ? DownloadFiles.PathOf(_board, DownloadFiles.ForBrowser) : null,
        BoardKey: Addresses.BoardKey(_board),
        Paged: _useCase is null && Parts(_board) > 1,
        Compare: Addresses.Compare,
        Filters: new(() => _useCase is null && _part == 1 ? BoardFilters.Of(_board) : null),
        Score: Head(_board.RankBy, 0),
        BarNote: _board.RankBy.Unit is Unit.Grade ? EndsOf(_board.RankBy.Scale) : _scale.IsLog ? "bar on a log scale" : _board.RankBy.Unit is Unit.Usd ? null : $"bar {Format.Compact(_scale.Low)}–{Format.Compact(_scale.High)}",
        LogBars: _scale.IsLog,
        Columns: new(Columns),
        Groups: new(() => [.. _groups.Select(Toggle), .. _unmeasured.Select(ToggleOfUnmeasured)]),
        Choices: new(Choices),
        Abouts: new(() => [.. _others.Prepend(_board.RankBy).Select(About)]),
        WithdrawnSpan: Span - 2,
        WithCoverage: WithCoverage,
        Many: _others.Length - _unmeasured.Length > MostBesideCharts,
        UseCaseNoun: NounWords.Of(_board.Benchmark.UseCaseNoun),
        HasSources: new(() => !_index.Of(_board).Sources.IsEmpty),
        Span: Span,
        WithIntervals: new(() => _board.Rows.Any(row => row.RankedBy.Estimate?.Interval is not null)),
        Complete: Rows(OnThisPage(_board.Complete, 0), light: false),
        Unranked: _board.Benchmark.Unranked is not null,
        ReferenceNote: _board.References.IsEmpty || _part > 1 ? null : ReferenceNote(),
        References: Rows(_part > 1 ? [] : _board.References, light: true),
        ReferenceAt: _board.References is [{ RankedBy: { Coverage.IsComplete: true, Estimate: { } reference } }] ? _scale.Bar(reference).End : null,
        PartialNote: OnThisPage(_board.Partial, _board.Complete.Length).IsEmpty ? null : PartialNote(),
        Partial: Rows(OnThisPage(_board.Partial, _board.Complete.Length), light: true),
        UnscoredNote: Listed.IsEmpty ? null : $"No result for {DimensionText.InSentence(_board.RankBy.Name)} on this board.",
        Unscored: Rows(Listed, light: true),
        AbsentNote: Absent.IsEmpty
            ? null
            : $"{Format.Plural(Absent.Length, "row of this release has", "rows of this release have")} no result here",
        Absent: new(() => [.. Absent.Select(row => new AbsentRow(row.Label, Addresses.ModelOn(row, _board)))]),
        Withdrawn: new(() => [.. (_part == Parts(_board) || _useCase is not null ? _board.Withdrawn : []).Select(Withdrawn)]),
        Empty: !_board.Rows.Any() || (_useCase is not null && _board.Complete.IsEmpty && _board.Partial.IsEmpty));

    private string ReferenceNote() => _board.References.All(row => row.RankedBy.Estimate is null)
        ? "To compare with, not ranked."
        : "To compare with, not ranked: the line across the bars.";

    private ImmutableArray<LeaderboardRow> Listed => _useCase is null
        ? OnThisPage(_board.Unscored, _board.Complete.Length + _board.Partial.Length)
        : [.. _board.Unscored.Intersect(_board.MeasuredRows)];

    private ImmutableArray<LeaderboardRow> Absent => _useCase is null ? [] : [.. _board.Unscored.Except(_board.MeasuredRows)];

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
        return $"{what}, {ReleaseText.InSentence(_board.Benchmark, _board.Release)}{how}: {_board.Benchmark.Subject.Many} by “{_board.RankBy.Name}”, {order}";
    }

    /// <summary>The names of a scale's ends: <c>1 very poor, 4 very good</c>; null where they have none.</summary>
    private static string? EndsOf(RatingScale? scale)
    {
        string[] ends = [.. (scale?.Grades ?? []).Where(grade => grade.Value == scale!.Lowest || grade.Value == scale.Highest)
            .OrderBy(grade => grade.Value).Select(grade => $"{Format.Plain(grade.Value)} {DimensionText.InSentence(grade.Name)}")];
        return ends.Length == 2 ? string.Join(", ", ends) : null;
    }

    private BoardColumn Head(Dimension dimension, int column) => new(
        Name: dimension.Name,
        Sub: DimensionText.Unit(_board.Benchmark, dimension),
        Key: dimension.Id,
        Css: column == 0 ? "score" : CssOf(dimension, column),
        Id: column == 0 || _unmeasured.Contains(dimension) ? null : $"c{Format.Plain(column)}",
        Sort: dimension.Better == Direction.Higher ? "descending" : "ascending",
        Money: dimension.Unit == Unit.Usd,
        About: AboutId(dimension));

    private string CssOf(Dimension dimension, int column) => _unmeasured.IndexOf(dimension) is var at and >= 0
        ? PartCss(_groups.Length + at)
        : $"num c{Format.Plain(column)}";

    private string AboutId(Dimension dimension) => _scope.Length == 0 ? $"about-{dimension.Id}" : $"about-{_scope}-{dimension.Id}";

    private DimensionAbout About(Dimension dimension)
    {
        var benchmark = _board.Benchmark;
        var counted = dimension.CountedMetrics.ToArray();
        var filledBy = counted[0].FilledBy(_board.Method);
        var method = filledBy == _board.Method.Id ? _board.Method : benchmark.DeclaredMethods.FirstOrDefault(method => method.Id == filledBy);
        ImmutableArray<SourceUse> sources = [.. _index.Of(_board).Sources.Where(use => use.Gives.Contains(dimension.Name))];
        return new(
            Id: AboutId(dimension),
            Name: dimension.Name,
            Description: dimension.Description,
            Unit: DimensionText.Unit(benchmark, dimension),
            Better: DimensionText.Better(dimension.Better),
            Metrics: counted.Length > 1 ? Format.List([.. counted.Select(metric => metric.Name)]) : null,
            Grades: GradeText.All(dimension.Scale),
            Tiers: Tiers(dimension),
            Method: method is null ? null : $"{method.Name}: {method.Description}",
            Sources: [.. sources.Take(MostSources).Select(use => SourceList.Model(use.Source, []))],
            MoreSources: Math.Max(0, sources.Length - MostSources),
            Methodology: Addresses.Methodology(benchmark),
            Anchor: $"dimension-{dimension.Id}");
    }

    /// <summary>What the words of a dimension's bands mean here, and how the publisher's differ; null where it has no bands of ours.</summary>
    private string? Tiers(Dimension dimension) => dimension.Tiers is { AsPublished: false }
        ? $"Its tiers, {MoneyText.Unit(_board.Benchmark)}: {BoardNotes.TierBounds(dimension)}."
            + (_board.Rows.Any(row => TierMark.Published(row[dimension]) is not null)
                ? " Ours go by these bounds alone. What stands behind “publisher” is the word that the source printed, by bounds of its own, so the two may differ."
                : "")
        : null;

    /// <summary>The headings after the score, in order: each dimension's parts stand behind it.</summary>
    private ImmutableArray<BoardColumn> Columns() =>
    [
        .. PartsOf(_board.RankBy),
        .. _others.SelectMany((dimension, i) => PartsOf(dimension).Prepend(Head(dimension, i + 1))),
    ];

    private IEnumerable<BoardColumn> PartsOf(Dimension dimension) => GroupsOf(dimension).SelectMany(entry => entry.Group.Columns
        .Select(column => new BoardColumn(column.Name, dimension.Name, column.Key(""), PartCss(entry.Index))));

    private IEnumerable<(PartGroup Group, int Index)> GroupsOf(Dimension dimension) =>
        _groups.Select((group, i) => (group, i)).Where(entry => entry.group.Dimension.Id == dimension.Id);

    private static string PartCss(int group) => $"num part p{Format.Plain(group + 1)}";

    private static PartToggle Toggle(PartGroup group, int index) => new(
        Id: $"p{Format.Plain(index + 1)}",
        Key: $"{group.Dimension.Id}.{BoardFilters.Slug(group.Name)}",
        Label: $"{group.Dimension.Name}: {group.Name}",
        Count: Format.Plain(group.Columns.Length));

    private PartToggle ToggleOfUnmeasured(Dimension dimension, int index) => new(
        Id: $"p{Format.Plain(_groups.Length + index + 1)}",
        Key: dimension.Id,
        Label: dimension.Name,
        Count: "no figures");

    /// <summary>What a narrow screen may show beside the score.</summary>
    private ImmutableArray<ColumnChoice> Choices() =>
    [
        .. _others.Select((dimension, i) => (dimension, i)).Where(entry => !_unmeasured.Contains(entry.dimension))
            .Select(entry => new ColumnChoice($"c{Format.Plain(entry.i + 1)}", entry.dimension.Name, Chosen: entry.i == FirstMeasured)),
    ];

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

    /// <summary>The most digits behind the point in a column of money; 0 elsewhere: other units have alike many for alike sizes.</summary>
    private int MostDecimals(Dimension dimension) => Most(dimension, Figure.Decimals);

    private int Most(Dimension dimension, Func<string, int> length) => dimension.Unit != Unit.Usd ? 0 : _board.Rows.Concat(_board.References)
        .Select(row => row[dimension].Estimate is { } estimate ? length(Format.Value(dimension.Printed, estimate.Value)) : 0)
        .DefaultIfEmpty()
        .Max();

    private Lazy<ImmutableArray<BoardRow>> Rows(ImmutableArray<LeaderboardRow> rows, bool light) => new(() => [.. rows.Select(row => Row(row, light))]);

    private BoardRow Row(LeaderboardRow row, bool light)
    {
        var key = FigureKey.Row(_board, row, _useCase);
        return new(
            Id: RowId(row, _scope),
            Light: light,
            Rank: RankText.Of(row) ?? RankText.OnRequest(row),
            Name: row.Model.Name,
            Variant: row.Submission.Variant.Length == 0 ? null : row.Submission.Variant,
            Label: row.Label,
            Long: row.Label.Length > LongLabel,
            Provider: row.Provider.Name,
            OwnJudge: JudgeText.OfOwnProvider(_agreement, _board, row).Any(),
            Path: Addresses.ModelOn(row, _board),
            Score: Figure.Of(FigureKey.Dimension(key, _board.RankBy), _board.RankBy.Printed, row.RankedBy.Estimate, _scale, _bothEnds)?.Among(_scoreDecimals).Before(_scoreSigns),
            Tier: TierMark.Of(_board.RankBy, row.RankedBy.Tier),
            Band: TierMark.Published(row.RankedBy),
            Cells: new(() => Cells(row, key)),
            Coverage: WithCoverage ? CoverageDots(row.RankedBy.Coverage) : null,
            Source: _index.InRepository(row.Place));
    }

    private ImmutableArray<BoardCell> Cells(LeaderboardRow row, string key)
    {
        var cells = ImmutableArray.CreateBuilder<BoardCell>();
        AddPartCells(cells, row, key, _board.RankBy);
        for (var i = 0; i < _others.Length; i++)
        {
            var dimension = _others[i];
            var score = row[dimension];
            var figure = Figure.Of(FigureKey.Dimension(key, dimension), dimension.Printed, score.Estimate)?.Among(_decimals[i]);
            var tier = TierMark.Of(dimension, score.Tier);
            cells.Add(new(
                Css: CssOf(dimension, i + 1),
                Figure: tier is null ? figure : figure?.Before(_signs[i]),
                Tier: tier,
                Band: TierMark.Published(score),
                Partial: score.IsPartial ? $"{Format.Plain(score.Coverage.Count)} of {Format.Plain(score.Coverage.Total)}" : null));
            AddPartCells(cells, row, key, dimension);
        }

        return cells.ToImmutable();
    }

    private void AddPartCells(ImmutableArray<BoardCell>.Builder cells, LeaderboardRow row, string key, Dimension dimension)
    {
        foreach (var (group, i) in GroupsOf(dimension))
        {
            cells.AddRange(group.Columns.Select(column => new BoardCell(PartCss(i), Figure.Of(column.Key(key), column.Unit, column.Estimate(row)))));
        }
    }

    private CoverageDots CoverageDots(Coverage coverage)
    {
        var missing = _board.UseCases.Where((_, i) => !coverage.Covered[i]).Select(useCase => useCase.Name).ToArray();
        return new(
            Dots: coverage.Total <= MostDots ? [.. coverage.Covered] : null,
            Many: coverage.Total > FewDots,
            Text: $"{Format.Plain(coverage.Count)} of {Format.Plain(coverage.Total)}",
            Missing: missing.Length is 0 || coverage.IsEmpty || missing.Length > 6 ? null : $"without {Format.List(missing)}");
    }

    private string PartialNote()
    {
        var first = _board.Partial[0].RankedBy.Coverage;
        var same = _board.Partial.All(row => row.RankedBy.Coverage.Covered.AsSpan().SequenceEqual(first.Covered.AsSpan()));
        var names = _board.UseCases.Where((_, i) => first.Covered[i]).Select(useCase => useCase.Name).ToArray();
        return same && names.Length <= 3
            ? $"Partial: {Format.List(names)} only. Not ranked against complete rows."
            : $"Partial: some {_board.Benchmark.UseCaseNoun.Many} only. Not ranked against complete rows.";
    }

    private WithdrawnRow Withdrawn(Submission submission)
    {
        var model = _index.Scored.Catalogue.Models[submission.Model];
        return new(
            Name: model.Name,
            Variant: submission.Variant.Length == 0 ? null : submission.Variant,
            Path: Addresses.Model(model.Id),
            On: submission.Withdrawn is { } withdrawn ? Format.Date(withdrawn.On) : null,
            Reason: submission.Withdrawn?.Reason,
            Source: _index.InRepository(submission.Place));
    }
}
