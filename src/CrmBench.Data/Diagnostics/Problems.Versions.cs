using CrmBench.Core.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Diagnostics;

public static partial class Problems
{
    /// <summary>A file of an older version; it is read as if it were migrated.</summary>
    internal static Diagnostic OlderVersion(Located<int> found) =>
        New("CB0931", found.Place, FormattableString.Invariant(
            $"This file has version {found.Value} of its form; the newest is {FormVersion.Newest}. It is read all the same; run 'crmbench migrate' to rewrite it."));

    /// <summary>An older file whose parts cannot be told apart. Example: the old and the new name of one property.</summary>
    internal static Diagnostic CannotMigrate(SourcePlace place, string what) => New("CB0932", place, what);

    private const string BlankCode = "CB0933";

    /// <summary>Places that <c>crmbench new</c> left open, those of a row all at once. Example: <c>FILL IN: who ran the evaluation</c>.</summary>
    /// <param name="place">The first place.</param>
    /// <param name="names">The properties or columns.</param>
    /// <param name="blank">What stands there.</param>
    internal static Diagnostic BlankLeft(SourcePlace place, IReadOnlyCollection<string> names, string blank)
    {
        var named = string.Join(", ", names.Select(Quoted));
        return New(BlankCode, place, (Blank.CopiedFrom(blank), Blank.Explanation(blank)) switch
        {
            ({ } from, _) => $"{named} was copied from {Invisible.Shown(from)}. "
                + "If it is still true, remove the words up to the question mark; else write what is true, or remove it.",
            (_, { Length: > 0 } explanation) => $"{named} {Is(names)} still to be filled in: {Invisible.Shown(explanation)}.",
            _ => $"{named} {Is(names)} still to be filled in. Write what was measured, or remove the row or entry.",
        });
    }

    /// <summary>Whether a problem is a place that is still to be filled in.</summary>
    public static bool IsBlankLeft(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return diagnostic.Code == BlankCode;
    }

    private static string Is(IReadOnlyCollection<string> names) => names.Count == 1 ? "is" : "are";
}
