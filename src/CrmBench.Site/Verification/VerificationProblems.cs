using System.Globalization;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Verification;

/// <summary>
/// Everything that can be wrong with finished pages; codes CB1001 to CB1017. The cause is in a template, a model or prose.
/// </summary>
internal static class VerificationProblems
{
    /// <summary>A parser has to guess what is meant. Example: <c>&lt;p&gt;&lt;table&gt;</c>.</summary>
    public static Diagnostic NotWellFormed(SourcePlace place, string reason) =>
        Error("CB1001", place, $"The HTML is not well formed: {reason}");

    /// <summary>The page lacks what every page has: language, title, description.</summary>
    public static Diagnostic MissingInHead(SourcePlace place, string what) => Error("CB1002", place, $"The page has no {what}.");

    /// <summary>The page has no first heading, or several.</summary>
    public static Diagnostic FirstHeadings(SourcePlace place, int count) => Error(
        "CB1003", place, string.Create(CultureInfo.InvariantCulture, $"The page has {count} headings h1. It must have exactly one."));

    /// <summary>A heading skips a level. Example: an h4 after an h2.</summary>
    public static Diagnostic SkippedHeading(SourcePlace place, int level, int before) => Error(
        "CB1004", place, string.Create(CultureInfo.InvariantCulture, $"A heading h{level} follows an h{before}. Use h{before + 1}."));

    /// <summary>Two elements have the same id.</summary>
    public static Diagnostic DoubledId(SourcePlace place, string id) =>
        Error("CB1005", place, $"The id '{id}' stands on this page already. Give each element its own.");

    /// <summary>An attribute names an element that is not there. Example: <c>aria-labelledby="nothing"</c>.</summary>
    public static Diagnostic UnknownId(SourcePlace place, string attribute, string id) =>
        Error("CB1006", place, $"{attribute} names '{id}', but no element of the page has that id.");

    /// <summary>An image has no text for those who do not see it.</summary>
    public static Diagnostic ImageWithoutText(SourcePlace place, string what) => Error("CB1007", place, what);

    /// <summary>A table has no name, or a header cell no scope.</summary>
    public static Diagnostic UndescribedTable(SourcePlace place, string what) => Error("CB1008", place, what);

    /// <summary>A failed computation shows on the page. Example: <c>NaN %</c>.</summary>
    public static Diagnostic NotAValue(SourcePlace place, string text) =>
        Error("CB1009", place, $"'{text}' is no value that a page may have. Show what is missing as missing.");

    /// <summary>A link or reference leads to a file that the site does not have.</summary>
    public static Diagnostic DeadLink(SourcePlace place, string address) => Error("CB1010", place, $"The site has nothing at '{address}'.");

    /// <summary>A link leads to a place that its page does not have.</summary>
    public static Diagnostic DeadFragment(SourcePlace place, string address, string file) =>
        Error("CB1011", place, $"'{address}' leads into {file}, which has no element with that id.");

    /// <summary>The page would load from another server.</summary>
    public static Diagnostic ForeignResource(SourcePlace place, string address) =>
        Error("CB1012", place, $"The page would load '{address}' from another server. Keep a copy among the assets.");

    /// <summary>An address would run code. Example: <c>href="javascript:alert(1)"</c>.</summary>
    public static Diagnostic UnsafeAddress(SourcePlace place, string address) =>
        Error("CB1013", place, $"'{address}' is an address of a kind that pages must not have.");

    /// <summary>Code stands in the page that its content security policy does not allow.</summary>
    public static Diagnostic ForbiddenCode(SourcePlace place, string what) =>
        Error("CB1014", place, $"{what} is not allowed by the page's content security policy. Move the code into an asset.");

    /// <summary>The page shows another number than was computed.</summary>
    public static Diagnostic WrongValue(SourcePlace place, string key, string found, string expected) =>
        Error("CB1015", place, $"'{key}' is '{found}' on the page, but {expected} was computed.");

    /// <summary>The page shows a number that nobody computed.</summary>
    public static Diagnostic UnknownKey(SourcePlace place, string key) =>
        Error("CB1016", place, $"Nothing was computed for '{key}' on this page.");

    /// <summary>A computed number is not on its page.</summary>
    public static Diagnostic UnseenKey(SourcePlace place, string key) =>
        Error("CB1017", place, $"'{key}' was computed for this page, but no element shows it.");

    private static Diagnostic Error(string code, SourcePlace place, string message) => new(code, Severity.Error, place, message);
}
