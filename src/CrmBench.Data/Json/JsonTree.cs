using System.Globalization;
using System.Text;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Data.Json;

/// <summary>A property of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Offset of its name, at the quote.</param>
/// <param name="End">Offset after its name, behind the quote.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Offset, int End, JsonNode Value);

/// <summary>A JSON value and where it stands.</summary>
/// <param name="Kind">Its type.</param>
/// <param name="Offset">Offset of its first byte.</param>
internal sealed record JsonNode(JsonValueKind Kind, int Offset)
{
    // Made when they are asked for: most nodes have neither, and a file may hold a million.
    private List<JsonMember>? _members;
    private List<JsonNode>? _items;

    /// <summary>Offset after its last byte.</summary>
    public int End { get; set; }

    /// <summary>The text of a string, or a number as it is written.</summary>
    public string Text { get; init; } = "";

    /// <summary>The properties of an object in the order of the file, each name once.</summary>
    public List<JsonMember> Members => _members ??= [];

    /// <summary>The entries of an array.</summary>
    public List<JsonNode> Items => _items ??= [];

    /// <summary>The type in words, with its article.</summary>
    public string KindInWords => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}

/// <summary>Reads JSON to a tree whose every node knows its place, which System.Text.Json's own trees do not.</summary>
internal static class JsonTree
{
    // Deep enough for all our files; logs of other tools may nest what models wrote.
    private const int DepthOfOurs = 32, DepthOfForeign = 256;

    private static readonly HashSet<int> s_none = [];

    /// <summary>The tree of a file of ours, or null after a report of why there is none.</summary>
    public static JsonNode? Parse(SourceText text, DiagnosticBag diagnostics)
    {
        var reading = new Reading(text, diagnostics, diagnostics, s_none);
        return Parse(text, text.Utf8, new JsonReaderOptions { MaxDepth = DepthOfOurs }, diagnostics, reading) is [var root, ..] ? root : null;
    }

    /// <summary>
    /// The trees of another tool's JSON or JSON Lines, or none after a report of why the file cannot be read. It may nest deeper than
    /// ours and hold invisible characters; <c>NaN</c> and its like are null, with the word as the node's text.
    /// </summary>
    public static List<JsonNode> ParseForeign(SourceText text, DiagnosticBag diagnostics)
    {
        var (quoted, offsets) = NotNumbers.Quoted(text.Utf8);
        var options = new JsonReaderOptions { MaxDepth = DepthOfForeign, AllowMultipleValues = true };
        return Parse(text, quoted, options, diagnostics, new Reading(text, null, diagnostics, offsets));
    }

    private static List<JsonNode> Parse(
        SourceText text, ReadOnlyMemory<byte> utf8, JsonReaderOptions options, DiagnosticBag diagnostics, Reading reading)
    {
        var reader = new Utf8JsonReader(utf8.Span, options);
        var roots = new List<JsonNode>();
        try
        {
            // After a single value nothing but white space may follow; the reader says so when asked for more.
            while (reader.Read())
            {
                roots.Add(Node(ref reader, reading));
            }

            return roots;
        }
        catch (JsonException problem)
        {
            // The reader reports wrong text by this exception only.
            diagnostics.Report(Malformed(text, text.OffsetOf(problem.LineNumber ?? 0, problem.BytePositionInLine ?? 0)));
            return [];
        }
    }

    private static Diagnostic Malformed(SourceText text, int offset)
    {
        var end = text.Utf8.Span.TrimEnd(" \t\r\n"u8).Length;
        if (offset >= end)
        {
            return Problems.JsonTruncated(text.PlaceAt(end));
        }

        // The reader may stop within a character; its first byte is not of the form 10xxxxxx.
        while ((text.Utf8.Span[offset] & 0xC0) == 0x80)
        {
            offset--;
        }

        Rune.DecodeFromUtf8(text.Utf8.Span[offset..], out var found, out _);
        return Problems.JsonMalformed(text.PlaceAt(offset), found.ToString());
    }

    private static JsonNode Node(ref Utf8JsonReader reader, Reading reading)
    {
        var offset = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, reading);
            case JsonTokenType.StartArray:
                var list = new JsonNode(JsonValueKind.Array, offset);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Items.Add(Node(ref reader, reading));
                }

                list.End = (int)reader.BytesConsumed;
                return list;
            case JsonTokenType.String when reading.NotNumbers.Contains(offset):
                return new JsonNode(JsonValueKind.Null, offset)
                {
                    End = (int)reader.BytesConsumed,
                    Text = NotNumbers.WordAt(reading.Text.Utf8.Span, offset) ?? "",
                };
            case JsonTokenType.String:
                return new JsonNode(JsonValueKind.String, offset) { End = (int)reader.BytesConsumed, Text = Unescaped(ref reader, reading) };
            case JsonTokenType.Number:
                return new JsonNode(JsonValueKind.Number, offset)
                {
                    End = (int)reader.BytesConsumed,
                    Text = Encoding.UTF8.GetString(reader.ValueSpan),
                };
            default:
                return new JsonNode(
                    reader.TokenType switch
                    {
                        JsonTokenType.True => JsonValueKind.True,
                        JsonTokenType.False => JsonValueKind.False,
                        _ => JsonValueKind.Null,
                    },
                    offset)
                {
                    End = (int)reader.BytesConsumed,
                };
        }
    }

    private static JsonNode Object(ref Utf8JsonReader reader, Reading reading)
    {
        var node = new JsonNode(JsonValueKind.Object, (int)reader.TokenStartIndex);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var offset = (int)reader.TokenStartIndex;
            var end = offset + reader.ValueSpan.Length + "\"\"".Length;
            var name = Unescaped(ref reader, reading);
            reader.Read();
            var value = Node(ref reader, reading);
            if (names.Add(name))
            {
                node.Members.Add(new JsonMember(name, offset, end, value));
            }
            else
            {
                reading.Diagnostics.Report(Problems.DuplicateProperty(new Located<string>(name, reading.Text.PlaceAt(offset))));
            }
        }

        node.End = (int)reader.BytesConsumed;
        return node;
    }

    private static string Unescaped(ref Utf8JsonReader reader, Reading reading)
    {
        var offset = (int)reader.TokenStartIndex;
        if (!reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        // An escape can stand for a character that the check of the bytes could not see. A lone surrogate (\ud800) is no character at all.
        var value = string.Concat(Unescape(Encoding.UTF8.GetString(reader.ValueSpan)));
        if (reading.Invisible is not null && Values.Invisible.In(value) is { } codePoint)
        {
            reading.Invisible.Report(Problems.InvisibleCharacter(reading.Text.PlaceAt(offset), codePoint));
        }

        return value;
    }

    // The reader has checked the escapes; its own unescaping throws at a lone surrogate, this one does not.
    private static IEnumerable<char> Unescape(string raw)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                yield return raw[i];
                continue;
            }

            i++;
            if (raw[i] == 'u')
            {
                yield return (char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                i += 4;
                continue;
            }

            yield return raw[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                var same => same,
            };
        }
    }

    /// <summary>What stays the same while one text is read.</summary>
    /// <param name="Text">The text, for places.</param>
    /// <param name="Invisible">Takes invisible characters, or null where they are allowed.</param>
    /// <param name="Diagnostics">Takes everything else.</param>
    /// <param name="NotNumbers">Offsets of texts that stand for <c>NaN</c> and its like.</param>
    private sealed record Reading(SourceText Text, DiagnosticBag? Invisible, DiagnosticBag Diagnostics, HashSet<int> NotNumbers);
}

/// <summary>
/// <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>, which Python and JavaScript libraries write into JSON although it has no such
/// numbers.
/// </summary>
internal static class NotNumbers
{
    private static readonly byte[][] s_words = ["NaN"u8.ToArray(), "Infinity"u8.ToArray(), "-Infinity"u8.ToArray()];

    /// <summary>
    /// The text with texts of the same length in their places, so that every other offset stays, and the offsets of these; the text
    /// itself where there are none.
    /// </summary>
    public static (ReadOnlyMemory<byte> Utf8, HashSet<int> Offsets) Quoted(ReadOnlyMemory<byte> utf8)
    {
        var offsets = new HashSet<int>();
        var text = utf8.Span;
        if (text.IndexOf("NaN"u8) < 0 && text.IndexOf("Infinity"u8) < 0)
        {
            return (utf8, offsets);
        }

        var quoted = text.ToArray();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == (byte)'"')
            {
                at = EndOfText(text, at);
            }
            else if (Word(text[at..]) is { } word)
            {
                quoted.AsSpan(at, word.Length).Fill((byte)'-');
                quoted[at] = quoted[at + word.Length - 1] = (byte)'"';
                offsets.Add(at);
                at += word.Length - 1;
            }
        }

        return (quoted, offsets);
    }

    /// <summary>The word at an offset, or null.</summary>
    public static string? WordAt(ReadOnlySpan<byte> text, int offset) =>
        Word(text[offset..]) is { } word ? System.Text.Encoding.ASCII.GetString(word) : null;

    private static byte[]? Word(ReadOnlySpan<byte> text)
    {
        foreach (var word in s_words)
        {
            if (text.StartsWith(word))
            {
                return word;
            }
        }

        return null;
    }

    // The offset of the closing quotation mark, or of the last byte where there is none.
    private static int EndOfText(ReadOnlySpan<byte> text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == (byte)'\\')
            {
                at++;
            }
            else if (text[at] == (byte)'"')
            {
                return at;
            }
        }

        return text.Length - 1;
    }
}
