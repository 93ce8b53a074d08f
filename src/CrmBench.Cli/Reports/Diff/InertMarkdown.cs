using CrmBench.Cli.Console;

namespace CrmBench.Cli.Reports.Diff;

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
