using System.Text;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Verification;

/// <summary>Recognizes what a failed computation leaves on a page.</summary>
internal static class NoValue
{
    /// <summary>
    /// Whether the text shows no value: <c>NaN</c> as a word anywhere, or <c>Infinity</c>, <c>undefined</c> or <c>null</c> with nothing
    /// but signs, blanks and units around it (they may be words of a name or a sentence).
    /// </summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        if (HasWord(text, "NaN") || text.Contains("[object ", StringComparison.Ordinal))
        {
            return true;
        }

        return text.Length < 32 && text.Trim("+-\u2212$% \t\n") is "Infinity" or "undefined" or "null" or "\u221e";
    }

    private static bool HasWord(ReadOnlySpan<char> text, string word)
    {
        for (var at = text.IndexOf(word); at >= 0; at = text.IndexOf(word))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }

            text = text[end..];
        }

        return false;
    }
}

/// <summary>The text of a page, which knows the line and column of every character.</summary>
internal sealed class PageText
{
    private readonly List<int> _lineStarts = [0];

    public PageText(string file, ReadOnlyMemory<byte> content)
    {
        Markup = Encoding.UTF8.GetString(content.Span);
        WholePage = new SourcePlace($"output/{file}");
        for (var end = Markup.IndexOf('\n'); end >= 0; end = Markup.IndexOf('\n', end + 1))
        {
            _lineStarts.Add(end + 1);
        }
    }

    public string Markup { get; }

    public SourcePlace WholePage { get; }

    /// <summary>The place of a character by its index from 0.</summary>
    public SourcePlace PlaceAt(int index)
    {
        var found = _lineStarts.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        return WholePage with { Line = line + 1, Column = index - _lineStarts[line] + 1 };
    }
}
