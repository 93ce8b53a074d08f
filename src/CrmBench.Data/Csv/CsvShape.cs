using System.Collections.Immutable;

namespace CrmBench.Data.Csv;

/// <summary>The columns that a table must and may have. Columns that begin with <c>x_</c> may always stand beside them.</summary>
/// <param name="Required">Columns that must be there.</param>
/// <param name="Optional">Columns that may be left out.</param>
/// <param name="MayBeEmpty">Whether a table without rows is right.</param>
internal sealed record CsvShape(ImmutableArray<string> Required, ImmutableArray<string> Optional, bool MayBeEmpty = false)
{
    /// <summary>All columns, the required ones first.</summary>
    public IEnumerable<string> All => Required.Concat(Optional);
}
