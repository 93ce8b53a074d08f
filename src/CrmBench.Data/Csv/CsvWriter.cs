using System.Collections.Immutable;
using System.Text;

namespace CrmBench.Data.Csv;

/// <summary>Writes CSV after RFC 4180, except that lines end in LF alone, as everywhere in this repository.</summary>
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
        var text = new StringBuilder();
        AppendRow(text, header);
        foreach (var row in rows)
        {
            if (row.Length != header.Length)
            {
                throw new ArgumentException($"A row has {row.Length} fields, the header {header.Length}.", nameof(rows));
            }

            AppendRow(text, row);
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, ImmutableArray<string> fields)
    {
        // A line of one empty field would be an empty line, which readers skip: two quotes keep it a row.
        if (fields is [""])
        {
            text.Append("\"\"\n");
            return;
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            AppendField(text, fields[i]);
        }

        text.Append('\n');
    }

    private static void AppendField(StringBuilder text, string field)
    {
        if (field.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            text.Append(field);
            return;
        }

        text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
