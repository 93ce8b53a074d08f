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

public static partial class Problems
{
    /// <summary>A column that the table does not have. Example: <c>modle</c>.</summary>
    internal static Diagnostic UnknownColumn(Located<string> name, string? nearest, IEnumerable<string> known) =>
        New("CB0301", name.Place,
            (name.Value.Length == 0 ? "This column has no name. " : $"The column {Quoted(name.Value)} is not known. ") +
            (nearest is null
                ? $"Columns are {string.Join(", ", known)}; a column of your own begins with x_."
                : $"Did you mean '{nearest}'?"));

    /// <summary>A column that must be there is not.</summary>
    internal static Diagnostic MissingColumn(SourcePlace place, string name, string? nearest) =>
        New("CB0302", place, $"The column '{name}' is missing. " +
            (nearest is null ? "Add it to the header and to every row." : $"Is {Quoted(nearest)} meant to be it? Rename that column."));

    /// <summary>Two columns of one name; which one counts would be a guess.</summary>
    internal static Diagnostic DuplicateColumn(Located<string> name) =>
        New("CB0303", name.Place, $"The column {Quoted(name.Value)} stands here a second time. Keep one of the two.");

    /// <summary>A row is longer or shorter than the header. Example: a comma in a text without quotes.</summary>
    internal static Diagnostic FieldCount(SourcePlace place, int found, int expected) =>
        New("CB0304", place, FormattableString.Invariant($"This row has {found} {(found == 1 ? "field" : "fields")}, ") +
            FormattableString.Invariant($"but the header has {expected}. Check the commas; a text with a comma needs quotes around it."));

    /// <summary>A quoted field that never ends; everything after it would be part of it.</summary>
    internal static Diagnostic UnclosedQuote(SourcePlace place) =>
        New("CB0305", place, "The quote that opens here is never closed. Close it; a quote inside a quoted field is written twice.");

    /// <summary>A quote in the middle of a field, or text after the closing one. Example: <c>5" screen</c>.</summary>
    internal static Diagnostic MisplacedQuote(SourcePlace place) =>
        New("CB0306", place,
            "A quote stands in the wrong place near here. Put the whole field in quotes and write quotes inside it twice.");

    /// <summary>More columns than any table has.</summary>
    internal static Diagnostic TooManyColumns(SourcePlace place, int found, int most) =>
        New("CB0307", place, FormattableString.Invariant(
            $"The header has {found} columns; at most {most} are read. Use the columns of data/README.md."));

    /// <summary>Semicolons or tabs between the fields, as some spreadsheets write.</summary>
    internal static Diagnostic WrongSeparator(SourcePlace place, string separator) =>
        New("CB0308", place, $"The fields are separated by {separator}. Save the file with commas between the fields.");

    /// <summary>A header and nothing below it.</summary>
    internal static Diagnostic NoRows(SourcePlace place) =>
        New("CB0309", place, "There is a header but no row below it. Add rows, or remove the file where it is optional.");

    /// <summary>Names of columns that are no names. Example: a line of a log in place of the header.</summary>
    internal static Diagnostic HeaderTooLong(SourcePlace place, int most) =>
        New(TooLongCode, place, FormattableString.Invariant(
            $"The header is too long to hold names of columns. Begin the file with the names, each of at most {most} characters."));

    /// <summary>The last line has no end: half a row may be missing without a trace.</summary>
    internal static Diagnostic LastLineOpen(SourcePlace place) =>
        New("CB0311", place,
            "The last line does not end with a line break, so the file may have been cut off. Check its last row and end it with one.");
}
