using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Xml;
using CrmBench.Core.Scoring;
using CrmBench.Data.Csv;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

/// <summary>A board as CSV, one figure a row.</summary>
internal static class ResultsCsv
{
    private static readonly ImmutableArray<string> Header =
    [
        "benchmark", "release", "method", "invented", "submission", "model", "variant", "provider", "rank", "rank_best", "rank_worst",
        "use_case", "dimension", "metric", "unit", "value", "low", "high", "level", "n", "n_of", "basis", "use_cases_covered",
        "use_cases", "belongs_to", "source",
    ];

    /// <summary>The file's bytes: UTF-8 without a byte order mark.</summary>
    public static byte[] Write(Leaderboard board) => FileBytes.Of(buffer => Write(board, buffer));

    /// <summary>Writes the file's bytes.</summary>
    public static void Write(Leaderboard board, ArrayBufferWriter<byte> buffer)
    {
        var lines = new CsvLines(buffer);
        lines.Line(Header);
        foreach (var row in board.Rows.Concat(board.References))
        {
            byte[]? beginning = null;
            foreach (var figure in ResultFigure.Of(row))
            {
                if (beginning is null)
                {
                    var start = buffer.WrittenCount;
                    Begin(lines, board, row);
                    beginning = buffer.WrittenSpan[start..].ToArray();
                }
                else
                {
                    lines.Begin(beginning);
                }

                Finish(lines, figure);
                lines.End();
            }
        }
    }

    private static void Begin(CsvLines lines, Leaderboard board, LeaderboardRow row)
    {
        lines.Field(board.Benchmark.Id);
        lines.Field(board.Release.Id);
        lines.Field(board.Method.Id);
        lines.Field(board.Benchmark.Invented ? "yes" : "");
        lines.Field(row.Submission.Id);
        lines.Field(SpreadsheetText.Inert(row.Model.Name));
        lines.Field(SpreadsheetText.Inert(row.Submission.Variant));
        lines.Field(SpreadsheetText.Inert(row.Provider.Name));
        lines.Field(row.Rank);
        lines.Field(row.RankRange?.Best);
        lines.Field(row.RankRange?.Worst);
    }

    private static void Finish(CsvLines lines, ResultFigure figure)
    {
        var estimate = figure.Estimate;
        lines.Field(figure.UseCase?.Id ?? "");
        lines.Field(figure.Dimension.Id);
        lines.Field(figure.Metric?.Id ?? "");
        lines.Field(ResultWords.Of(figure.Unit));
        lines.Field(estimate.Value);
        lines.Field(estimate.Interval?.Low);
        lines.Field(estimate.Interval?.High);
        lines.Field(estimate.Level);
        lines.Field(estimate.Count);
        lines.Field(ResultWords.Of(estimate.CountOf));
        lines.Field(ResultWords.Of(estimate.Basis));
        lines.Field(figure.Coverage?.Count);
        lines.Field(figure.Coverage?.Total);
        lines.Field(ResultWords.Of(estimate.Belonging));
        lines.Field(SpreadsheetText.Inert(figure.Sources is [var only] ? only : string.Join(' ', figure.Sources)));
    }
}

/// <summary>Text within CSV that a spreadsheet may open.</summary>
internal static class SpreadsheetText
{
    // A spreadsheet runs a cell that begins like a formula; an apostrophe in front makes it text (OWASP, "CSV injection"). Signs of full
    // width count too, since spreadsheets of East Asia take them for the others. csv.js has the same signs.
    private const string Signs = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Inert(string text) => text.Length > 0 && Signs.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}

/// <summary>Text within XML.</summary>
internal static class XmlText
{
    /// <summary>The text, escaped for elements and quoted attributes; what XML does not allow at all becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            allowed.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\ufffd" : rune.ToString());
        }

        return Html.FromText(allowed.ToString()).Markup;
    }
}
