using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace CrmBench.Data.Csv;

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
