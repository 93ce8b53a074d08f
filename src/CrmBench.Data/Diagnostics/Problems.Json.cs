using CrmBench.Core.Diagnostics;
using CrmBench.Data.Forms;

namespace CrmBench.Data.Diagnostics;

public static partial class Problems
{
    /// <summary>The text is not JSON. Example: a comma too many.</summary>
    internal static Diagnostic JsonMalformed(SourcePlace place, string found) =>
        New("CB0201", place, $"{Quoted(found)} cannot stand here. Check the comma, colon, bracket or quote before it; " +
            "comments and trailing commas are not allowed.");

    /// <summary>The text ends inside an object, list or string. Example: a file cut off by a broken upload.</summary>
    internal static Diagnostic JsonTruncated(SourcePlace place) =>
        New("CB0202", place, "The file ends here in the middle of a value. Add what was cut off, or close the bracket or quote.");

    /// <summary>A property that the file does not have. Example: <c>modle</c>.</summary>
    internal static Diagnostic UnknownProperty(Located<string> name, string? nearest) =>
        New("CB0203", name.Place, $"The property {Quoted(name.Value)} is not known here. " +
            (nearest is null ? "Remove it or correct its name." : $"Did you mean '{nearest}'?"));

    /// <summary>A property that stands twice in one object.</summary>
    internal static Diagnostic DuplicateProperty(Located<string> name) =>
        New("CB0204", name.Place, $"The property {Quoted(name.Value)} stands here a second time. Keep one of the two.");

    /// <summary>A property that must be there is not; the place is that of its object.</summary>
    internal static Diagnostic MissingProperty(SourcePlace place, string name, string expected) =>
        New("CB0205", place, $"The property '{name}' is missing ({expected}). Add it.");

    /// <summary>A value of another type. Example: <c>"95"</c> in quotes where a number is expected.</summary>
    internal static Diagnostic WrongType(SourcePlace place, string what, string found, string expected) =>
        New("CB0206", place, $"{what} is {found}, but {expected} is expected here.");

    /// <summary>A version of the form that is newer than this program.</summary>
    internal static Diagnostic SchemaVersion(Located<int> found) =>
        New("CB0207", found.Place, FormattableString.Invariant(
            $"Version {found.Value} of this form is newer than this program, which reads versions up to {FormVersion.Newest}. Update crmbench, or correct the number."));

    /// <summary>A list that needs an entry has none.</summary>
    internal static Diagnostic EmptyList(SourcePlace place, string name) =>
        New("CB0208", place, $"The list '{name}' is empty. Add at least one entry.");
}
