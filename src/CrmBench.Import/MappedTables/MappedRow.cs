using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Import.MappedTables;

/// <summary>A row of another tool's table.</summary>
/// <param name="Fields">Its fields, at least one.</param>
/// <param name="Number">Its number below the header, from 1.</param>
internal readonly record struct MappedRow(ImmutableArray<Located<string>> Fields, int Number)
{
    /// <summary>Where it begins.</summary>
    public SourcePlace Place => Fields[0].Place;
}
