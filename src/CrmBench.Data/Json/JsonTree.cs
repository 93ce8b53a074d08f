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
    /// <summary>The tree, or null after a report of why there is none.</summary>
    public static JsonNode? Parse(SourceText text, DiagnosticBag diagnostics)
    {
        var reader = new Utf8JsonReader(text.Utf8.Span, new JsonReaderOptions { MaxDepth = 32 });
        try
        {
            reader.Read();
            var root = Node(ref reader, text, diagnostics);

            // Nothing but white space may follow; the reader says so when asked for more.
            reader.Read();
            return root;
        }
        catch (JsonException problem)
        {
            // The reader knows no other way to say that its text is wrong.
            diagnostics.Report(Malformed(text, text.OffsetOf(problem.LineNumber ?? 0, problem.BytePositionInLine ?? 0)));
            return null;
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

    private static JsonNode Node(ref Utf8JsonReader reader, SourceText text, DiagnosticBag diagnostics)
    {
        var offset = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, text, diagnostics);
            case JsonTokenType.StartArray:
                var list = new JsonNode(JsonValueKind.Array, offset);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Items.Add(Node(ref reader, text, diagnostics));
                }

                return list;
            case JsonTokenType.String:
                return new JsonNode(JsonValueKind.String, offset) { Text = Unescaped(ref reader, text, diagnostics) };
            case JsonTokenType.Number:
                return new JsonNode(JsonValueKind.Number, offset) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
            default:
                return new JsonNode(
                    reader.TokenType switch
                    {
                        JsonTokenType.True => JsonValueKind.True,
                        JsonTokenType.False => JsonValueKind.False,
                        _ => JsonValueKind.Null,
                    },
                    offset);
        }
    }

    private static JsonNode Object(ref Utf8JsonReader reader, SourceText text, DiagnosticBag diagnostics)
    {
        var node = new JsonNode(JsonValueKind.Object, (int)reader.TokenStartIndex);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var offset = (int)reader.TokenStartIndex;
            var name = Unescaped(ref reader, text, diagnostics);
            reader.Read();
            var value = Node(ref reader, text, diagnostics);
            if (names.Add(name))
            {
                node.Members.Add(new JsonMember(name, offset, value));
            }
            else
            {
                diagnostics.Report(Problems.DuplicateProperty(new Located<string>(name, text.PlaceAt(offset))));
            }
        }

        return node;
    }

    private static string Unescaped(ref Utf8JsonReader reader, SourceText text, DiagnosticBag diagnostics)
    {
        var offset = (int)reader.TokenStartIndex;
        if (!reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        // Escapes can write what the check of the bytes could not see. A lone surrogate (\ud800) is no character at all.
        var value = string.Concat(Unescape(Encoding.UTF8.GetString(reader.ValueSpan)));
        for (var i = 0; i < value.Length; i++)
        {
            var lone = char.IsSurrogate(value[i]) && !(char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]));
            if (lone || Invisible.Contains(value[i]))
            {
                diagnostics.Report(Problems.InvisibleCharacter(text.PlaceAt(offset), value[i]));
                return value;
            }

            i += char.IsSurrogate(value[i]) ? 1 : 0;
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
