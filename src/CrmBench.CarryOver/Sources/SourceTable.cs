using System.Collections.Immutable;
using CsvHelper;

namespace CrmBench.CarryOver.Sources;

/// <summary>A CSV file of the source data: rows whose fields are asked for by column name.</summary>
internal sealed record SourceTable(ImmutableArray<SourceRow> Rows)
{
    private static readonly CsvReaderOptions s_options = new() { Separator = ',', MalformedData = CsvMalformedDataHandling.Throw };

    /// <summary>Reads a file; a damaged one is a fault of the source data and throws.</summary>
    public static SourceTable Read(string path)
    {
        using var reader = CsvReader.FromFile(path, s_options);
        ImmutableDictionary<string, int>? columns = null;
        var rows = ImmutableArray.CreateBuilder<SourceRow>();
        while (reader.Read())
        {
            columns ??= reader.Headers!.Select((name, index) => (name, index))
                .ToImmutableDictionary(column => column.name, column => column.index, StringComparer.Ordinal);
            rows.Add(new SourceRow(columns, [.. Enumerable.Range(0, columns.Count).Select(reader.GetString)]));
        }

        return new SourceTable(rows.ToImmutable());
    }
}
