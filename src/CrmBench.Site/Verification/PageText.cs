using System.Text;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Site.Verification;

/// <summary>The text of a page; finds lines and columns only when a problem needs them.</summary>
internal sealed class PageText(string file, ReadOnlyMemory<byte> content)
{
    public string Markup { get; } = Encoding.UTF8.GetString(content.Span);

    public SourcePlace WholePage { get; } = new($"output/{file}");

    /// <summary>The place of a character by its index from 0.</summary>
    public SourcePlace PlaceAt(int index)
    {
        var before = Markup.AsSpan(0, Math.Clamp(index, 0, Markup.Length));
        return WholePage with { Line = before.Count('\n') + 1, Column = before.Length - before.LastIndexOf('\n') };
    }
}
