using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Json;

namespace CrmBench.Import.Kernel;

/// <summary>Which rows of another tool's table are read, by the text in one column. Texts are compared whatever their case.</summary>
/// <param name="Column">Name of the column, with its place in the mapping.</param>
/// <param name="OneOf">Texts of rows that are read; null where all are that are not left out.</param>
/// <param name="Not">Texts of rows that are left out.</param>
internal sealed record RowCondition(Located<string> Column, ImmutableHashSet<string>? OneOf, ImmutableHashSet<string> Not)
{
    /// <summary>Whether a row with this text is read.</summary>
    public bool Holds(string text) => OneOf?.Contains(text) != false && !Not.Contains(text);

    /// <summary>Reads it from a mapping.</summary>
    public static RowCondition Read(JsonObject json, Located<string> column)
    {
        var read = json.Texts("one_of").Select(text => text.Value).Concat(json.OptionalText("is") is { } only ? [only] : []).ToList();
        return new RowCondition(column, read.Count > 0 ? Set(read) : null, Set(json.Texts("not").Select(text => text.Value)));
    }

    private static ImmutableHashSet<string> Set(IEnumerable<string> texts) => ImmutableHashSet.CreateRange(StringComparer.OrdinalIgnoreCase, texts);
}
