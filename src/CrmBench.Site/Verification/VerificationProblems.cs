using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;

namespace CrmBench.Site.Verification;

/// <summary>
/// Everything that can be wrong with finished pages; codes CB1001 to CB1017, whose cause is in a template, a model or prose;
/// and with the files beside them, CB1018 to CB1020, whose cause is a hand or another build.
/// </summary>
internal static class VerificationProblems
{
    private static readonly ProblemKinds Kinds = new(
    [
        new("CB1001", Severity.Error, "A page is not well-formed HTML", "Correct the template: close what is open, and nest it rightly."),
        new("CB1002", Severity.Error, "A page lacks what every page has", "Give the page a language, a title and a description."),
        new("CB1003", Severity.Error, "A page has no first heading or several", "Write exactly one h1."),
        new("CB1004", Severity.Error, "A heading skips a level", "Use the next level below the heading before it."),
        new("CB1005", Severity.Error, "An id stands twice on a page", "Give each element its own id."),
        new("CB1006", Severity.Error, "A reference names an id that is not there", "Name the id of an element of the page."),
        new("CB1007", Severity.Error, "An image has no text", "Describe the image, or mark it as decoration with an empty alt."),
        new("CB1008", Severity.Error, "A table is not described", "Give the table a caption or a label, and each header cell a scope."),
        new("CB1009", Severity.Error, "A failed computation shows on a page", "Show what is missing as missing."),
        new("CB1010", Severity.Error, "A link leads to nothing", "Link to a page or file of the site."),
        new("CB1011", Severity.Error, "A link leads to a place that is not there", "Name the id of an element of the page it leads to."),
        new("CB1012", Severity.Error, "A page loads from another server", "Keep a copy among the assets."),
        new("CB1013", Severity.Error, "An address would run code", "Use an address of the web."),
        new("CB1014", Severity.Error, "Code stands in a page", "Move the code into an asset."),
        new("CB1015", Severity.Error, "A page shows another number than was computed", "Build the site again; do not edit what it wrote."),
        new("CB1016", Severity.Error, "A page shows a number that nobody computed", "Remove the element's data-key, or compute the number."),
        new("CB1017", Severity.Error, "A computed number is not on its page", "Show the number with the partial figure, or build the site again."),
        new("CB1018", Severity.Error, "A file of the site is missing", "Build the site again."),
        new("CB1019", Severity.Error, "A file differs from what the data give", "Build the site again; do not edit what it wrote."),
        new("CB1020", Severity.Warning, "A file is no part of the site", "Remove it, or build the site into an empty folder."),
    ]);

    /// <summary>All kinds by code.</summary>
    public static ImmutableArray<ProblemKind> All => Kinds.All;

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
    public static Diagnostic UnknownId(SourcePlace place, string attribute, string id, IEnumerable<string> ids) => Error(
        "CB1006", place, $"{attribute} names '{id}', but no element of the page has that id.{Nearest(id, ids)}");

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
    public static Diagnostic DeadFragment(SourcePlace place, string address, string file, string fragment, IEnumerable<string> ids) =>
        Error("CB1011", place, $"'{address}' leads into {file}, which has no element with that id.{Nearest(fragment, ids)}");

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

    /// <summary>A download, feed, badge, picture or asset is not there.</summary>
    public static Diagnostic MissingFile(SourcePlace place) => Error("CB1018", place, "The data give this file, but the site has none. Build the site again.");

    /// <summary>A file differs from what the data give.</summary>
    /// <param name="place">From where on.</param>
    /// <param name="difference">How, as a sentence.</param>
    public static Diagnostic OtherContent(SourcePlace place, string difference) => Error(
        "CB1019", place, $"{difference} Build the site again, or give the --base-url and --commit that it was built with.");

    /// <summary>Nothing in the data gives this file.</summary>
    public static Diagnostic UnknownFile(SourcePlace place) =>
        Error("CB1020", place, "No build of these data writes this file. Remove it, or build the site into an empty folder.");

    private static string Nearest(string name, IEnumerable<string> known) =>
        NearestName.Hint(name, known.Order(StringComparer.Ordinal), "") is { Length: > 0 } hint ? $" {hint}" : "";

    private static Diagnostic Error(string code, SourcePlace place, string message) => Kinds.Report(code, place, message);
}
