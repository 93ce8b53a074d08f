using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Downloads;

/// <summary>
/// Writes a table as Parquet: columns one after the other, each text or number once in a dictionary where most repeat, and not compressed, so that the
/// bytes are the same on every machine.
/// </summary>
/// <remarks>
/// The small part of the format (apache/parquet-format, version 1 of pages) that flat tables need. <c>decisions/0007-parquet.md</c> says why no library writes it.
/// </remarks>
internal static class ParquetFile
{
    private const int RowsOfAGroup = 100_000;

    // Enumerations of the format.
    private const int Boolean = 0;
    private const int Int32 = 1;
    private const int Int64 = 2;
    private const int Double = 5;
    private const int ByteArray = 6;
    private const int Required = 0;
    private const int Optional = 1;
    private const int Utf8 = 0;
    private const int Date = 6;
    private const int Uncompressed = 0;

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>The file's bytes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Its rows.</param>
    public static byte[] Write<T>(DownloadTable<T> table, IReadOnlyList<T> rows)
    {
        var groups = Enumerable.Range(0, (rows.Count + RowsOfAGroup - 1) / RowsOfAGroup)
            .Select(group => GroupOf(table, rows, group * RowsOfAGroup, Math.Min(RowsOfAGroup, rows.Count - (group * RowsOfAGroup))))
            .ToImmutableArray();
        return FileBytes.Of(buffer =>
        {
            buffer.Write(Magic);
            var places = new List<ImmutableArray<long>>(groups.Length);
            foreach (var group in groups)
            {
                var starts = ImmutableArray.CreateBuilder<long>(group.Columns.Length);
                foreach (var column in group.Columns)
                {
                    starts.Add(buffer.WrittenCount);
                    buffer.Write(column.Bytes);
                }

                places.Add(starts.MoveToImmutable());
            }

            var footer = buffer.WrittenCount;
            WriteFooter(buffer, table, rows.Count, groups, places);
            ParquetBytes.Fixed(buffer, buffer.WrittenCount - footer);
            buffer.Write(Magic);
        });
    }

    private static RowGroup GroupOf<T>(DownloadTable<T> table, IReadOnlyList<T> rows, int first, int count) =>
        new(InParallel.Make(table.Columns, column => ParquetColumn.Of(column, rows, first, count)), count);

    private static void WriteFooter(
        ArrayBufferWriter<byte> buffer, DownloadTable table, int rows, ImmutableArray<RowGroup> groups, List<ImmutableArray<long>> places)
    {
        var thrift = new ThriftWriter(buffer);
        DownloadColumn?[] schema = [null, .. table.Described];
        thrift.Field(1, 1);
        thrift.Field(2, schema, column => WriteSchema(thrift, table, column));
        thrift.Field(3, (long)rows);
        thrift.Field(4, groups, group =>
        {
            var starts = places[groups.IndexOf(group)];
            thrift.Field(1, group.Columns, column => WriteColumn(thrift, column, starts[group.Columns.IndexOf(column)]));
            thrift.Field(2, group.Columns.Sum(column => (long)column.Bytes.Length));
            thrift.Field(3, (long)group.Rows);
        });
        thrift.Field(6, "crmbench");
        thrift.End();
    }

    // The first element is the table itself.
    private static void WriteSchema(ThriftWriter thrift, DownloadTable table, DownloadColumn? column)
    {
        if (column is null)
        {
            thrift.Field(4, table.Name);
            thrift.Field(5, table.Described.Count());
            return;
        }

        thrift.Field(1, TypeOf(column.Type));
        thrift.Field(3, column.IsAlways ? Required : Optional);
        thrift.Field(4, column.Name);
        if (column.Type is ColumnType.Text or ColumnType.Day)
        {
            thrift.Field(6, column.Type == ColumnType.Text ? Utf8 : Date);
            thrift.Field(10, () => thrift.Field(column.Type == ColumnType.Text ? 1 : 6, () => { }));
        }
    }

    private static void WriteColumn(ThriftWriter thrift, ParquetColumn column, long start)
    {
        thrift.Field(2, start);
        thrift.Field(3, () =>
        {
            thrift.Field(1, TypeOf(column.Declared.Type));
            thrift.Field(2, column.DictionaryLength > 0 ? [ParquetColumn.Plain, ParquetColumn.Runs, ParquetColumn.Dictionary] : [ParquetColumn.Plain, ParquetColumn.Runs]);
            thrift.FieldOfOne(3, column.Declared.Name);
            thrift.Field(4, Uncompressed);
            thrift.Field(5, (long)column.Rows);
            thrift.Field(6, (long)column.Bytes.Length);
            thrift.Field(7, (long)column.Bytes.Length);
            thrift.Field(9, start + column.DictionaryLength);
            if (column.DictionaryLength > 0)
            {
                thrift.Field(11, start);
            }
        });
    }

    private static int TypeOf(ColumnType type) => type switch
    {
        ColumnType.Number => Double,
        ColumnType.Whole => Int64,
        ColumnType.Flag => Boolean,
        ColumnType.Day => Int32,
        _ => ByteArray,
    };

    private sealed record RowGroup(ImmutableArray<ParquetColumn> Columns, int Rows);
}

/// <summary>One column of one group of rows: its dictionary, if it has one, and its page.</summary>
/// <param name="Declared">The column.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Bytes">Both, one after the other.</param>
/// <param name="DictionaryLength">How many of the bytes are the dictionary; 0 without one.</param>
internal sealed record ParquetColumn(DownloadColumn Declared, int Rows, byte[] Bytes, int DictionaryLength)
{
    /// <summary>Values as they are.</summary>
    public const int Plain = 0;

    /// <summary>Runs and packed bits.</summary>
    public const int Runs = 3;

    /// <summary>Positions in the dictionary.</summary>
    public const int Dictionary = 8;

    private const int DataPage = 0;
    private const int DictionaryPage = 2;

    // The first day of Parquet's days: 1 January 1970.
    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Encodes a column of some rows.</summary>
    public static ParquetColumn Of<T>(DownloadColumn<T> column, IReadOnlyList<T> rows, int first, int count) => column.Type switch
    {
        ColumnType.Number => Of(column, Values(column, rows, first, count, row => column.NumberOf!(row)!.Value), (to, value) => ParquetBytes.Fixed(to, BitConverter.DoubleToInt64Bits(value))),
        ColumnType.Whole => Of(column, Values(column, rows, first, count, row => column.WholeOf!(row)!.Value), ParquetBytes.Fixed),
        ColumnType.Day => Of(column, Values(column, rows, first, count, row => column.DayOf!(row)!.Value.DayNumber - FirstDay), ParquetBytes.Fixed),
        ColumnType.Flag => OfFlags(column, rows, first, count),
        _ => Of(column, Values(column, rows, first, count, column.TextOf!), WriteText),
    };

    private static ParquetColumn Of<TValue>(DownloadColumn declared, KnownValues<TValue> known, Action<ArrayBufferWriter<byte>, TValue> write)
        where TValue : notnull
    {
        var places = new Dictionary<TValue, int>();
        var indices = new int[known.Values.Count];
        for (var i = 0; i < indices.Length; i++)
        {
            if (!places.TryGetValue(known.Values[i], out indices[i]))
            {
                places.Add(known.Values[i], indices[i] = places.Count);
            }
        }

        var output = new ArrayBufferWriter<byte>();
        var page = new ArrayBufferWriter<byte>();
        if (!declared.IsAlways)
        {
            WriteLevels(page, known.IsKnown);
        }

        // Where nearly every value is another, a dictionary would only be in the way.
        var hasDictionary = places.Count > 0 && places.Count <= known.Values.Count / 2;
        if (hasDictionary)
        {
            WritePage(output, DictionaryPage, places.Count, Write(places.Keys, write).WrittenSpan);
            var width = ParquetBytes.WidthOf(places.Count);
            page.Write([(byte)width]);
            ParquetBytes.Runs(page, indices, width);
        }
        else
        {
            page.Write(Write(known.Values, write).WrittenSpan);
        }

        var dictionaryLength = output.WrittenCount;
        WritePage(output, DataPage, known.IsKnown.Length, page.WrittenSpan, hasDictionary ? Dictionary : Plain);
        return new ParquetColumn(declared, known.IsKnown.Length, output.WrittenSpan.ToArray(), dictionaryLength);
    }

    private static ParquetColumn OfFlags<T>(DownloadColumn<T> column, IReadOnlyList<T> rows, int first, int count)
    {
        var output = new ArrayBufferWriter<byte>();
        var page = new ArrayBufferWriter<byte>();
        ParquetBytes.Bits(page, Enumerable.Range(first, count).Select(i => column.FlagOf!(rows[i]) ? 1 : 0).ToArray());
        WritePage(output, DataPage, count, page.WrittenSpan);
        return new ParquetColumn(column, count, output.WrittenSpan.ToArray(), 0);
    }

    private static KnownValues<TValue> Values<T, TValue>(DownloadColumn<T> column, IReadOnlyList<T> rows, int first, int count, Func<T, TValue> value)
    {
        var known = new List<TValue>(count);
        var isKnown = new int[count];
        for (var i = 0; i < count; i++)
        {
            var row = rows[first + i];
            if (column.IsAlways || !column.IsEmpty(row))
            {
                known.Add(value(row));
                isKnown[i] = 1;
            }
        }

        return new KnownValues<TValue>(known, isKnown);
    }

    // Which rows have a value, with the number of bytes in front.
    private static void WriteLevels(ArrayBufferWriter<byte> page, int[] isKnown)
    {
        var levels = new ArrayBufferWriter<byte>();
        ParquetBytes.Runs(levels, isKnown, width: 1);
        ParquetBytes.Fixed(page, levels.WrittenCount);
        page.Write(levels.WrittenSpan);
    }

    private static ArrayBufferWriter<byte> Write<TValue>(IEnumerable<TValue> values, Action<ArrayBufferWriter<byte>, TValue> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var value in values)
        {
            write(bytes, value);
        }

        return bytes;
    }

    private static void WriteText(ArrayBufferWriter<byte> output, string text)
    {
        ParquetBytes.Fixed(output, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, output);
    }

    private static void WritePage(ArrayBufferWriter<byte> output, int type, int count, ReadOnlySpan<byte> bytes, int encoding = Plain)
    {
        var thrift = new ThriftWriter(output);
        thrift.Field(1, type);
        thrift.Field(2, bytes.Length);
        thrift.Field(3, bytes.Length);
        thrift.Field(type == DataPage ? 5 : 7, () =>
        {
            thrift.Field(1, count);
            thrift.Field(2, encoding);
            if (type == DataPage)
            {
                thrift.Field(3, Runs);
                thrift.Field(4, Runs);
            }
        });
        thrift.End();
        output.Write(bytes);
    }

    /// <summary>The values of the rows that have one, and which rows these are, as 1 and 0.</summary>
    private sealed record KnownValues<TValue>(List<TValue> Values, int[] IsKnown);
}
