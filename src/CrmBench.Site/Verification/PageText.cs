using System.Text;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Verification;

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
