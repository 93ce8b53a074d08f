using System.Collections.Immutable;
using CrmBench.Data.Csv;

namespace CrmBench.Data.Writing;

/// <summary>Writes tables without the optional columns that nothing fills.</summary>
internal static class TableText
{
    /// <summary>The table as CSV.</summary>
    public static string Write<T>(ImmutableArray<T> rows, ImmutableArray<Column<T>> columns)
    {
        var filled = columns.Where(column => column.Always || rows.Any(row => column.Field(row).Length > 0)).ToImmutableArray();
        return CsvWriter.Write(
            [.. filled.Select(column => column.Name)],
            rows.Select(row => filled.Select(column => column.Field(row)).ToImmutableArray()));
    }
}
