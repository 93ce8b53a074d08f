using System.Text.Json;

namespace CrmBench.Tests.EndToEnd;

/// <summary>
/// The JSON of a board, put together by its description: lists by position, one value for a column of the same, and no column where there is nothing.
/// </summary>
internal static class ResultsFile
{
    /// <summary>Its figures as rows of the flat table.</summary>
    /// <param name="json">The file.</param>
    /// <param name="columns">The columns of that table, in its order.</param>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string json, IEnumerable<string> columns)
    {
        using var document = JsonDocument.Parse(json);
        var board = document.RootElement;
        foreach (var row in board.GetProperty("rows").EnumerateArray())
        {
            var figures = row.GetProperty("figures");
            var count = figures.EnumerateObject().Select(column => column.Value.ValueKind == JsonValueKind.Array ? column.Value.GetArrayLength() : 1).Max();
            for (var i = 0; i < count; i++)
            {
                yield return columns.ToDictionary(column => column, column => Text(Value(board, row, figures, column, i), column), StringComparer.Ordinal);
            }
        }
    }

    private static JsonElement? Value(JsonElement board, JsonElement row, JsonElement figures, string column, int i) => column switch
    {
        "benchmark" or "release" or "status" or "method" or "invented" => board.GetProperty(column),
        // Rank and range belong to the figure that orders the board.
        "rank" or "rank_best" or "rank_worst" => IsRanking(board, figures, i) ? row.GetProperty(column) : null,
        "use_case_id" or "area" or "type" or "profile" or "weight" => Listed(board, figures, "use_cases", "use_case", column, i),
        "kind" or "dimension" or "metric" or "part" or "unit" or "direction" or "scale_low" or "scale_high" => Listed(board, figures, "measures", "measure", column, i),
        "source_id" or "source" or "licence" or "source_date" or "path" => Listed(board, figures, "sources", "source", column, i),
        _ => row.TryGetProperty(column, out var value) ? value : At(figures, column, i),
    };

    private static bool IsRanking(JsonElement board, JsonElement figures, int i) =>
        At(figures, "use_case", i) is not { ValueKind: JsonValueKind.Number }
        && Listed(board, figures, "measures", "measure", "kind", i)!.Value.GetString() == "dimension"
        && Listed(board, figures, "measures", "measure", "dimension", i)!.Value.GetString() == board.GetProperty("ranked_by").GetString();

    private static JsonElement? Listed(JsonElement board, JsonElement figures, string list, string position, string column, int i) =>
        At(figures, position, i) is { ValueKind: JsonValueKind.Number } at ? board.GetProperty(list)[at.GetInt32()].GetProperty(column) : null;

    private static JsonElement? At(JsonElement figures, string column, int i) =>
        !figures.TryGetProperty(column, out var values) ? null : values.ValueKind == JsonValueKind.Array ? values[i] : values;

    private static string Text(JsonElement? value, string column) => value switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        // A table has an apostrophe before what a spreadsheet would run.
        { ValueKind: JsonValueKind.String } text when column is "model" or "provider" or "variant" && text.GetString() is ['=' or '+' or '-' or '@', ..] => $"'{text.GetString()}",
        { } other => other.ToString(),
    };
}
