namespace CrmBench.Site.Publishing;

/// <summary>Finds <c>url(...)</c> and <c>@import "..."</c> in a style sheet, outside its comments and other strings.</summary>
internal static class CssReferences
{
    public static IEnumerable<AssetReference> Find(string css)
    {
        for (var i = 0; i < css.Length;)
        {
            if (Is(css, i, "/*"))
            {
                i = After(css, "*/", i + 2);
            }
            else if (Is(css, i, "url("))
            {
                var start = SkipSpace(css, i + 4);
                var quoted = start < css.Length && css[start] is '"' or '\'';
                start += quoted ? 1 : 0;
                var end = quoted ? EndOfString(css, start, css[start - 1]) : IndexOrEnd(css, ')', start);
                yield return new AssetReference(start, css[start..end].TrimEnd());
                i = end + 1;
            }
            else if (css[i] is '"' or '\'')
            {
                var end = EndOfString(css, i + 1, css[i]);
                if (css.AsSpan(0, i).TrimEnd().EndsWith("@import", StringComparison.OrdinalIgnoreCase))
                {
                    yield return new AssetReference(i + 1, css[(i + 1)..end]);
                }

                i = end + 1;
            }
            else
            {
                i++;
            }
        }
    }

    private static bool Is(string text, int at, string expected) =>
        string.Compare(text, at, expected, 0, expected.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int After(string text, string mark, int from) =>
        text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : text.Length;

    private static int IndexOrEnd(string text, char mark, int from) =>
        text.IndexOf(mark, Math.Min(from, text.Length)) is >= 0 and var at ? at : text.Length;

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int EndOfString(string text, int at, char quote)
    {
        while (at < text.Length && text[at] != quote)
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at, text.Length);
    }
}
