using System.Text.Json;

namespace CrmBench.Tests.EndToEnd;

/// <summary>A figure of a cell as a script finds it.</summary>
/// <param name="Key">As pages call it.</param>
/// <param name="Value">The number.</param>
/// <param name="Low">Lower end of its interval, where the file has one.</param>
/// <param name="High">Upper end.</param>
/// <param name="Count">Its count, where the file has one.</param>
internal sealed record ScriptFigure(string Key, double Value, double? Low, double? High, double? Count);

/// <summary>The place of a row as a script finds it.</summary>
internal sealed record ScriptPlace(string Submission, int? Rank, int? Best, int? Worst);

/// <summary>
/// Reads what the site's scripts compute a board with, by the description in <c>BoardData</c> and <c>BoardCells</c> and with nothing of theirs: each metric
/// of each row in each use case, from a figure or from the ratings of its items.
/// </summary>
internal sealed class ScriptFile(JsonElement board)
{
    private const int FirstCode = '#';

    private string Beginning => $"{Id("benchmark")}/{Id("release")}/{Id("method")}";

    private string[] Submissions => [.. board.GetProperty("rows").GetProperty("submission").EnumerateArray().Select(id => id.GetString()!)];

    /// <summary>The places of complete rows.</summary>
    public IEnumerable<ScriptPlace> Places()
    {
        var ranking = board.GetProperty("ranking");
        return Submissions.Take(board.GetProperty("complete").GetInt32())
            .Select((id, row) => new ScriptPlace(id, (int?)At(ranking, "rank", row), (int?)At(ranking, "best", row), (int?)At(ranking, "worst", row)));
    }

    /// <summary>The figures of all cells; a band of cost without money has none.</summary>
    public IEnumerable<ScriptFigure> Figures()
    {
        string[] useCases = [.. board.GetProperty("use_cases").EnumerateArray().Select(useCase => useCase.GetProperty("id").GetString()!)];
        var metrics = Metrics().ToArray();
        var (firstFigure, firstGroup) = (0, 0);
        var submissions = Submissions;
        for (var row = 0; row < submissions.Length; row++)
        {
            int[] layout = [.. board.GetProperty("layouts")[(int)At(board.GetProperty("rows"), "layout", row)!].EnumerateArray().Select(cell => cell.GetInt32())];
            for (var cell = 0; cell < layout.Length; cell++)
            {
                var (dimension, metric) = metrics[cell / useCases.Length];
                var key = $"{Beginning}/{submissions[row]}/{dimension.GetProperty("id")}:{metric.GetProperty("id")}@{useCases[cell % useCases.Length]}";
                if (layout[cell] > 0 && OfFigure(key, firstFigure + layout[cell] - 1) is { } figure)
                {
                    yield return figure;
                }
                else if (layout[cell] < 0)
                {
                    yield return OfRatings(key, metric, firstGroup - layout[cell] - 1, cell / useCases.Length);
                }
            }

            firstFigure += layout.Append(0).Max();
            firstGroup -= layout.Append(0).Min();
        }
    }

    private string Id(string of) => board.GetProperty(of).GetProperty("id").GetString()!;

    private IEnumerable<(JsonElement Dimension, JsonElement Metric)> Metrics() =>
        from dimension in board.GetProperty("dimensions").EnumerateArray()
        from metric in dimension.GetProperty("metrics").EnumerateArray()
        from one in metric.GetProperty("parts").EnumerateArray().Prepend(metric)
        select (dimension, one);

    private ScriptFigure? OfFigure(string key, int figure)
    {
        var figures = board.GetProperty("figures");
        return At(figures, "value", figure) is { } value
            ? new ScriptFigure(key, value, At(figures, "low", figure), At(figures, "high", figure), At(figures, "count", figure))
            : null;
    }

    // Each item counts the same, or by its ratings where the file has their numbers.
    private ScriptFigure OfRatings(string key, JsonElement metric, int group, int position)
    {
        var groups = board.GetProperty("groups");
        var rated = Array.IndexOf([.. board.GetProperty("rated").EnumerateArray().Select(one => one.GetInt32())], position);
        var means = groups.GetProperty("means")[group][rated];
        int[]? sizes = null;
        if (groups.TryGetProperty("sizes", out var all))
        {
            var own = all[group][rated].ValueKind == JsonValueKind.Null ? all[group][0] : all[group][rated];
            sizes = [.. own.EnumerateArray().Select(size => size.GetInt32())];
        }

        double?[] items = means.ValueKind == JsonValueKind.Array
            ? [.. means.EnumerateArray().Select(mean => mean.ValueKind == JsonValueKind.Number ? mean.GetDouble() : (double?)null)]
            : [.. means.GetString()!.Select((code, item) => Mean(code, metric, sizes?[item] ?? (int)At(groups, "denominator", group)!.Value))];
        var known = items.Select((mean, item) => (Mean: mean, Weight: sizes?[item] ?? 1)).Where(item => item.Mean is not null).ToArray();
        return new ScriptFigure(key, known.Sum(item => item.Mean!.Value * item.Weight) / known.Sum(item => item.Weight), null, null, known.Length);
    }

    private static double? Mean(char code, JsonElement metric, int denominator)
    {
        if (code == ' ')
        {
            return null;
        }

        var (lowest, highest) = (metric.GetProperty("scale")[0].GetInt32(), metric.GetProperty("scale")[1].GetInt32());
        var step = code - FirstCode - (code > '\\' ? 1 : 0);
        return (metric.GetProperty("unit").GetString() == "percent" ? 100.0 / highest : 1) * ((lowest * denominator) + step) / denominator;
    }

    // A column of the same is one number, and one of none is left out.
    private static double? At(JsonElement columns, string name, int position) =>
        !columns.TryGetProperty(name, out var column) ? null
        : (column.ValueKind == JsonValueKind.Array ? column[position] : column) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
