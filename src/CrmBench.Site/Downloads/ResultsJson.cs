using System.Buffers;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

/// <summary>A board as JSON: what it is, then one figure an object.</summary>
internal static class ResultsJson
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Leaderboard board) => FileBytes.Of(buffer => Write(board, buffer));

    /// <summary>Writes the file's bytes.</summary>
    public static void Write(Leaderboard board, ArrayBufferWriter<byte> buffer) => FileBytes.WriteJson(buffer, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("schema", 1);
        json.WriteString("benchmark", board.Benchmark.Id);
        json.WriteString("name", board.Benchmark.Name);
        json.WriteString("release", board.Release.Id);
        json.WriteString("date", ResultDay(board));
        json.WriteString("status", board.Release.Status == ReleaseStatus.Draft ? "draft" : "frozen");
        json.WriteString("method", board.Method.Id);
        json.WriteBoolean("invented", board.Benchmark.Invented);
        json.WriteString("ranked_by", board.RankBy.Id);
        json.WriteNumber("confidence_level", board.Benchmark.ConfidenceLevel);
        json.WriteString("comparisons", board.Benchmark.Holm ? "holm" : "each");
        WriteNumber(json, "smallest_difference", board.SmallestDifference);
        json.WriteStartArray("rows");
        foreach (var row in board.Rows.Concat(board.References))
        {
            // A row of which nothing was measured has no object.
            var figures = ResultFigure.Of(row).ToArray();
            if (figures.Length > 0)
            {
                WriteRow(json, row, figures);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string ResultDay(Leaderboard board) =>
        board.Release.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void WriteRow(Utf8JsonWriter json, LeaderboardRow row, ResultFigure[] figures)
    {
        json.WriteStartObject();
        json.WriteString("submission", row.Submission.Id);
        json.WriteString("model", row.Model.Id);
        json.WriteString("name", row.Model.Name);
        json.WriteString("variant", row.Submission.Variant);
        json.WriteString("provider", row.Provider.Id);
        WriteNumber(json, "rank", row.Rank);
        WriteNumber(json, "rank_best", row.RankRange?.Best);
        WriteNumber(json, "rank_worst", row.RankRange?.Worst);
        json.WriteStartArray("figures");
        foreach (var figure in figures)
        {
            WriteFigure(json, figure);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, ResultFigure figure)
    {
        json.WriteStartObject();
        json.WriteString(Names.UseCase, figure.UseCase?.Id);
        json.WriteString(Names.Dimension, figure.Dimension.Id);
        json.WriteString(Names.Metric, figure.Metric?.Id);
        json.WriteString(Names.Unit, ResultWords.Of(figure.Unit));
        json.WriteNumber(Names.Value, figure.Estimate.Value);
        WriteNumber(json, Names.Low, figure.Estimate.Interval?.Low);
        WriteNumber(json, Names.High, figure.Estimate.Interval?.High);
        WriteNumber(json, Names.Level, figure.Estimate.Level);
        WriteNumber(json, Names.N, figure.Estimate.Count);
        json.WriteString(Names.NOf, ResultWords.Of(figure.Estimate.CountOf));
        json.WriteString(Names.Basis, ResultWords.Of(figure.Estimate.Basis));
        WriteNumber(json, Names.UseCasesCovered, figure.Coverage?.Count);
        json.WriteString(Names.BelongsTo, ResultWords.Of(figure.Estimate.Belonging));
        json.WriteStartArray(Names.Sources);
        foreach (var url in figure.Sources)
        {
            json.WriteStringValue(url);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number) =>
        WriteNumber(json, JsonEncodedText.Encode(name), number);

    private static void WriteNumber(Utf8JsonWriter json, JsonEncodedText name, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>The properties of a figure, encoded once: a board has a hundred thousand figures.</summary>
    private static class Names
    {
        public static readonly JsonEncodedText UseCase = Name("use_case");
        public static readonly JsonEncodedText Dimension = Name("dimension");
        public static readonly JsonEncodedText Metric = Name("metric");
        public static readonly JsonEncodedText Unit = Name("unit");
        public static readonly JsonEncodedText Value = Name("value");
        public static readonly JsonEncodedText Low = Name("low");
        public static readonly JsonEncodedText High = Name("high");
        public static readonly JsonEncodedText Level = Name("level");
        public static readonly JsonEncodedText N = Name("n");
        public static readonly JsonEncodedText NOf = Name("n_of");
        public static readonly JsonEncodedText Basis = Name("basis");
        public static readonly JsonEncodedText UseCasesCovered = Name("use_cases_covered");
        public static readonly JsonEncodedText BelongsTo = Name("belongs_to");
        public static readonly JsonEncodedText Sources = Name("sources");

        private static JsonEncodedText Name(string name) => JsonEncodedText.Encode(name);
    }
}
