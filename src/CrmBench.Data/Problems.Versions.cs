using CrmBench.Core.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data;

public static partial class Problems
{
    /// <summary>A file of an older version; it is read as if it were migrated.</summary>
    internal static Diagnostic OlderVersion(Located<int> found) =>
        New("CB0931", found.Place, FormattableString.Invariant(
            $"This file has version {found.Value} of its form; the newest is {FormVersion.Newest}. It is read all the same; run 'crmbench migrate' to rewrite it."));

    /// <summary>An older file whose parts cannot be told apart. Example: the old and the new name of one property.</summary>
    internal static Diagnostic CannotMigrate(SourcePlace place, string what) => New("CB0932", place, what);

    /// <summary>A place that <c>crmbench new</c> left open. Example: <c>FILL IN: who ran the evaluation</c>.</summary>
    internal static Diagnostic BlankLeft(Located<string> blank, string name) =>
        New("CB0933", blank.Place, $"{Quoted(name)} is still to be filled in" + (Blank.Explanation(blank.Value) is { Length: > 0 } explanation
            ? $": {Invisible.Shown(explanation)}."
            : ". Write it, or remove it if there is nothing to write."));

    /// <summary>Fields of a row that <c>crmbench new</c> left open, all named at once; the place is that of the first.</summary>
    internal static Diagnostic BlanksLeft(SourcePlace place, IReadOnlyCollection<string> columns) =>
        New("CB0933", place, $"{string.Join(", ", columns.Select(Quoted))} {(columns.Count == 1 ? "is" : "are")} still to be filled in. " +
            "Write what was measured, or remove the row.");
}
