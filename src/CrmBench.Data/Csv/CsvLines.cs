using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CrmBench.Data.Csv;

/// <summary>
/// Writes CSV after RFC 4180, except that lines end in LF alone, as everywhere in this repository. It goes field by field and straight
/// to UTF-8: a board has a hundred thousand lines whose texts nobody else needs.
/// </summary>
/// <param name="output">Takes the bytes.</param>
public sealed class CsvLines(ArrayBufferWriter<byte> output)
{
    // Longer than the shortest text of any number.
    private const int LongestNumber = 32;

    /// <summary>The format of a number that is not 0 and has a power of ten in its shortest text.</summary>
    public static readonly string WithoutPower = $"0.{new string('#', 40)}";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private bool _isFirst = true;

    /// <summary>Adds a field to the line; quoted only where it must be.</summary>
    public void Field(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Separate();
        if (text.AsSpan().ContainsAny(Quoted))
        {
            text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }

        Encoding.UTF8.GetBytes(text, output);
    }

    /// <summary>
    /// Adds a number in the shortest decimal text that reads back as the same, never with a power of ten, which spreadsheets show as they like; an
    /// empty field for none.
    /// </summary>
    public void Field(double? number)
    {
        Separate();
        if (number is { } value)
        {
            var text = output.GetSpan(LongestNumber);
            value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
            if (text[..length].Contains((byte)'E'))
            {
                Encoding.UTF8.GetBytes(value.ToString(WithoutPower, CultureInfo.InvariantCulture), output);
            }
            else
            {
                output.Advance(length);
            }
        }
    }

    /// <summary>Adds a whole number; an empty field for none.</summary>
    public void Field(long? number)
    {
        Separate();
        if (number is { } value)
        {
            value.TryFormat(output.GetSpan(LongestNumber), out var length, default, CultureInfo.InvariantCulture);
            output.Advance(length);
        }
    }

    /// <summary>A whole line.</summary>
    public void Line(ImmutableArray<string> fields)
    {
        // A line of one empty field would be an empty line, which readers skip: two quotes keep it a row.
        if (fields is [""])
        {
            output.Write("\"\""u8);
        }
        else
        {
            foreach (var field in fields)
            {
                Field(field);
            }
        }

        End();
    }

    /// <summary>Begins a line with fields that an earlier one began with, as they were written.</summary>
    public void Begin(ReadOnlySpan<byte> fields)
    {
        output.Write(fields);
        _isFirst = false;
    }

    /// <summary>Ends the line, which has at least two fields or one that is not empty.</summary>
    public void End()
    {
        output.Write("\n"u8);
        _isFirst = true;
    }

    private void Separate()
    {
        if (!_isFirst)
        {
            output.Write(","u8);
        }

        _isFirst = false;
    }
}

/// <summary>Writes whole CSV texts, line by line as <see cref="CsvLines"/> has it.</summary>
public static class CsvWriter
{
    /// <summary>One CSV text: a header and rows, each ended by a line feed; fields are quoted only where they must be.</summary>
    /// <param name="header">Names of the columns; at least one.</param>
    /// <param name="rows">Rows of as many fields as the header has.</param>
    /// <exception cref="ArgumentException">A row has more or fewer fields than the header.</exception>
    public static string Write(ImmutableArray<string> header, IEnumerable<ImmutableArray<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfZero(header.Length, nameof(header));
        var bytes = new ArrayBufferWriter<byte>();
        var lines = new CsvLines(bytes);
        lines.Line(header);
        foreach (var row in rows)
        {
            if (row.Length != header.Length)
            {
                throw new ArgumentException($"A row has {row.Length} fields, the header {header.Length}.", nameof(rows));
            }

            lines.Line(row);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
