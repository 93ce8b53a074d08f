using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Downloads;

/// <summary>A board as JSON: what it is, then one figure an object.</summary>
internal static class ResultsJson
{
    // Names stay readable; the file is data, never part of a page.
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Leaderboard board) => FileBytes.Of(buffer => Write(board, buffer));

    /// <summary>Writes the file's bytes.</summary>
    public static void Write(Leaderboard board, ArrayBufferWriter<byte> buffer)
    {
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteString("benchmark", board.Benchmark.Id);
            json.WriteString("name", board.Benchmark.Name);
            json.WriteString("release", board.Release.Id);
            json.WriteString("date", ResultDay(board));
            json.WriteString("method", board.Method.Id);
            json.WriteBoolean("invented", board.Benchmark.Invented);
            json.WriteString("ranked_by", board.RankBy.Id);
            json.WriteNumber("confidence_level", board.Benchmark.ConfidenceLevel);
            WriteNumber(json, "smallest_difference", board.SmallestDifference);
            json.WriteStartArray("rows");
            foreach (var row in board.Rows)
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
        }

        buffer.Write("\n"u8);
    }

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
        json.WriteString("use_case", figure.UseCase?.Id);
        json.WriteString("dimension", figure.Dimension.Id);
        json.WriteString("metric", figure.Metric?.Id);
        json.WriteString("unit", ResultWords.Of(figure.Unit));
        json.WriteNumber("value", figure.Estimate.Value);
        WriteNumber(json, "low", figure.Estimate.Interval?.Low);
        WriteNumber(json, "high", figure.Estimate.Interval?.High);
        WriteNumber(json, "level", figure.Estimate.Level);
        WriteNumber(json, "n", figure.Estimate.Count);
        json.WriteString("n_of", ResultWords.Of(figure.Estimate.CountOf));
        json.WriteString("basis", ResultWords.Of(figure.Estimate.Basis));
        WriteNumber(json, "use_cases_covered", figure.Coverage?.Count);
        json.WriteStartArray("sources");
        foreach (var url in figure.Sources)
        {
            json.WriteStringValue(url);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
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
}
