using System.Collections.Immutable;
using CrmBench.Data.Files;

namespace CrmBench.Data.Forms;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Value">What its fields may be.</param>
/// <param name="Presence">Whether it must be there, and filled.</param>
/// <param name="Meaning">What it says: one or two sentences without a full stop at the end, in Markdown.</param>
/// <param name="Example">A field, or empty where an example says nothing.</param>
internal sealed record ColumnForm(string Name, ValueForm Value, Presence Presence, string Meaning, string Example = "");

/// <summary>A kind of CSV file. Columns whose names begin with <c>x_</c> may always stand beside its own.</summary>
/// <param name="Path">Where it stands, from <c>data/</c>, with what differs in angle brackets.</param>
/// <param name="Meaning">What it holds, in a sentence or two.</param>
/// <param name="Columns">Its columns in the order in which they are written.</param>
internal sealed record TableForm(string Path, string Meaning, ImmutableArray<ColumnForm> Columns)
{
    /// <summary>Its name: <c>scores.csv</c>.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Name of its table schema: <c>scores.table.json</c>.</summary>
    public string SchemaName => $"{Name[..^".csv".Length]}.table.json";

    /// <summary>Greatest size of the file in bytes.</summary>
    public long Largest { get; init; } = LargestFile.Table;

    /// <summary>Most rows below the header.</summary>
    public int MostRows { get; init; } = 100_000;

    /// <summary>Whether a table without rows is right.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The column that no two rows share, or null.</summary>
    public string? Key { get; init; }

    /// <summary>What stands in columns that the benchmark names, or null where all are listed: a name for them and their meaning.</summary>
    public (string Name, string Type, string Meaning)? More { get; init; }

    /// <summary>
    /// Whether columns of any name may stand beside them and the last line may lack its end, as in another tool's table.
    /// </summary>
    public bool IsOpen { get; init; }

    /// <summary>What stands between the fields: a comma in every table of ours.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether two columns may have one name, as in a table of which only some columns are read.</summary>
    public bool MayRepeatNames { get; init; }

    /// <summary>A table of another tool, with columns that it chose.</summary>
    public static TableForm Foreign { get; } = new("foreign.csv", "", [])
    {
        IsOpen = true,
        Largest = LargestFile.Foreign,
        MostRows = 5_000_000,
    };

    /// <summary>The names of all columns.</summary>
    public IEnumerable<string> Names => Columns.Select(column => column.Name);

    /// <summary>The names of the columns that must be there.</summary>
    public IEnumerable<string> Required => Columns.Where(column => column.Presence != Presence.Optional).Select(column => column.Name);

    /// <summary>The column of a name, or null.</summary>
    public ColumnForm? Find(string name)
    {
        foreach (var column in Columns)
        {
            if (column.Name == name)
            {
                return column;
            }
        }

        return null;
    }
}
