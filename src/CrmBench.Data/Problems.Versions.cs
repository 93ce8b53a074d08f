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

    /// <summary>Places that <c>crmbench new</c> left open, those of a row all at once. Example: <c>FILL IN: who ran the evaluation</c>.</summary>
    /// <param name="place">The first place.</param>
    /// <param name="names">The properties or columns.</param>
    /// <param name="blank">What stands there.</param>
    internal static Diagnostic BlankLeft(SourcePlace place, IReadOnlyCollection<string> names, string blank) =>
        Blank.CopiedFrom(blank) is { } from
        ? New("CB0933", place, $"{string.Join(", ", names.Select(Quoted))} was copied from {Invisible.Shown(from)}. " +
            "If it is still true, remove the words up to the question mark; else write what is true, or remove it.")
        : New("CB0933", place, $"{string.Join(", ", names.Select(Quoted))} {(names.Count == 1 ? "is" : "are")} still to be filled in" +
            (Blank.Explanation(blank) is { Length: > 0 } explanation
                ? $": {Invisible.Shown(explanation)}."
                : ". Write what was measured, or remove the row or entry."));
}
