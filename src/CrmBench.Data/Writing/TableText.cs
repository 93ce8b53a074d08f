using System.Collections.Immutable;
using CrmBench.Data.Csv;

namespace CrmBench.Data.Writing;

/// <summary>Writes tables, if not told otherwise without the optional columns that nothing fills.</summary>
internal static class TableText
{
    /// <summary>The table as CSV.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="all">Whether all columns are written all the same.</param>
    public static string Write<T>(ImmutableArray<T> rows, ImmutableArray<Column<T>> columns, bool all = false)
    {
        var filled = columns.Where(column => all || column.Always || rows.Any(row => column.Field(row).Length > 0)).ToImmutableArray();
        return CsvWriter.Write(
            [.. filled.Select(column => column.Name)],
            rows.Select(row => filled.Select(column => column.Field(row)).ToImmutableArray()));
    }
}
