using System.Text;
using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Fuzzing;

/// <summary>
/// Damages bytes as chance wills: a bit, a byte, a slice, a field, a line, a number; pieces of other files; what is known to be awkward;
/// and repetition, since size is damage too. The same numbers give the same damage.
/// </summary>
internal static class Mutator
{
    /// <summary>Largest result in bytes: above the limits of prose and of JSON, so that those are met.</summary>
    public const int Largest = 3 << 19;

    private static readonly byte[][] Awkward =
    [
        .. ((string[])
        [
            "", "\"", "\"\"", "'", ",", ";", "\n", "\r", "\r\n", "\t", "|", "\\", "/", "../", "{", "}", "[", "]", ":", "null", "true", "NaN", "Infinity",
            "-", "--", "0", "-0", "00", "007", "00003.5", "1e308", "1e-400", "1E5", "9007199254740993", "2147483648", "-2147483649",
            "99999999999999999999", "1.7976931348623157e309", "0.1", "1,5", "1e999999999", "+1", ".5", "5.", "0x10", "\u0661", "FILL IN", "FILL IN: a",
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{ 7 * 7 }}", "{{ include 'a' }}", "</textarea>",
            "<!--", "-->", "]]>", "&lt;", "&#x3C;", "=1+1", "@a", "\uFF1D1", "a\u0301", "\u202E", "\u200B", "\u00AD", "\uFEFF", "\0", "\u0085", "\u2028",
            "\uD83D\uDE00", "\u0410", "\u05D0", "con", "aux.x", "__proto__", "constructor", "id", "x_a", "$schema", "schema", "https://", "http://a",
            "https://a@b/", "https://[::1]/", "2026-02-30", "2026-08-04", "9999-12-31", "0001-01-01", "\"\\ud800\"", "\\u0000", "\\u202e", "\\", "a b",
            "*", "_", "**", "`", "```", "![", "](", "[^1]", "[^1]: ", "<a", "<http://a>", "## ", "- ", "1. ", "> ", "|-|", "    ", "---", "===", "~~~",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF],
    ];

    /// <summary>Bytes after one to eight changes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="random">What chance is drawn from.</param>
    /// <param name="others">Other files that pieces are taken from.</param>
    public static byte[] Damage(byte[] bytes, Xoshiro256 random, IReadOnlyList<byte[]> others)
    {
        var text = bytes.ToList();
        for (var changes = 1 + random.NextInt(1 << random.NextInt(4)); changes > 0; changes--)
        {
            Change(text, random, others);
        }

        if (text.Count > Largest)
        {
            text.RemoveRange(Largest, text.Count - Largest);
        }

        return [.. text];
    }

    private static void Change(List<byte> text, Xoshiro256 random, IReadOnlyList<byte[]> others)
    {
        var at = random.NextInt(text.Count + 1);
        var (start, length) = Slice(text, random, at);
        switch (random.NextInt(10))
        {
            case 0 when text.Count > 0:
                text[Math.Min(at, text.Count - 1)] ^= (byte)(1 << random.NextInt(8));
                break;
            case 1:
                text.Insert(at, (byte)random.NextInt(256));
                break;
            case 2:
                text.RemoveRange(start, length);
                break;
            case 3:
                Insert(text, at, text.GetRange(start, length));
                break;
            case 4:
                Replace(text, start, length, Awkward[random.NextInt(Awkward.Length)]);
                break;
            case 5:
                Insert(text, at, Awkward[random.NextInt(Awkward.Length)]);
                break;
            case 6:
                var other = others[random.NextInt(others.Count)];
                var from = random.NextInt(other.Length + 1);
                Insert(text, at, other[from..Math.Min(other.Length, from + random.NextInt(200))]);
                break;
            case 7:
                Repeat(text, start, length, random);
                break;
            case 8:
                var (second, otherLength) = Slice(text, random, random.NextInt(text.Count + 1));
                var piece = text.GetRange(second, otherLength);
                Replace(text, start, length, piece);
                break;
            default:
                Number(text, random);
                break;
        }
    }

    // Bytes at a place, the field there or the line: what stands between two signs that tables and JSON know.
    private static (int Start, int Length) Slice(List<byte> text, Xoshiro256 random, int at)
    {
        var ends = random.NextInt(3) switch { 0 => "\n", 1 => ",\n:{}[]|\"", _ => "" };
        if (ends.Length == 0)
        {
            return (at, Math.Min(text.Count - at, random.NextInt(1 << random.NextInt(8))));
        }

        var (start, end) = (at, at);
        while (start > 0 && !ends.Contains((char)text[start - 1], StringComparison.Ordinal))
        {
            start--;
        }

        while (end < text.Count && !ends.Contains((char)text[end], StringComparison.Ordinal))
        {
            end++;
        }

        // With the line its end, too.
        return (start, Math.Min(text.Count, ends == "\n" ? end + 1 : end) - start);
    }

    private static void Repeat(List<byte> text, int start, int length, Xoshiro256 random)
    {
        if (length == 0)
        {
            return;
        }

        // Mostly a few times, seldom up to the limits.
        var room = Math.Max(0, (random.NextInt(200) == 0 ? Largest : 1 << (6 + random.NextInt(9))) - text.Count);
        var times = Math.Min(room / length, 1 + random.NextInt(1 << (1 + random.NextInt(20))));
        var piece = text.GetRange(start, length);
        Insert(text, start, Enumerable.Repeat(piece, times).SelectMany(part => part));
    }

    private static void Number(List<byte> text, Xoshiro256 random)
    {
        int[] digits = [.. Enumerable.Range(0, text.Count).Where(i => text[i] is >= (byte)'0' and <= (byte)'9')];
        if (digits.Length > 0)
        {
            text[digits[random.NextInt(digits.Length)]] = (byte)('0' + random.NextInt(10));
        }
    }

    private static void Replace(List<byte> text, int start, int length, IEnumerable<byte> bytes)
    {
        text.RemoveRange(start, length);
        Insert(text, start, bytes);
    }

    private static void Insert(List<byte> text, int at, IEnumerable<byte> bytes) => text.InsertRange(at, bytes);
}
