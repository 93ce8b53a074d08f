using System.Collections.Immutable;
using CrmBench.Data.Csv;
using CrmBench.Data.Forms;

namespace CrmBench.Data.Writing;

/// <summary>Writes tables with the columns that their forms declare, in that order.</summary>
internal static class TableText
{
    /// <summary>The table as CSV; a column that may be left out is, unless a row fills it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="field">The text of a row in a column of that name.</param>
    /// <param name="always">Names of columns that are written even where nothing fills them.</param>
    /// <param name="all">Whether that holds for all columns.</param>
    public static string Write<T>(
        TableForm form, ImmutableArray<T> rows, Func<T, string, string> field, IEnumerable<string>? always = null, bool all = false)
    {
        var kept = always?.ToHashSet(StringComparer.Ordinal) ?? [];
        ImmutableArray<string> columns =
        [
            .. from column in form.Columns
               where all || column.Presence != Presence.Optional || kept.Contains(column.Name) || rows.Any(row => field(row, column.Name).Length > 0)
               select column.Name,
        ];
        return CsvWriter.Write(columns, rows.Select(row => columns.Select(column => field(row, column)).ToImmutableArray()));
    }
}
