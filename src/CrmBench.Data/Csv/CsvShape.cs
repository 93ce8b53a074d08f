using System.Collections.Immutable;

namespace CrmBench.Data.Csv;

/// <summary>The columns that a table must and may have. Columns that begin with <c>x_</c> may always stand beside them.</summary>
/// <param name="Required">Columns that must be there.</param>
/// <param name="Optional">Columns that may be left out.</param>
/// <param name="MayBeEmpty">Whether a table without rows is right.</param>
/// <param name="IsOpen">
/// Whether columns of any name may stand beside them and the last line may lack its end, as in another tool's table.
/// </param>
internal sealed record CsvShape(
    ImmutableArray<string> Required, ImmutableArray<string> Optional, bool MayBeEmpty = false, bool IsOpen = false)
{
    /// <summary>A table of another tool, with columns that it chose.</summary>
    public static CsvShape Foreign { get; } = new([], [], IsOpen: true);

    /// <summary>All columns, the required ones first.</summary>
    public IEnumerable<string> All => Required.Concat(Optional);
}
