using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Data.Migrating;

/// <summary>One change between two versions, in one kind of file.</summary>
/// <param name="File">Name of the file: <c>submission.json</c>.</param>
/// <param name="Change">What is different, for the dictionary of the data: a sentence without a full stop at the end, in Markdown.</param>
/// <param name="Edits">
/// From a text of the older version to the edits that make it one of the newer; what stands in their way is reported. The number of
/// the version is changed elsewhere. Edits add and remove no line.
/// </param>
internal sealed record FileMigration(string File, string Change, Func<SourceText, DiagnosticBag, IEnumerable<TextEdit>> Edits);
