using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CrmBench.Site.Rendering;

/// <summary>How deep the parts of a Markdown text stand in one another. Deeper than a limit it is no text for people, and no parser can be trusted with it.</summary>
internal static class Nesting
{
    /// <summary>Most quotes, lists, emphases, links and images within one another; what is opened and not closed counts too.</summary>
    public const int Deepest = 32;

    /// <summary>Parses a text.</summary>
    /// <param name="markdown">The text, with LF line ends.</param>
    /// <param name="pipeline">How to parse it.</param>
    /// <param name="tooDeep">Where it becomes too deep: line and column from 0; null where it nowhere does.</param>
    /// <returns>The text, or null where it is too deep.</returns>
    public static MarkdownDocument? Parse(string markdown, MarkdownPipeline pipeline, out (int Line, int Column)? tooDeep)
    {
        tooDeep = null;
        if (TryParse(markdown, pipeline) is not { } document)
        {
            tooDeep = FirstTooDeep(markdown, pipeline);
            return null;
        }

        foreach (var node in document.Descendants())
        {
            if (DepthOf(node) > Deepest)
            {
                tooDeep = (node.Line, node.Column);
                return null;
            }
        }

        return document;
    }

    private static MarkdownDocument? TryParse(string markdown, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's own limit, far above ours. It knows no other way to say so, and does not say where.
            return null;
        }
    }

    // The shortest beginning that the parser refuses: by lines first, then within the last of them.
    private static (int Line, int Column) FirstTooDeep(string markdown, MarkdownPipeline pipeline)
    {
        var lines = markdown.Split('\n');
        string Lines(int count) => string.Join('\n', lines[..count]);
        var line = Shortest(lines.Length, count => TryParse(Lines(count), pipeline) is null) - 1;
        var before = line == 0 ? "" : Lines(line) + "\n";
        var column = Shortest(lines[line].Length, count => TryParse(before + lines[line][..count], pipeline) is null) - 1;
        return (line, Math.Max(0, column));
    }

    /// <summary>The smallest count from 1 to <paramref name="most"/> that is refused, where the greatest is.</summary>
    private static int Shortest(int most, Func<int, bool> isRefused)
    {
        var (low, high) = (0, most);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = isRefused(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static int DepthOf(MarkdownObject node)
    {
        var depth = 0;
        for (var at = node; at is not null && depth <= Deepest; at = ParentOf(at))
        {
            depth += at is QuoteBlock or ListBlock or EmphasisInline or LinkInline or (DelimiterInline and not PipeTableDelimiterInline) ? 1 : 0;
        }

        return depth;
    }

    private static MarkdownObject? ParentOf(MarkdownObject node) => node switch
    {
        Block block => block.Parent,
        ContainerInline { Parent: null } root => root.ParentBlock,
        Inline inline => inline.Parent,
        _ => null,
    };
}
