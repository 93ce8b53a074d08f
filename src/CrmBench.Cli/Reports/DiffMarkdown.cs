using System.Collections.Immutable;
using System.Text;
using CrmBench.Cli.Console;
using CrmBench.Core.Comparing;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Reports;

/// <summary>
/// What changed, as a comment on a pull request that is read in a minute: a line in sum, what readers see first, what to look at first, the
/// twenty most important rows of the results that changed and of those that they moved, and the data; the rest is folded. Text from data stands in code spans, so that nothing in it renders or calls anybody.
/// </summary>
internal static class DiffMarkdown
{
    private const int MostRows = 20;
    private const int MostLines = 10;

    // GitHub takes 65,536 characters and cuts nothing: a longer comment is refused.
    private const int MostCharacters = 50_000;

    private const string Heading = "### What this change does to the boards\n\n";
    private const string TableHead = "| Result | Board | Change | Score | Rank | Range | Also |\n| --- | --- | --- | --- | --- | --- | --- |\n";

    /// <summary>The Markdown, ended by a line end.</summary>
    /// <param name="changes">What differs.</param>
    /// <param name="against">Name of what was compared with.</param>
    public static string Of(CatalogueChanges changes, string against)
    {
        var text = new StringBuilder(Heading);
        if (changes.IsEmpty)
        {
            return text.Append(DiffWords.NoChange + "\n").ToString();
        }

        var words = new DiffWords(changes, InertMarkdown.Code);
        text.Append($"**{words.Summary}** Compared with {InertMarkdown.Code(against)}.\n");
        var objections = words.Objections.ToList();
        var data = words.DataLines.ToList();
        var own = changes.Rows.Where(row => row.Cause == RowCause.Own).Select(row => Row(words, row)).ToList();
        var moved = changes.Rows.Where(row => row.Cause != RowCause.Own).Select(row => Row(words, row)).ToList();
        if (words.Fronts.ToList() is { Count: > 0 } fronts)
        {
            text.Append($"\n**{DiffWords.ReadersSee}**\n\n");
            AppendLines(text, fronts.Take(MostLines));
        }

        if (objections.Count > 0)
        {
            text.Append($"\n**{DiffWords.LookFirst}**\n\n");
            AppendLines(text, objections.Take(MostLines));
        }

        AppendTable(text, "Results that this change brings", own);
        AppendTable(text, "Rows that it moves", moved);
        if (own.Count + moved.Count > 0)
        {
            text.Append("\nEmpty: as before. Range: the ranks that the intervals leave open. Tied: the intervals do not tell the two apart.\n");
        }

        if (data.Count > 0)
        {
            text.Append("\n**Data**\n\n");
            AppendLines(text, data.Take(MostLines));
        }

        AppendRest(
            text,
            [.. words.Fronts.Skip(MostLines).Concat(objections.Skip(MostLines)).Concat(data.Skip(MostLines)).Select(line => $"- {line}\n")],
            [.. own.Skip(MostRows), .. moved.Skip(MostRows)]);
        return text.Replace('\u00a0', ' ').ToString();
    }

    /// <summary>Why nothing could be compared.</summary>
    public static string OfErrors(ImmutableArray<Diagnostic> errors)
    {
        var text = new StringBuilder(Heading).Append(
            $"**The data cannot be read, so nothing was compared: {Wording.Counted(errors)}.**\n\n");
        AppendLines(text, errors.Take(MostRows).Select(error => $"{InertMarkdown.Code($"{error.Place}")} {error.Code}: {InertMarkdown.Code(error.Message)}"));
        if (errors.Length > MostRows)
        {
            text.Append($"\nAnd {Format.Count(errors.Length - MostRows)} more.\n");
        }

        return text.ToString();
    }

    private static string Row(DiffWords words, RowChange row)
    {
        string[] cells =
        [
            words.Name(row), words.Board(row), words.What(row), words.Score(row), DiffWords.Rank(row), DiffWords.RankRange(row),
            string.Join("; ", words.Also(row)),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static void AppendTable(StringBuilder text, string heading, List<string> rows)
    {
        if (rows.Count > 0)
        {
            text.Append($"\n**{heading}**\n\n").Append(TableHead).AppendJoin("", rows.Take(MostRows));
        }
    }

    private static void AppendLines(StringBuilder text, IEnumerable<string> lines) =>
        text.AppendJoin("", lines.Select(line => $"- {line}\n"));

    private static void AppendRest(StringBuilder text, List<string> lines, List<string> rows)
    {
        var rest = lines.Count + rows.Count;
        if (rest == 0)
        {
            return;
        }

        text.Append($"\n<details>\n<summary>{Format.Count(rest)} more</summary>\n\n");
        var left = AppendWhileShort(text, lines);
        if (rows.Count > 0 && left == 0)
        {
            left = AppendWhileShort(text.Append(lines.Count > 0 ? "\n" : "").Append(TableHead), rows);
        }
        else
        {
            left += rows.Count;
        }

        text.Append(left == 0
            ? "\n</details>\n"
            : $"\n{Format.Count(left)} more do not fit here; the command prints them all.\n\n</details>\n");
    }

    /// <summary>Appends lines while there is room.</summary>
    /// <returns>How many are left.</returns>
    private static int AppendWhileShort(StringBuilder text, List<string> lines)
    {
        var shown = 0;
        while (shown < lines.Count && text.Length + lines[shown].Length <= MostCharacters)
        {
            text.Append(lines[shown++]);
        }

        return lines.Count - shown;
    }
}

/// <summary>Makes text from files harmless within Markdown that a bot posts.</summary>
internal static class InertMarkdown
{
    private const int MostCharacters = 200;

    /// <summary>
    /// The text as a code span. In it nothing is a tag, a link, a mention or a reference; what could end it or the cell of a table
    /// is replaced by a look-alike, and what cannot be seen is written out.
    /// </summary>
    /// <remarks>
    /// CommonMark 0.31, section 6.1, and GitHub's tables, which split at a stroke even within code. A stroke after a backslash is
    /// read in several ways, so none is left.
    /// </remarks>
    public static string Code(string text)
    {
        var shown = Printable.Of(text).Replace('`', '\'').Replace('|', '\u00a6').Trim();
        if (shown.Length > MostCharacters)
        {
            // Half of a character made of two would be no character.
            shown = shown[..(char.IsHighSurrogate(shown[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)] + "\u2026";
        }

        return shown.Length == 0 ? "` `" : $"`{shown}`";
    }
}
