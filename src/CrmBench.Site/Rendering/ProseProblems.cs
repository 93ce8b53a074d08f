using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;

namespace CrmBench.Site.Rendering;

/// <summary>Everything that can be wrong with a prose file; codes CB0729, CB0920 to CB0929, CB0934 to CB0939 and CB0960 to CB0962.</summary>
internal static class ProseProblems
{
    /// <summary>The code of <see cref="DeadLink"/>.</summary>
    public const string DeadLinkCode = "CB0927";

    /// <summary>The code of <see cref="UnknownImage"/>.</summary>
    public const string UnknownImageCode = "CB0928";

    private static readonly ProblemKinds Kinds = new(
    [
        new("CB0729", Severity.Error, "A text names a value that the site does not have", "Use one of the values of the site, or put the braces into code."),
        new("CB0920", Severity.Error, "A text has no front matter", "Begin the file with '---', a line 'title: ...' and '---'."),
        new("CB0921", Severity.Error, "A line of front matter has the wrong form", "Write 'key: value' on one line."),
        new("CB0922", Severity.Error, "A key of front matter is unknown", "Use title, description, order, aliases or draft."),
        new("CB0923", Severity.Error, "A key of front matter stands twice", "Keep one of the two."),
        new("CB0924", Severity.Error, "A text has no title", "Add a line 'title: ...' to the front matter."),
        new("CB0925", Severity.Error, "An order is not a whole number", "Write a whole number of 0 or more."),
        new("CB0926", Severity.Error, "A link is of a kind that pages do not have", "Begin the address with '/', '#', 'https://', 'http://' or 'mailto:'."),
        new("CB0927", Severity.Error, "A link in a text leads nowhere", "Use the path of a page, with a slash at both ends."),
        new("CB0928", Severity.Error, "An image is not among the assets", "Put the image into templates/assets/ and write '/assets/' with its name."),
        new("CB0929", Severity.Error, "A heading is as high as the page's title", "Begin headings in a text with '##'."),
        new("CB0934", Severity.Error, "A text is nested too deeply", "Take quotes, lists, emphases, links and images out of one another."),
        new("CB0935", Severity.Warning, "A text is of something that the site does not show", "Remove the text, or add the benchmark or use case that it is of."),
        new("CB0936", Severity.Warning, "A link leads to a benchmark that the site does not show", "Remove the link, or add the benchmark."),
        new("CB0937", Severity.Error, "A paragraph has too many signs", "Divide the paragraph by blank lines."),
        new("CB0938", Severity.Error, "Tables in a text have too many cells", "Divide the text into several, or publish the table as data."),
        new("CB0939", Severity.Error, "A title or description is too long", "Shorten it."),
        new("CB0960", Severity.Error, "A draft is neither true nor false", "Write 'draft: true', or leave the line out."),
        new("CB0961", Severity.Error, "An alias is not a path of the site", "Write the old path with a slash at both ends."),
        new("CB0962", Severity.Error, "A text with aliases has no page of its own", "Put the aliases into the text of the page that they shall lead to."),
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
        Error("CB0922", place, $"The key '{key}' is not known. {NearestName.Hint(key, known, "Use 'title', 'description', 'order', 'aliases' or 'draft'.")}");

    /// <summary>A key stands twice.</summary>
    public static Diagnostic DoubledKey(SourcePlace place, string key) =>
        Error("CB0923", place, $"The key '{key}' stands here a second time. Remove one of them.");

    /// <summary>The front matter has no title.</summary>
    public static Diagnostic NoTitle(SourcePlace place) => Error("CB0924", place, "The page has no title. Add a line 'title: ...'.");

    /// <summary>The order is not a whole number. Example: <c>order: first</c>.</summary>
    public static Diagnostic OrderNotANumber(SourcePlace place, string value) =>
        Error("CB0925", place, $"'{value}' is not a whole number of 0 or more. Write one, or leave the line out.");

    /// <summary>Whether the text is a draft is not said with true or false. Example: <c>draft: yes</c>.</summary>
    public static Diagnostic DraftNotAFlag(SourcePlace place, string value) =>
        Error("CB0960", place, $"'{value}' says neither true nor false. Write 'draft: true', or leave the line out.");

    /// <summary>An alias is no path. Example: <c>aliases: https://example.org/old</c>.</summary>
    public static Diagnostic AliasNotAPath(SourcePlace place, string alias) => Error(
        "CB0961", place, $"'{alias}' is not a path of the site. Write the old path with a slash at both ends, such as '/old/name/', and a space between several.");

    /// <summary>The text stands on a page with others, or on none. Example: aliases in <c>glossary.md</c>.</summary>
    public static Diagnostic AliasWithoutPage(SourcePlace place, string alias) => Error(
        "CB0962", place, $"'{alias}' would lead nowhere: this text has no page of its own. Put the alias into the text of the page that it shall lead to.");

    /// <summary>A link is of a kind that pages do not have. Example: <c>[x](javascript:alert(1))</c>.</summary>
    public static Diagnostic UnusableAddress(SourcePlace place, string address) =>
        Error(
            "CB0926",
            place,
            $"'{address}' cannot be linked. Use an address that begins with '/', '#', 'https://', 'http://' or 'mailto:'.");

    /// <summary>A link leads to a page that the site does not have. Example: <c>[x](/modles/)</c>.</summary>
    public static Diagnostic DeadLink(SourcePlace place, string address, IEnumerable<string> pages) => Error(
        DeadLinkCode,
        place,
        $"The site has no page '{address}'. {NearestName.Hint(address, pages, "Use the path of a page, with a slash at both ends.")}");

    /// <summary>An image is not among the assets. Example: <c>![x](https://example.com/x.png)</c>.</summary>
    public static Diagnostic UnknownImage(SourcePlace place, string address, IEnumerable<string> images) => Error(
        UnknownImageCode,
        place,
        $"There is no image '{address}'. "
            + NearestName.Hint(address, images, "Put it among the assets and write '/assets/' with its name."));

    /// <summary>A heading is as high as the page's own title. Example: <c># Methodology</c>.</summary>
    public static Diagnostic HeadingTooHigh(SourcePlace place) =>
        Error("CB0929", place, "The page's title stands in the front matter; begin headings in the text with '##'.");

    /// <summary>Too many quotes, lists, emphases, links or images within one another. Example: 128 <c>&gt;</c> in a row.</summary>
    public static Diagnostic TooDeep(SourcePlace place) => Error("CB0934", place, string.Create(
        CultureInfo.InvariantCulture,
        $"Here more than {Nesting.Deepest} quotes, lists, emphases, links or images stand in one another, brackets and stars that are not closed included. "
            + $"Take them apart, or write '\\' before a sign that is meant as itself."));

    /// <summary>More signs of emphasis and links in one paragraph, or more cells of tables, than a text has. Example: 20,000 stars in a row.</summary>
    public static Diagnostic TooMuchWork(SourcePlace place, bool isCells) => isCells
        ? Error("CB0938", place, string.Create(
            CultureInfo.InvariantCulture,
            $"With this paragraph the tables of this text have more than {MarkdownWork.MostCells} cells, lines times the most bars in one. Divide the text, or publish the table as data."))
        : Error("CB0937", place, string.Create(
            CultureInfo.InvariantCulture,
            $"This paragraph has more than {MarkdownWork.MostSigns} stars, underscores and brackets. Divide it by blank lines."));

    /// <summary>A title or description of more characters than anybody shows.</summary>
    public static Diagnostic TooLong(SourcePlace place, string key, int length, int most) => Error("CB0939", place, string.Create(
        CultureInfo.InvariantCulture, $"'{key}' has {length} characters; at most {most} are shown. Shorten it."));

    /// <summary>Texts of a benchmark that is not there any more, or not listed.</summary>
    /// <param name="place">The text of the benchmark, or the first of its use cases.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="count">How many texts are of it.</param>
    public static Diagnostic TextOfUnknownBenchmark(SourcePlace place, string benchmark, int count) => NotShown(place, string.Create(
        CultureInfo.InvariantCulture,
        $"The site shows no benchmark '{benchmark}', and leaves out {(count == 1 ? "this text" : $"the {count} texts")} of it. "
            + $"Add it to data/benchmarks/ and to site.json, or remove what content/ says of it."));

    /// <summary>A text names a value that there is not. Example: <c>{{ site.titel }}</c>.</summary>
    public static Diagnostic UnknownValue(SourcePlace place, string name, IEnumerable<string> known) => Error(
        "CB0729",
        place,
        $"The site has no value '{name}'. {NearestName.Hint(name, known, $"There are {string.Join(", ", known)}; what is meant as braces is written as code.")}");

    /// <summary>A text of a use case that its benchmark does not have. Example: a misspelt file name.</summary>
    public static Diagnostic TextOfUnknownUseCase(SourcePlace place, string benchmark, string useCase, IEnumerable<string> known) =>
        NotShown(place, $"The benchmark '{benchmark}' has no use case '{useCase}', and this text is left out. "
            + NearestName.Hint(useCase, known, "Name the file after a use case, or remove it."));

    /// <summary>A link into a benchmark that has texts in content/ but is not shown; the words stay, without the link.</summary>
    public static Diagnostic LinkToUnknownBenchmark(SourcePlace place, string address, string benchmark) =>
        Kinds.Report("CB0936", place, $"'{address}' is a page of the benchmark '{benchmark}', which the site does not show. Remove the link, or add the benchmark.");

    private static Diagnostic NotShown(SourcePlace place, string message) => Kinds.Report("CB0935", place, message);

    private static Diagnostic Error(string code, SourcePlace place, string message) => Kinds.Report(code, place, message);
}
