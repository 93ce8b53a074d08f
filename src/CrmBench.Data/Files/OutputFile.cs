
namespace CrmBench.Data.Files;

/// <summary>A file to be written.</summary>
/// <param name="Path">Path from <c>data/</c>, with forward slashes.</param>
/// <param name="Text">Its whole text, ended by a line feed.</param>
public sealed record OutputFile(string Path, string Text);
