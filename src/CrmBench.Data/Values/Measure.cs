namespace CrmBench.Data.Values;

/// <summary>How long texts are and how large files.</summary>
public static class Measure
{
    /// <summary>How many characters (code points) a text in UTF-8 has.</summary>
    public static int Characters(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
        {
            // Bytes 10xxxxxx continue a character.
            count += (unit & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    /// <summary>How many characters (code points) a text has.</summary>
    public static int Characters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = text.Length;
        foreach (var unit in text)
        {
            count -= char.IsLowSurrogate(unit) ? 1 : 0;
        }

        return count;
    }

    /// <summary>A size in words: <c>64 MB</c>, <c>128 KB</c>; what lies between two is rounded up.</summary>
    public static string Bytes(long bytes) => bytes >= 1 << 20
        ? FormattableString.Invariant($"{(bytes + (1 << 20) - 1) >> 20} MB")
        : FormattableString.Invariant($"{(bytes + 1023) >> 10} KB");
}
