using System.Globalization;
using System.Text;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Values;

namespace CrmBench.Data.Json;

/// <summary>Reads JSON to a tree whose every node knows its place, which System.Text.Json's own trees do not.</summary>
internal static class JsonTree
{
    // Deep enough for every file of ours, and for the logs of tools that nest what models wrote.
    private const int DepthOfOurs = 32, DepthOfForeign = 256;

    /// <summary>The tree, or null after a report of why there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    /// <param name="isForeign">Whether it is another tool's file: it may nest deeper and hold invisible characters.</param>
    public static JsonNode? Parse(SourceText text, DiagnosticBag diagnostics, bool isForeign = false)
    {
        var options = new JsonReaderOptions { MaxDepth = isForeign ? DepthOfForeign : DepthOfOurs };
        return Parse(text, options, diagnostics, isForeign) is [var root, ..] ? root : null;
    }

    /// <summary>The trees of another tool's JSON Lines, or none after a report of why the file cannot be read.</summary>
    public static List<JsonNode> ParseForeignLines(SourceText text, DiagnosticBag diagnostics) =>
        Parse(text, new JsonReaderOptions { MaxDepth = DepthOfForeign, AllowMultipleValues = true }, diagnostics, isForeign: true);

    private static List<JsonNode> Parse(SourceText text, JsonReaderOptions options, DiagnosticBag diagnostics, bool isForeign)
    {
        var reader = new Utf8JsonReader(text.Utf8.Span, options);
        var roots = new List<JsonNode>();
        try
        {
            // After a single value nothing but white space may follow; the reader says so when asked for more.
            while (reader.Read())
            {
                roots.Add(Node(ref reader, text, isForeign ? null : diagnostics, diagnostics));
            }

            return roots;
        }
        catch (JsonException problem)
        {
            // The reader knows no other way to say that its text is wrong.
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

    // Invisible characters go to a bag of their own, which is null where they are allowed.
    private static JsonNode Node(ref Utf8JsonReader reader, SourceText text, DiagnosticBag? invisible, DiagnosticBag diagnostics)
    {
        var offset = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, text, invisible, diagnostics);
            case JsonTokenType.StartArray:
                var list = new JsonNode(JsonValueKind.Array, offset);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Items.Add(Node(ref reader, text, invisible, diagnostics));
                }

                list.End = (int)reader.BytesConsumed;
                return list;
            case JsonTokenType.String:
                return new JsonNode(JsonValueKind.String, offset) { End = (int)reader.BytesConsumed, Text = Unescaped(ref reader, text, invisible) };
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

    private static JsonNode Object(ref Utf8JsonReader reader, SourceText text, DiagnosticBag? invisible, DiagnosticBag diagnostics)
    {
        var node = new JsonNode(JsonValueKind.Object, (int)reader.TokenStartIndex);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var offset = (int)reader.TokenStartIndex;
            var end = offset + reader.ValueSpan.Length + "\"\"".Length;
            var name = Unescaped(ref reader, text, invisible);
            reader.Read();
            var value = Node(ref reader, text, invisible, diagnostics);
            if (names.Add(name))
            {
                node.Members.Add(new JsonMember(name, offset, end, value));
            }
            else
            {
                diagnostics.Report(Problems.DuplicateProperty(new Located<string>(name, text.PlaceAt(offset))));
            }
        }

        node.End = (int)reader.BytesConsumed;
        return node;
    }

    private static string Unescaped(ref Utf8JsonReader reader, SourceText text, DiagnosticBag? invisible)
    {
        var offset = (int)reader.TokenStartIndex;
        if (!reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        // Escapes can write what the check of the bytes could not see. A lone surrogate (\ud800) is no character at all.
        var value = string.Concat(Unescape(Encoding.UTF8.GetString(reader.ValueSpan)));
        for (var i = 0; invisible is not null && i < value.Length; i++)
        {
            var isPair = i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]);
            var lone = char.IsSurrogate(value[i]) && !isPair;
            if (lone || Invisible.Contains(value[i]))
            {
                invisible.Report(Problems.InvisibleCharacter(text.PlaceAt(offset), value[i]));
                return value;
            }

            i += isPair ? 1 : 0;
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
}
