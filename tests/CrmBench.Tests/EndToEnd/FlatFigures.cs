using System.Globalization;

namespace CrmBench.Tests.EndToEnd;

/// <summary>The flat table of a site, by what pages call a figure: <c>benchmark/release/method/submission/accuracy:pass-1@airline</c>.</summary>
internal sealed class FlatFigures
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _rows = new(StringComparer.Ordinal);

    private FlatFigures(IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        foreach (var row in rows)
        {
            foreach (var key in KeysOf(row))
            {
                _rows.Add(key, row);
            }
        }
    }

    /// <summary>All rows.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Rows => _rows.Values.Distinct();

    /// <summary>The table of a site.</summary>
    public static FlatFigures Of(WholeSite site) => new(QuotedTable.Read(site.Text("data/figures.csv")));

    /// <summary>A row by its key; null where the table has none.</summary>
    public IReadOnlyDictionary<string, string>? Find(string key) => _rows.GetValueOrDefault(key);

    /// <summary>A number of a row, or null.</summary>
    public static double? Number(IReadOnlyDictionary<string, string> row, string column) =>
        row[column].Length == 0 ? null : double.Parse(row[column], CultureInfo.InvariantCulture);

    // One that is a dimension and its only metric has two names.
    private static IEnumerable<string> KeysOf(IReadOnlyDictionary<string, string> row)
    {
        var beginning = $"{row["benchmark"]}/{row["release"]}/{row["method"]}/{row["submission_id"]}/{row["dimension"]}";
        var end = row["use_case_id"] is { Length: > 0 } useCase ? $"@{useCase}" : "";
        if (row["kind"] == "dimension")
        {
            yield return beginning + end;
        }

        if (row["part"] is { Length: > 0 } part)
        {
            yield return $"{beginning}:{part}{end}";
        }
        else if (row["metric"] is { Length: > 0 } metric)
        {
            yield return $"{beginning}:{metric}{end}";
        }
    }
}
