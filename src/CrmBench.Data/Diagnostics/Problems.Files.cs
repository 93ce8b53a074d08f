using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Diagnostics;

public static partial class Problems
{
    /// <summary>A required file is not there. Example: a submission without <c>submission.json</c>.</summary>
    internal static Diagnostic FileMissing(string path) =>
        New("CB0101", new SourcePlace(path), "This file is missing. Add it; data/README.md says what belongs in it.");

    /// <summary>A file holds nothing, or white space only.</summary>
    internal static Diagnostic FileEmpty(string path) =>
        New("CB0102", new SourcePlace(path), "This file is empty. Write its content, or remove it where it is optional.");

    /// <summary>A file is larger than the program reads.</summary>
    internal static Diagnostic FileTooLarge(string path, long length, long largest) =>
        New("CB0103", new SourcePlace(path),
            $"This file has {Measure.Bytes(length)}; the largest of its kind that is read has {Measure.Bytes(largest)}. Split it, or publish aggregates.");

    /// <summary>Bytes are not UTF-8, as from a file saved in Windows-1252.</summary>
    internal static Diagnostic NotUtf8(SourcePlace place, byte found) =>
        New("CB0104", place, string.Create(
            CultureInfo.InvariantCulture,
            $"Byte 0x{found:X2} is not UTF-8; the file may be Windows-1252 or Latin-1. Save it as UTF-8."));

    /// <summary>The file is UTF-16, as some spreadsheets save "Unicode text".</summary>
    internal static Diagnostic Utf16(string path) =>
        New("CB0105", new SourcePlace(path), "This file is UTF-16. Save it as UTF-8.");

    /// <summary>A control character, an override of the writing direction or a zero-width space. Example: U+202E in a name.</summary>
    internal static Diagnostic InvisibleCharacter(SourcePlace place, int codePoint) =>
        New("CB0106", place, string.Create(
            CultureInfo.InvariantCulture,
            $"The invisible character U+{codePoint:X4} is not allowed: it hides what the text says. Remove it."));

    /// <summary>A symbolic link; it could lead out of the repository, so none is followed.</summary>
    internal static Diagnostic SymbolicLink(string folder, string name) =>
        New("CB0107", new SourcePlace(folder), $"{Quoted(name)} is a symbolic link, and links are not followed. Put the file itself here.");

    /// <summary>A file or folder that the data contract does not know. Example: <c>score.csv</c> instead of <c>scores.csv</c>.</summary>
    internal static Diagnostic UnexpectedEntry(string folder, string name, string what, string? nearest) =>
        New("CB0108", new SourcePlace(folder), $"The {what} {Quoted(name)} is not part of the data and is not read. " +
            (nearest is null ? "Remove it or correct its name." : $"Did you mean '{nearest}'?"));

    /// <summary>The name of a benchmark, release or submission is not an identifier. Example: <c>My Results</c>.</summary>
    internal static Diagnostic FolderName(string folder, string name) =>
        New("CB0109", new SourcePlace(folder), $"The folder {Quoted(name)} needs another name: lower-case letters, digits, '.' and '-', " +
            "a letter or digit first and last, at most 80 characters.");

    /// <summary>A pipe, a socket or a device. Example: what <c>mkfifo</c> makes; reading it would never end.</summary>
    internal static Diagnostic NeitherFileNorFolder(string folder, string name) =>
        New("CB0111", new SourcePlace(folder), $"{Quoted(name)} is neither a file nor a folder, and is not opened. Remove it.");

    /// <summary>A word in letters of two alphabets, of which one passes for the other. Example: Latin with a Cyrillic <c>o</c>.</summary>
    internal static Diagnostic MixedAlphabets(Located<string> text, string name, int codePoint, string alphabet) =>
        New("CB0112", text.Place, string.Create(
            CultureInfo.InvariantCulture,
            $"'{name}' has a {alphabet} letter among Latin ones that looks like one of them: U+{codePoint:X4} in {Quoted(text.Value)}. Type the word anew in one alphabet."));

    /// <summary>Two names that nobody can tell apart by looking at them. Example: one all in Latin, one all in Cyrillic letters.</summary>
    internal static Diagnostic LookAlike(Located<string> text, Located<string> first) =>
        New("CB0113", text.Place, $"{Quoted(text.Value)} looks like {Quoted(first.Value)} in {first.Place}, in letters of another alphabet. "
            + "Make them equal, or tell them apart.");

    /// <summary>More entries than anything of the kind has. Example: a list of 300,000 settings.</summary>
    /// <param name="place">Where they are too many.</param>
    /// <param name="what">What holds them: <c>list</c>.</param>
    /// <param name="entries">What they are: <c>entries</c>.</param>
    /// <param name="most">How many are read.</param>
    internal static Diagnostic TooManyEntries(SourcePlace place, string what, string entries, int most) =>
        New("CB0114", place, FormattableString.Invariant($"This {what} has more than {most} {entries}, and no more are read. Divide what belongs apart, or remove what is not needed."));

    /// <summary>A name that the site uses for a page of its own. Example: a benchmark called <c>models</c>.</summary>
    internal static Diagnostic ReservedName(SourcePlace place, string kind, string name) =>
        New("CB0110", place, $"'{name}' cannot name a {kind}, because a page of the site stands there. Choose another name.");
}

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
