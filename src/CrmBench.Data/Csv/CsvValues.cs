using System.Collections.Immutable;
using System.Text;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Csv;

/// <summary>
/// Reads the fields of a table's current row as values. What is wrong is reported, answered with a harmless value, and makes
/// the row incomplete. An empty field is null where that is allowed.
/// </summary>
internal static class CsvValues
{
    /// <summary>A text that must not be empty, as a name: without white space around it.</summary>
    public static string Name(this CsvTable table, CsvColumn column)
    {
        var form = column.ValueAs(ValueKind.Text);
        if (!table.IsGiven(column))
        {
            return "";
        }

        var text = table.Text(column);
        if (!ValueText.IsTrim(text))
        {
            table.Fail(Problems.StrayWhiteSpace(table.Located(column), column.Name));
        }
        else if (form.IsName && Alphabets.Mixed(text) is var (letter, alphabet))
        {
            table.Warn(Problems.MixedAlphabets(table.Located(column), column.Name, letter, alphabet));
        }

        return text;
    }

    /// <summary>Warns of a name that looks like one of a row before, in letters of another alphabet.</summary>
    public static void CheckLook(this CsvTable table, CsvColumn column, Looks looks)
    {
        if (table.Complete && looks.Before(table.Located(column)) is { } first)
        {
            table.Warn(Problems.LookAlike(table.Located(column), first));
        }
    }

    /// <summary>A text of any kind, or an empty one: for readers, never compared.</summary>
    public static string Prose(this CsvTable table, CsvColumn column)
    {
        column.ValueAs(ValueKind.Text);
        return table.IsGiven(column) ? table.Text(column) : "";
    }

    /// <summary>An identifier.</summary>
    public static string IdentifierText(this CsvTable table, CsvColumn column)
    {
        column.ValueAs(ValueKind.Identifier);
        if (!table.IsGiven(column))
        {
            return "";
        }

        var text = table.Text(column);
        if (!Identifier.IsValid(text))
        {
            table.Fail(Problems.IdentifierInvalid(table.Located(column)));
            return "";
        }

        return text;
    }

    /// <summary>An identifier that no row before has.</summary>
    public static string UniqueIdentifier(this CsvTable table, CsvColumn column, FirstPlaces<string> firsts)
    {
        var id = table.IdentifierText(column);
        if (id.Length > 0 && firsts.Before(id, table.RowPlace) is { } first)
        {
            table.Fail(Problems.DuplicateIdentifier(table.Located(column), first));
        }

        return id;
    }

    /// <summary>A name that must be known.</summary>
    public static string Reference(this CsvTable table, CsvColumn column, KnownNames known) =>
        table.OptionalReference(column, known) ?? "";

    /// <summary>A name that must be known, or null for an empty field.</summary>
    public static string? OptionalReference(this CsvTable table, CsvColumn column, KnownNames known)
    {
        column.ValueAs(ValueKind.Reference);
        if (!table.IsGiven(column))
        {
            return null;
        }

        var text = table.Text(column);
        if (!known.Contains(text))
        {
            if (known.AreAll && table.Lists(Problems.UnknownNameCode))
            {
                table.Fail(Problems.UnknownName(table.Located(column), known));
            }

            table.Skip();
            return null;
        }

        return text;
    }

    /// <summary>One of the form's words, as its position among them; -1 for an empty field, 0 after a report.</summary>
    public static int Word(this CsvTable table, CsvColumn column)
    {
        var words = column.ValueAs(ValueKind.Word).Words;
        if (!table.IsGiven(column))
        {
            return -1;
        }

        var text = table.Text(column);
        if (words.IndexOf(text) is var position and >= 0)
        {
            return position;
        }

        table.Fail(Problems.NotOneOf(table.Located(column), column.Name, words));
        return 0;
    }

    /// <summary>A number.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="decimals">Digits after the point.</param>
    /// <param name="narrower">A range within the declared one, where the row allows less.</param>
    public static double Number(this CsvTable table, CsvColumn column, out int decimals, NumberRange? narrower = null)
    {
        var range = narrower ?? column.ValueAs(ValueKind.Number).Range;
        decimals = 0;
        return table.IsGiven(column) ? table.GivenNumber(column, range, out decimals) ?? 0 : 0;
    }

    /// <summary>A number, or null for an empty field.</summary>
    public static double? OptionalNumber(this CsvTable table, CsvColumn column)
    {
        var range = column.ValueAs(ValueKind.Number).Range;
        return table.IsGiven(column) ? table.GivenNumber(column, range, out _) : null;
    }

    /// <summary>A whole number, or null for an empty field.</summary>
    public static long? OptionalWhole(this CsvTable table, CsvColumn column)
    {
        var range = column.ValueAs(ValueKind.Whole).Range;
        if (!table.IsGiven(column))
        {
            return null;
        }

        if (!ValueText.TryWhole(table.Bytes(column), out var number))
        {
            table.Fail(ValueText.NumberProblem(table.Located(column), whole: true));
            return null;
        }

        if (!range.Contains(number))
        {
            table.Fail(Problems.NumberOutOfRange(table.Located(column), column.Name, range.Words));
            return null;
        }

        return number;
    }

    /// <summary>A count that fits the whole numbers of the model, or null for an empty field.</summary>
    public static int? OptionalCount(this CsvTable table, CsvColumn column) => (int?)table.OptionalWhole(column);

    /// <summary>A date, or null for an empty field.</summary>
    public static DateOnly? OptionalDate(this CsvTable table, CsvColumn column)
    {
        column.ValueAs(ValueKind.Date);
        if (!table.IsGiven(column))
        {
            return null;
        }

        if (!ValueText.TryDate(table.Text(column), out var date))
        {
            table.Fail(Problems.DateInvalid(table.Located(column)));
            return null;
        }

        return date;
    }

    /// <summary>An https address, or null for an empty field.</summary>
    public static string? OptionalAddress(this CsvTable table, CsvColumn column)
    {
        column.ValueAs(ValueKind.Address);
        if (!table.IsGiven(column))
        {
            return null;
        }

        var text = table.Text(column);
        if (!ValueText.TryAddress(text, out _))
        {
            table.Fail(Problems.AddressInvalid(table.Located(column)));
            return null;
        }

        return text;
    }

    private static double? GivenNumber(this CsvTable table, CsvColumn column, NumberRange range, out int decimals)
    {
        if (!ValueText.TryNumber(table.Bytes(column), out var number, out decimals))
        {
            table.Fail(ValueText.NumberProblem(table.Located(column), whole: false));
            return null;
        }

        if (!double.IsFinite(number) || !range.Contains(number))
        {
            table.Fail(Problems.NumberOutOfRange(table.Located(column), column.Name, range.Words));
            return null;
        }

        return number;
    }

    /// <summary>Whether a field has a value; an empty one is reported where it must not be, and a blank that was never filled in.</summary>
    public static bool IsGiven(this CsvTable table, CsvColumn column)
    {
        var bytes = table.Bytes(column);
        if (!bytes.IsEmpty)
        {
            if (Blank.Is(bytes))
            {
                table.FailForBlanks();
                return false;
            }

            // No text has more characters than bytes, so that hardly any is counted.
            var most = column.Form.Value.MostCharacters;
            if (bytes.Length > most && Measure.Characters(bytes) is var length && length > most)
            {
                table.Fail(Problems.TextTooLong(table.PlaceOf(column), column.Name, length, most));
                return false;
            }

            return true;
        }

        if (column.Form.Presence == Presence.Filled && column.Exists)
        {
            table.Fail(Problems.ValueMissing(table.PlaceOf(column), column.Name));
        }
        else if (column.Form.Presence == Presence.Filled)
        {
            table.Skip();
        }

        return false;
    }
}

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
