using System.Text;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Rendering;

/// <summary>Takes what a template writes straight to UTF-8 in a buffer that is used again for the next page.</summary>
internal sealed class Utf8Output : IScriptOutput
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;

    public void Clear() => _length = 0;

    public byte[] ToArray() => FileBytes.Copy(_buffer.AsSpan(0, _length));

    public void Write(ReadOnlySpan<char> text)
    {
        var needed = _length + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (needed > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(needed, _buffer.Length * 2));
        }

        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        for (var at = HtmlEscaping.IndexOfSpecial(text); at >= 0; at = HtmlEscaping.IndexOfSpecial(text))
        {
            Write(text[..at]);
            Write(HtmlEscaping.Replacement(text[at]));
            text = text[(at + 1)..];
        }

        Write(text);
    }

    void IScriptOutput.Write(string text, int offset, int count) => Write(text.AsSpan(offset, count));

    ValueTask IScriptOutput.WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text.AsSpan(offset, count));
        return ValueTask.CompletedTask;
    }
}
