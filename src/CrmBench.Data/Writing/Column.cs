namespace CrmBench.Data.Writing;

/// <summary>A column of a table: its name, the text of a row, and whether it is written even if all its fields are empty.</summary>
internal sealed record Column<T>(string Name, Func<T, string> Field, bool Always = false);
