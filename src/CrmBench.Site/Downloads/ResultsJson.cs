using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Core.Scoring;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;
using Column = CrmBench.Site.Downloads.DownloadColumn<CrmBench.Site.Downloads.ResultFigure>;

namespace CrmBench.Site.Downloads;

/// <summary>
/// A board as JSON: the same columns as in <see cref="FigureTable"/>, but what repeats stands once. Use cases, what was measured and sources are lists,
/// which the figures of a row name by position; a column of figures without a value is left out, and one value stands for a column of the same.
/// </summary>
internal sealed class ResultsJson
{
    /// <summary>The version of the form: it changes whenever a reader of the old one would misread the new one.</summary>
    public const int Version = 2;

    private readonly Utf8JsonWriter _json;
    private readonly Leaderboard _board;
    private readonly ImmutableArray<ResultFigure> _figures;
    private readonly OrderedDictionary<(FigureKind, string, string?, string?), ResultFigure> _measures = [];
    private readonly OrderedDictionary<string, ResultFigure> _origins = new(StringComparer.Ordinal);

    private ResultsJson(Utf8JsonWriter json, Leaderboard board, ImmutableArray<ResultFigure> figures)
    {
        (_json, _board, _figures) = (json, board, figures);
        foreach (var figure in figures)
        {
            _measures.TryAdd(MeasureOf(figure), figure);
            _origins.TryAdd(OriginOf(figure), figure);
        }
    }

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Leaderboard board) => FileBytes.Of(buffer => Write(board, [.. ResultFigure.Of(board)], buffer));

    /// <summary>Writes the file's bytes.</summary>
    /// <param name="board">The board.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="buffer">Takes the bytes.</param>
    public static void Write(Leaderboard board, ImmutableArray<ResultFigure> figures, ArrayBufferWriter<byte> buffer) =>
        FileBytes.WriteJson(buffer, json => new ResultsJson(json, board, figures).Write());

    private void Write()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "../../../api/v1/schemas/leaderboard.schema.json");
        _json.WriteNumber("schema", Version);
        _json.WriteString("benchmark", _board.Benchmark.Id);
        _json.WriteString("name", _board.Benchmark.Name);
        _json.WriteString("release", _board.Release.Id);
        _json.WriteString("date", Format.IsoDate(_board.Release.Date));
        _json.WriteString("status", ResultWords.Of(_board.Release.Status));
        _json.WriteString("method", _board.Method.Id);
        _json.WriteBoolean("invented", _board.Benchmark.Invented);
        _json.WriteString("ranked_by", _board.RankBy.Id);
        _json.WriteNumber("confidence_level", _board.Benchmark.ConfidenceLevel);
        _json.WriteString("comparisons", _board.Benchmark.Holm ? "holm" : "each");
        if (_board.SmallestDifference is { } smallest)
        {
            _json.WriteCarried("smallest_difference", smallest);
        }
        else
        {
            _json.WriteNull("smallest_difference");
        }

        WriteUseCases();
        WriteList("measures", _measures.Values, FigureTable.OfMeasure);
        WriteList("sources", _origins.Values, [.. FigureTable.OfOrigin.Where(IsOfSource)]);
        _json.WriteStartArray("rows");
        // A row of which nothing was measured has no object.
        foreach (var figures in _figures.GroupBy(figure => figure.Row))
        {
            WriteRow(figures.Key, [.. figures]);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteUseCases()
    {
        _json.WriteStartArray("use_cases");
        foreach (var useCase in _board.UseCases.Where(useCase => !useCase.IsWhole))
        {
            _json.WriteStartObject();
            _json.WriteString("use_case_id", useCase.Id);
            _json.WriteString("name", useCase.Name);
            _json.WriteString("area", useCase.Area);
            _json.WriteString("type", useCase.Type);
            _json.WriteString("profile", useCase.Profile);
            _json.WriteCarried("weight", _board.Benchmark.WeightOf(useCase));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteList(string name, IEnumerable<ResultFigure> figures, ImmutableArray<Column> columns)
    {
        _json.WriteStartArray(name);
        foreach (var figure in figures)
        {
            _json.WriteStartObject();
            foreach (var column in columns)
            {
                _json.WritePropertyName(column.Name);
                column.Write(_json, figure);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteRow(LeaderboardRow row, ResultFigure[] figures)
    {
        _json.WriteStartObject();
        foreach (var column in FigureTable.OfRow)
        {
            _json.WritePropertyName(column.Name);
            column.Write(_json, figures.FirstOrDefault(figure => figure.IsRanking) ?? figures[0]);
        }

        _json.WriteStartObject("figures");
        WriteColumn("use_case", figures, figure => figure.UseCase is { } useCase ? _board.UseCases.IndexOf(useCase) : null);
        WriteColumn("measure", figures, figure => _measures.IndexOf(MeasureOf(figure)));
        foreach (var column in FigureTable.OfEstimate)
        {
            WriteColumn(column, figures);
        }

        WriteColumn("source", figures, figure => _origins.IndexOf(OriginOf(figure)));
        WriteColumn(FigureTable.OfOrigin.Single(column => column.Name == FigureTable.Line), figures);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteColumn(string name, ResultFigure[] figures, Func<ResultFigure, int?> position) =>
        WriteColumn(Column.Whole(name, "", figure => position(figure)), figures);

    private void WriteColumn(Column column, ResultFigure[] figures)
    {
        if (figures.All(column.IsEmpty))
        {
            return;
        }

        _json.WritePropertyName(column.Name);
        if (figures.All(figure => column.IsSame(figure, figures[0])))
        {
            column.Write(_json, figures[0]);
            return;
        }

        _json.WriteStartArray();
        foreach (var figure in figures)
        {
            column.Write(_json, figure);
        }

        _json.WriteEndArray();
    }

    private static bool IsOfSource(Column column) => column.Name is not (FigureTable.Line or FigureTable.Invented);

    private static (FigureKind Kind, string Dimension, string? Metric, string? Part) MeasureOf(ResultFigure figure) =>
        (figure.Kind, figure.Dimension.Id, figure.Metric?.Id, figure.Part?.Id);

    private static string OriginOf(ResultFigure figure) => figure.Origin.Key;
}
