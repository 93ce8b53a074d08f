using CrmBench.Core.Diagnostics;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>
/// The JSON of a board as a site of this program publishes it, whose lists the figures of a row name by position: one value stands for a column of the
/// same, and what no figure has is left out.
/// </summary>
internal static class OwnResults
{
    private const string Version = "2";

    /// <summary>Whether a file is JSON and no table.</summary>
    public static bool Is(ImportFile file) => file.Content.Span.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..];

    /// <summary>Reads the files.</summary>
    public static void Read(ImportJob job, IEnumerable<ImportFile> files, OwnFigures figures) => new JsonFiles(job).Read(
        files,
        ForeignFile.Open,
        roots => JsonFiles.WrongFormat(job, roots[0], Lacking) ?? VersionRefusal(roots[0]),
        (file, roots) =>
        {
            foreach (var row in roots[0].ItemsOf("rows"))
            {
                new OwnResultsRow(roots[0], row).Read(file, figures);
            }

            // What is not asked for says what the rest says, or is computed from it.
            return false;
        });

    private static string? Lacking(ForeignValue json) =>
        ((string[])["schema", "benchmark", "release", "method", "measures", "sources", "rows"]).FirstOrDefault(name => !json.Has(name)) is { } missing ? $"it has no '{missing}'" : null;

    private static Diagnostic? VersionRefusal(ForeignValue json) =>
        json.Find("schema")?.Located is { } version && version.Value != Version ? ImportProblems.VersionNotRead(version, Version) : null;
}

/// <summary>A row of such a file.</summary>
/// <param name="board">The file.</param>
/// <param name="row">The row.</param>
internal sealed class OwnResultsRow(ForeignValue board, ForeignValue row)
{
    private readonly ForeignValue[] _useCases = [.. board.ItemsOf("use_cases")];
    private readonly ForeignValue[] _measures = [.. board.ItemsOf("measures")];
    private readonly ForeignValue[] _sources = [.. board.ItemsOf("sources")];
    private readonly Dictionary<string, ForeignValue[]> _columns = [];

    /// <summary>Gives its figures.</summary>
    public void Read(ImportFile file, OwnFigures figures)
    {
        var count = 1;
        foreach (var (name, value) in row.Object("figures")?.Members() ?? [])
        {
            _columns[name.Value] = value.Kind == System.Text.Json.JsonValueKind.Array ? [.. value.Items()] : [value];
            count = Math.Max(count, _columns[name.Value].Length);
        }

        for (var i = 0; i < count; i++)
        {
            var at = i;
            figures.Add(file, name => Find(name, at)?.Located ?? new Located<string>("", row.Place));
        }
    }

    private ForeignValue? Find(string name, int figure) => name switch
    {
        "benchmark" or "release" or "method" => board.Find(name),
        "use_case_id" or "profile" => Listed(_useCases, "use_case", figure)?.Find(name),
        "dimension" or "metric" or "part" or "unit" => Listed(_measures, "measure", figure)?.Find(name),
        "source_id" or "source" or "licence" or "source_date" or "path" => Listed(_sources, "source", figure)?.Find(name),
        "model_id" or "model" or "variant" => row.Find(name),
        _ => At(name, figure),
    };

    private ForeignValue? Listed(ForeignValue[] list, string column, int figure) =>
        At(column, figure)?.AsDecimal() is { } position && position >= 0 && position < list.Length && decimal.IsInteger(position) ? list[(int)position] : null;

    private ForeignValue? At(string column, int figure) => !_columns.TryGetValue(column, out var values) ? null
        : values.Length == 1 ? Known(values[0])
        : figure < values.Length ? Known(values[figure])
        : null;

    private static ForeignValue? Known(ForeignValue value) => value.Kind == System.Text.Json.JsonValueKind.Null ? null : value;
}
