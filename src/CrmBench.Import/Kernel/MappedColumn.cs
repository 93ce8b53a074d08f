using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Json;

namespace CrmBench.Import.Kernel;

/// <summary>Where a column of ours stands in another tool's table.</summary>
/// <param name="Parts">Names of the columns whose texts it is made of, at least one, with their places in the mapping.</param>
/// <param name="Separator">What stands between the texts.</param>
/// <param name="Factor">What numbers are multiplied by.</param>
/// <param name="IsOptional">Whether a table may lack them.</param>
internal sealed record MappedColumn(ImmutableArray<Located<string>> Parts, string Separator, decimal Factor, bool IsOptional)
{
    /// <summary>Reads it from a mapping.</summary>
    public static MappedColumn Read(JsonObject json) => new(
        [new Located<string>(json.Text("column"), json.PlaceOf("column")), .. json.Texts("joined")],
        json.OptionalAnyText("separator") ?? " ",
        (decimal?)json.OptionalNumber("factor") ?? 1,
        json.Flag("optional"));
}
