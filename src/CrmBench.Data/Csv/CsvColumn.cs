namespace CrmBench.Data.Csv;

/// <summary>A column of a table that is being read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Index">Its position from 0, or -1 where the table does not have it.</param>
/// <param name="Required">Whether the table should have it.</param>
internal readonly record struct CsvColumn(string Name, int Index, bool Required)
{
    /// <summary>Whether the table has it.</summary>
    public bool Exists => Index >= 0;
}
