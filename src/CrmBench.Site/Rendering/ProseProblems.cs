using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Values;

namespace CrmBench.Site.Rendering;

/// <summary>Everything that can be wrong with a prose file; codes CB0920 to CB0929.</summary>
internal static class ProseProblems
{
    private static readonly ProblemKinds Kinds = new(
    [
        new("CB0920", Severity.Error, "A text has no front matter", "Begin the file with '---', a line 'title: ...' and '---'."),
        new("CB0921", Severity.Error, "A line of front matter has the wrong form", "Write 'key: value' on one line."),
        new("CB0922", Severity.Error, "A key of front matter is unknown", "Use title, description or order."),
        new("CB0923", Severity.Error, "A key of front matter stands twice", "Keep one of the two."),
        new("CB0924", Severity.Error, "A text has no title", "Add a line 'title: ...' to the front matter."),
        new("CB0925", Severity.Error, "An order is not a whole number", "Write a whole number of 0 or more."),
        new("CB0926", Severity.Error, "A link is of a kind that pages do not have", "Begin the address with '/', '#', 'https://', 'http://' or 'mailto:'."),
        new("CB0927", Severity.Error, "A link in a text leads nowhere", "Use the path of a page, with a slash at both ends."),
        new("CB0928", Severity.Error, "An image is not among the assets", "Put the image into templates/assets/ and write '/assets/' with its name."),
        new("CB0929", Severity.Error, "A heading is as high as the page's title", "Begin headings in a text with '##'."),
    ]);

    /// <summary>All kinds by code.</summary>
    public static ImmutableArray<ProblemKind> All => Kinds.All;

    /// <summary>The file does not begin with front matter.</summary>
    public static Diagnostic NoFrontMatter(SourcePlace place) =>
        Error("CB0920", place, "The file must begin with '---', lines such as 'title: Methodology', and '---'.");

    /// <summary>A line of the front matter has another form. Example: <c>title</c>.</summary>
    public static Diagnostic NotKeyAndValue(SourcePlace place, string line) =>
        Error("CB0921", place, $"'{line}' is not of the form 'key: value'. Write one key with its value on the line, or leave it out.");

    /// <summary>A key has no meaning here. Example: <c>titel: Methodology</c>.</summary>
    public static Diagnostic UnknownKey(SourcePlace place, string key, IEnumerable<string> known) =>
        Error("CB0922", place, $"The key '{key}' is not known. {NearestName.Hint(key, known, "Use 'title', 'description' or 'order'.")}");

    /// <summary>A key stands twice.</summary>
    public static Diagnostic DoubledKey(SourcePlace place, string key) =>
        Error("CB0923", place, $"The key '{key}' stands here a second time. Remove one of them.");

    /// <summary>The front matter has no title.</summary>
    public static Diagnostic NoTitle(SourcePlace place) => Error("CB0924", place, "The page has no title. Add a line 'title: ...'.");

    /// <summary>The order is not a whole number. Example: <c>order: first</c>.</summary>
    public static Diagnostic OrderNotANumber(SourcePlace place, string value) =>
        Error("CB0925", place, $"'{value}' is not a whole number of 0 or more. Write one, or leave the line out.");

    /// <summary>A link is of a kind that pages do not have. Example: <c>[x](javascript:alert(1))</c>.</summary>
    public static Diagnostic UnusableAddress(SourcePlace place, string address) =>
        Error(
            "CB0926",
            place,
            $"'{address}' cannot be linked. Use an address that begins with '/', '#', 'https://', 'http://' or 'mailto:'.");

    /// <summary>A link leads to a page that the site does not have. Example: <c>[x](/modles/)</c>.</summary>
    public static Diagnostic DeadLink(SourcePlace place, string address, IEnumerable<string> pages) => Error(
        "CB0927",
        place,
        $"The site has no page '{address}'. {NearestName.Hint(address, pages, "Use the path of a page, with a slash at both ends.")}");

    /// <summary>An image is not among the assets. Example: <c>![x](https://example.com/x.png)</c>.</summary>
    public static Diagnostic UnknownImage(SourcePlace place, string address, IEnumerable<string> images) => Error(
        "CB0928",
        place,
        $"There is no image '{address}'. "
            + NearestName.Hint(address, images, "Put it among the assets and write '/assets/' with its name."));

    /// <summary>A heading is as high as the page's own title. Example: <c># Methodology</c>.</summary>
    public static Diagnostic HeadingTooHigh(SourcePlace place) =>
        Error("CB0929", place, "The page's title stands in the front matter; begin headings in the text with '##'.");

    private static Diagnostic Error(string code, SourcePlace place, string message) => Kinds.Report(code, place, message);
}
