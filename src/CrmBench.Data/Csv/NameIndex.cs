using System.Collections.Immutable;
using System.Text;

namespace CrmBench.Data.Csv;

/// <summary>Numbers the distinct values of a column in the order of their first row, without making a string of each field.</summary>
internal sealed class NameIndex
{
    private readonly List<string> _names = [];
    private readonly List<(int Start, int Length)> _spans = [];
    private byte[] _bytes = new byte[1024];
    private int[] _slots = new int[256];
    private int _used;

    // Rows are mostly sorted, so the value of the row before is tried first.
    private int _last = -1;

    /// <summary>The names in the order of their first row.</summary>
    public ImmutableArray<string> Names => [.. _names];

    /// <summary>Number of distinct names.</summary>
    public int Count => _names.Count;

    /// <summary>A name by its number.</summary>
    public string this[int index] => _names[index];

    /// <summary>The number of a name, a new one where it is new: then it equals <see cref="Count"/> before the call.</summary>
    public int IndexOf(ReadOnlySpan<byte> utf8)
    {
        if (_last >= 0 && BytesOf(_last).SequenceEqual(utf8))
        {
            return _last;
        }

        if (_names.Count * 2 > _slots.Length)
        {
            Grow();
        }

        var slot = Slot(utf8);
        if (_slots[slot] == 0)
        {
            Add(utf8);
            _slots[slot] = _names.Count;
        }

        return _last = _slots[slot] - 1;
    }

    private ReadOnlySpan<byte> BytesOf(int index) => _bytes.AsSpan(_spans[index].Start, _spans[index].Length);

    // The free slot of a new name, or the one that holds it; slots hold numbers from 1, and 0 is free.
    private int Slot(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        var slot = hash.ToHashCode() & (_slots.Length - 1);
        while (_slots[slot] != 0 && !BytesOf(_slots[slot] - 1).SequenceEqual(utf8))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Add(ReadOnlySpan<byte> utf8)
    {
        if (_used + utf8.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + utf8.Length));
        }

        utf8.CopyTo(_bytes.AsSpan(_used));
        _spans.Add((_used, utf8.Length));
        _names.Add(Encoding.UTF8.GetString(utf8));
        _used += utf8.Length;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var i = 0; i < _names.Count; i++)
        {
            _slots[Slot(BytesOf(i))] = i + 1;
        }
    }
}
