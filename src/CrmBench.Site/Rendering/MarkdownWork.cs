namespace CrmBench.Site.Rendering;

/// <summary>
/// What makes a Markdown text slow to parse, counted before it is parsed: within a paragraph each sign of emphasis or of a link may belong
/// to any other, and every row of a table is made as long as the longest. Both grow with the square of the text; what people write is
/// far from either limit.
/// </summary>
internal static class MarkdownWork
{
    /// <summary>Most stars, underscores and brackets in lines without a blank one between them.</summary>
    public const int MostSigns = 2_000;

    /// <summary>Most cells of all tables of a text: in lines without a blank one between them, the lines times the most bars in one.</summary>
    public const int MostCells = 100_000;

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("*_[]");

    /// <summary>Where a text has more than either; null where it has not.</summary>
    /// <param name="markdown">The text, with LF line ends.</param>
    /// <returns>The line from 0 on which the paragraph begins, and whether it is cells that are too many.</returns>
    public static (int Line, bool IsCells)? TooMuch(string markdown)
    {
        var cells = 0L;
        var paragraph = default(Paragraph);
        var number = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.ContainsAnyExcept(' ', '\t'))
            {
                paragraph = paragraph.With(number, Count(line), line.Count('|') + 1);
                if (paragraph.Signs > MostSigns)
                {
                    return (paragraph.Start, IsCells: false);
                }

                if (cells + paragraph.Cells > MostCells)
                {
                    return (paragraph.Start, IsCells: true);
                }
            }
            else
            {
                cells += paragraph.Cells;
                paragraph = default;
            }

            number++;
        }

        return null;
    }

    private static int Count(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var next = line.IndexOfAny(Signs); next >= 0; next = line.IndexOfAny(Signs))
        {
            count++;
            line = line[(next + 1)..];
        }

        return count;
    }

    // Lines without a bar are no cells.
    private readonly record struct Paragraph(int Start, int Lines, int Signs, int Widest)
    {
        public long Cells => Widest < 2 ? 0 : (long)Lines * Widest;

        public Paragraph With(int number, int signs, int width) =>
            new(Lines == 0 ? number : Start, Lines + 1, Signs + signs, Math.Max(Widest, width));
    }
}
