namespace CrmBench.Data.Forms;

/// <summary>A schema of one kind of file, as it stands in <c>data/schema/</c> and on the site.</summary>
/// <param name="Name">Name of the schema: <c>submission.schema.json</c>.</param>
/// <param name="About">Name of the files that it describes: <c>submission.json</c>.</param>
/// <param name="Meaning">What those files hold, in a sentence or two.</param>
/// <param name="IsTable">Whether it is a Table Schema of a CSV file; otherwise it is a JSON Schema.</param>
/// <param name="Write">Writes it; takes the address where it is published, or null for a file that is reached by its path.</param>
public sealed record SchemaFile(string Name, string About, string Meaning, bool IsTable, Func<Uri?, string> Write);
