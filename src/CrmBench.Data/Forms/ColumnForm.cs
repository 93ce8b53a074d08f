namespace CrmBench.Data.Forms;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Value">What its fields may be.</param>
/// <param name="Presence">Whether it must be there, and filled.</param>
/// <param name="Meaning">What it says: one or two sentences without a full stop at the end, in Markdown.</param>
/// <param name="Example">A field, or empty where an example says nothing.</param>
internal sealed record ColumnForm(string Name, ValueForm Value, Presence Presence, string Meaning, string Example = "");
