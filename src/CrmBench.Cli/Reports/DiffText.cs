using CrmBench.Cli.Console;
using CrmBench.Core.Comparing;

namespace CrmBench.Cli.Reports;

/// <summary>What changed, for a terminal: a line in sum, what readers see first, what to look at first, every board with its rows, then the data.</summary>
internal static class DiffText
{
    /// <summary>The text, ended by a line end.</summary>
    /// <param name="changes">What differs.</param>
    /// <param name="against">Name of what was compared with.</param>
    public static string Of(CatalogueChanges changes, string against)
    {
        if (changes.IsEmpty)
        {
            return DiffWords.NoChange + "\n";
        }

        var words = new DiffWords(changes, text => text);
        var lines = new List<string> { $"{words.Summary} Compared with {against}." };
        AddSection(lines, DiffWords.ReadersSee, words.Fronts);
        AddSection(lines, DiffWords.LookFirst, words.Objections);
        foreach (var board in changes.Rows.GroupBy(words.Board))
        {
            AddSection(lines, board.Key, board.Select(row => Line(words, row)));
        }

        AddSection(lines, "Data", words.DataLines);

        // A no-break space is none to whoever searches a terminal's lines.
        return string.Concat(lines.Select(line => Printable.Of(line).Replace('\u00a0', ' ') + "\n"));
    }

    private static void AddSection(List<string> lines, string heading, IEnumerable<string> entries)
    {
        var found = entries.ToList();
        if (found.Count > 0)
        {
            lines.AddRange(["", heading, .. found.Select(entry => "  " + entry)]);
        }
    }

    private static string Line(DiffWords words, RowChange row)
    {
        string[] phrases =
        [
            Named("", words.Score(row)),
            Named("rank ", DiffWords.Rank(row)),
            Named("range ", DiffWords.RankRange(row)),
            .. words.Also(row),
        ];
        return $"{words.Name(row)}: {words.What(row)}; {string.Join("; ", phrases.Where(phrase => phrase.Length > 0))}".TrimEnd(' ', ';');
    }

    private static string Named(string name, string text) => text.Length == 0 ? "" : name + text;
}

/// <summary>How <c>crmbench diff</c> prints what it found.</summary>
internal static class DiffFormat
{
    /// <summary>Lines for a terminal.</summary>
    public const string Text = "text";

    /// <summary>A comment for a pull request.</summary>
    public const string Markdown = "markdown";

    /// <summary>A document for programs.</summary>
    public const string Json = "json";

    /// <summary>All formats, the default first.</summary>
    public static string[] All => [Text, Markdown, Json];
}
