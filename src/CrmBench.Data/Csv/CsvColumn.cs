using CrmBench.Data.Forms;

namespace CrmBench.Data.Csv;

/// <summary>A column of a table that is being read.</summary>
/// <param name="Form">What it is declared to be.</param>
/// <param name="Index">Its position from 0, or -1 where the table does not have it.</param>
internal readonly record struct CsvColumn(ColumnForm Form, int Index)
{
    /// <summary>Its name.</summary>
    public string Name => Form.Name;

    /// <summary>Whether the table has it.</summary>
    public bool Exists => Index >= 0;

    /// <summary>What its fields may be; reading them as anything else is a mistake of the program and throws.</summary>
    public ValueForm ValueAs(ValueKind kind) => Form.Value.Kind == kind
        ? Form.Value
        : throw new ArgumentException($"'{Name}' is not read as the {Form.Value.Kind} that it is declared to be.", nameof(kind));
}
