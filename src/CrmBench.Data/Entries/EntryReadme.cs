using System.Text;

namespace CrmBench.Data.Entries;

/// <summary>Writes the explanation that lies beside the files of a new submission, release or benchmark.</summary>
internal static class EntryReadme
{
    /// <summary>The text.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="lines">What to do, a line each.</param>
    /// <param name="sections">The files: heading and text in Markdown.</param>
    public static string Write(string title, IEnumerable<string> lines, IEnumerable<(string Heading, string Text)> sections)
    {
        var text = new StringBuilder("# ").Append(Plain(title)).Append("\n\n");
        foreach (var line in lines)
        {
            text.Append("- ").Append(line).Append('\n');
        }

        foreach (var (heading, body) in sections)
        {
            text.Append("\n## ").Append(heading).Append("\n\n").Append(body);
        }

        return text.ToString();
    }

    /// <summary>A table in Markdown.</summary>
    public static string Table(string[] header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        AppendRow(text, header);
        AppendRow(text, [.. header.Select(_ => "---")]);
        foreach (var row in rows)
        {
            AppendRow(text, row);
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string[] cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => Plain(cell).Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");

    // A name may hold line breaks or a bar, which would break the table it stands in.
    private static string Plain(string text) => text.ReplaceLineEndings(" ");
}
