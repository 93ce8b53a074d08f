using System.Buffers;
using System.Text;

namespace CrmBench.Site.Downloads;

/// <summary>
/// Writes structs in the compact protocol of Apache Thrift, as far as the footer and the page headers of Parquet need it: whole numbers, texts, lists and
/// structs. Fields of a struct must be written in rising order.
/// </summary>
/// <remarks>thrift-compact-protocol.md in the repository of Apache Thrift.</remarks>
/// <param name="output">Takes the bytes.</param>
internal sealed class ThriftWriter(ArrayBufferWriter<byte> output)
{
    private const byte Int = 5;
    private const byte Long = 6;
    private const byte Binary = 8;
    private const byte List = 9;
    private const byte Struct = 12;

    // Field numbers of a list within the same byte reach this far.
    private const int ShortList = 15;

    private readonly Stack<int> _outer = [];
    private int _last;

    /// <summary>A field of 32 bits, also an enumeration.</summary>
    public void Field(int id, int value)
    {
        Begin(id, Int);
        Number(value);
    }

    /// <summary>A field of 64 bits.</summary>
    public void Field(int id, long value)
    {
        Begin(id, Long);
        Number(value);
    }

    /// <summary>A field of text.</summary>
    public void Field(int id, string text)
    {
        Begin(id, Binary);
        Text(text);
    }

    /// <summary>A field that is a struct.</summary>
    public void Field(int id, Action write)
    {
        Begin(id, Struct);
        Nested(write);
    }

    /// <summary>A field that is a list of enumerations.</summary>
    public void Field(int id, ReadOnlySpan<int> values)
    {
        BeginList(id, Int, values.Length);
        foreach (var value in values)
        {
            Number(value);
        }
    }

    /// <summary>A field that is a list of one text.</summary>
    public void FieldOfOne(int id, string text)
    {
        BeginList(id, Binary, 1);
        Text(text);
    }

    /// <summary>A field that is a list of structs.</summary>
    public void Field<T>(int id, IReadOnlyCollection<T> items, Action<T> write)
    {
        BeginList(id, Struct, items.Count);
        foreach (var item in items)
        {
            Nested(() => write(item));
        }
    }

    /// <summary>Ends the outermost struct.</summary>
    public void End() => output.Write("\0"u8);

    private void Nested(Action write)
    {
        _outer.Push(_last);
        _last = 0;
        write();
        End();
        _last = _outer.Pop();
    }

    private void Begin(int id, byte type)
    {
        // No two fields here are more than fifteen apart.
        output.Write([(byte)(((id - _last) << 4) | type)]);
        _last = id;
    }

    private void BeginList(int id, byte type, int count)
    {
        Begin(id, List);
        if (count < ShortList)
        {
            output.Write([(byte)((count << 4) | type)]);
        }
        else
        {
            output.Write([(byte)((ShortList << 4) | type)]);
            ParquetBytes.Varint(output, (ulong)count);
        }
    }

    // Zigzag: small numbers of either sign are short.
    private void Number(long value) => ParquetBytes.Varint(output, unchecked((ulong)((value << 1) ^ (value >> 63))));

    private void Text(string text)
    {
        ParquetBytes.Varint(output, (ulong)Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, output);
    }
}
