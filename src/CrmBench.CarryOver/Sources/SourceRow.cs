using System.Collections.Immutable;

namespace CrmBench.CarryOver.Sources;

/// <summary>One row of a source table.</summary>
internal sealed record SourceRow(ImmutableDictionary<string, int> Columns, ImmutableArray<string> Fields)
{
    /// <summary>The field of a column exactly as it is printed in the source; an unknown column throws.</summary>
    public string this[string column] => Fields[Columns[column]];

    /// <summary>Whether the source has nothing there.</summary>
    public bool IsEmpty(string column) => this[column].Length == 0;
}
