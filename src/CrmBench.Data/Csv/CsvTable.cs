using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CsvHelper;

namespace CrmBench.Data.Csv;

/// <summary>A column of a table that is being read.</summary>
/// <param name="Form">What it is declared to be.</param>
/// <param name="Index">Its position from 0, or -1 where the table does not have it.</param>
internal readonly record struct CsvColumn(ColumnForm Form, int Index)
{
    /// <summary>Its name.</summary>
    public string Name => Form.Name;

    /// <summary>Whether the table has it.</summary>
    public bool Exists => Index >= 0;

    /// <summary>What its fields may be; reading them as anything else is a mistake of the program and throws.</summary>
    public ValueForm ValueAs(ValueKind kind) => Form.Value.Kind == kind
        ? Form.Value
        : throw new ArgumentException($"'{Name}' is not read as the {Form.Value.Kind} that it is declared to be.", nameof(kind));
}

/// <summary>
/// Reads a table row by row, and checks header, quotes and number of fields. Places are worked out only for what is reported.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    /// <summary>Most columns that are read; the widest table of the contract has fewer than fifty.</summary>
    public const int MostColumns = 1000;

    // A table of more faults than these is of another kind, and each fault takes longer to tell than a row to read.
    private const int MostFaulty = 100_000;

    // Beyond this many bytes the names are none: each has at most two hundred characters.
    private const int LongestHeader = 256 << 10;

    private readonly SourceText _text;
    private readonly CsvReader _reader;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly TableForm _form;
    private ImmutableArray<SourcePlace> _places = [];
    private int _width;
    private int _rows;
    private int _faulty;
    private int _rowOfBlanks;
    private bool _unclosed;
    private bool _gaveUp;

    private CsvTable(SourceText text, TableForm form, DiagnosticBag diagnostics)
    {
        (_text, _form, _diagnostics) = (text, form, diagnostics);

        // The header is read as a record like any other, because then nothing in it is mended silently.
        _reader = CsvReader.Create(text.Utf8, new CsvReaderOptions
        {
            Separator = form.Delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = ReportQuote,
        });
    }

    /// <summary>The file as a whole.</summary>
    public SourcePlace Whole => _text.Whole;

    /// <summary>The line on which the current row begins, from 1.</summary>
    public int Line => (int)_reader.LineNumber;

    /// <summary>The current row.</summary>
    public SourcePlace RowPlace => new(_text.Path, Line);

    /// <summary>Whether every field of the current row that was asked for so far was right.</summary>
    public bool Complete { get; private set; }

    /// <summary>Whether every row so far could be told apart; false after a row of the wrong length or an open quote.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>The names in the header, in their order.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>How many rows there are about: what to make room for before reading. A file of empty lines makes no room.</summary>
    public int RowsAbout => Math.Min(_text.Utf8.Span.Count((byte)'\n'), _text.Utf8.Length / 16);

    /// <summary>
    /// Opens a table, or gives null after a report of why its rows cannot be read. A missing column alone does not prevent it.
    /// </summary>
    public static CsvTable? Open(SourceText text, TableForm form, DiagnosticBag diagnostics)
    {
        var table = new CsvTable(text, form, diagnostics);
        if (table.ReadHeader())
        {
            return table;
        }

        table.Dispose();
        return null;
    }

    /// <summary>A column by its name, which the form must declare.</summary>
    public CsvColumn Column(string name) => new(
        _form.Find(name) ?? throw new ArgumentException($"{_form.Name} has no column '{name}'.", nameof(name)),
        _columns.GetValueOrDefault(name, -1));

    /// <summary>The columns of another tool's table, in their order.</summary>
    public IEnumerable<CsvColumn> ForeignColumns() =>
        Header.Select((name, i) => new CsvColumn(new ColumnForm(name, ValueForm.Text, Presence.Optional, ""), i));

    /// <summary>Reports a table that has neither of two columns.</summary>
    public void RequireEither(CsvColumn one, CsvColumn other)
    {
        if (!one.Exists && !other.Exists)
        {
            Report(Problems.MissingColumn(_places[0], $"{one.Name}' or '{other.Name}", null));
        }
    }

    /// <summary>The place of a column's name in the header.</summary>
    public SourcePlace PlaceInHeader(CsvColumn column) => _places[column.Index];

    /// <summary>Goes on to the next row that has as many fields as the header.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Read()
    {
        while (!_unclosed && !_gaveUp && _reader.Read())
        {
            _faulty += _rows > 0 && !Complete ? 1 : 0;
            Complete = true;
            _rows++;
            if (_unclosed)
            {
                ReportUnclosed();
                break;
            }

            if (_rows > _form.MostRows)
            {
                GiveUp("rows", _form.MostRows);
                break;
            }

            if (_faulty > MostFaulty)
            {
                GiveUp("rows with problems", MostFaulty);
                break;
            }

            if (_reader.FieldCount == _width)
            {
                return true;
            }

            IsSound = Complete = false;
            Report(Problems.FieldCount(RowPlace, _reader.FieldCount, _width));
        }

        Finish();
        return false;
    }

    /// <summary>The bytes of a field without its quotes; empty where the table lacks the column. Valid until the next row.</summary>
    public ReadOnlySpan<byte> Bytes(CsvColumn column) => column.Exists ? _reader.GetSpan(column.Index) : default;

    /// <summary>The text of a field; empty where the table lacks the column.</summary>
    public string Text(CsvColumn column) => column.Exists ? _reader.GetString(column.Index) : "";

    /// <summary>The text of a field and its place.</summary>
    public Located<string> Located(CsvColumn column) => new(Text(column), PlaceOf(column));

    /// <summary>The place of a field: line and column of its first character, or of its opening quote.</summary>
    public SourcePlace PlaceOf(CsvColumn column) => column.Exists ? PlaceOf(column.Index) : RowPlace;

    // The rest is neither read nor known to be missing.
    private void GiveUp(string rows, int most)
    {
        _gaveUp = true;
        IsSound = false;
        Report(Problems.TooManyEntries(RowPlace, "table", rows, most));
    }

    /// <summary>Reports a problem that makes the current row unusable.</summary>
    public void Fail(Diagnostic problem)
    {
        Complete = false;
        Report(problem);
    }

    /// <summary>Reports something worth a look in a row that can be used.</summary>
    public void Warn(Diagnostic problem) => Report(problem);

    /// <summary>
    /// Whether a further problem of a code would be listed. Where it would only be counted it is counted here, and need not be made.
    /// </summary>
    public bool Lists(string code)
    {
        if (!_diagnostics.OnlyCounts(_text.Path, code))
        {
            return true;
        }

        Report(new Diagnostic(code, Severity.Error, Whole, ""));
        return false;
    }

    /// <summary>Reports all blanks of the current row, which makes it unusable; a second call for the same row reports nothing.</summary>
    public void FailForBlanks()
    {
        Complete = false;
        if (_rowOfBlanks == _rows)
        {
            return;
        }

        _rowOfBlanks = _rows;
        List<int> blanks = [.. Enumerable.Range(0, _width).Where(i => Blank.Is(_reader.GetSpan(i)))];
        Report(Problems.BlankLeft(PlaceOf(blanks[0]), blanks.ConvertAll(i => Header[i]), _reader.GetString(blanks[0])));
    }

    /// <summary>Marks the current row as unusable without a report of its own: the missing column has been reported.</summary>
    public void Skip() => Complete = false;

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    // CsvHelper gives the place of the record and each field as it stands there; one delimiter follows each.
    private SourcePlace PlaceOf(int field)
    {
        var offset = (int)_reader.ByteOffset;
        for (var i = 0; i < field; i++)
        {
            offset += _reader.GetRawSpan(i).Length + 1;
        }

        return _text.PlaceAt(offset);
    }

    private bool ReadHeader()
    {
        if (!_reader.Read())
        {
            return false;
        }

        if (_unclosed)
        {
            ReportUnclosed();
            return false;
        }

        var start = PlaceOf(0);
        _width = _reader.FieldCount;
        if (_width > MostColumns)
        {
            Report(Problems.TooManyColumns(start, _width, MostColumns));
            return false;
        }

        if (_reader.RawRecord.Length > LongestHeader)
        {
            Report(Problems.HeaderTooLong(start, ValueForm.MostOfName));
            return false;
        }

        var names = Enumerable.Range(0, _width).Select(i => new Located<string>(_reader.GetString(i), PlaceOf(i))).ToList();
        Header = names.ConvertAll(name => name.Value);
        _places = [.. names.Select(name => name.Place)];
        if (names is [{ Value: var only }] && !_form.MayRepeatNames && Separator(only) is { } separator)
        {
            Report(Problems.WrongSeparator(start, separator));
            return false;
        }

        var absent = _form.Names.Where(name => !Header.Contains(name)).ToList();
        var unknown = new List<string>();
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i].Value;
            if (!_columns.TryAdd(name, i) && !_form.MayRepeatNames)
            {
                Report(Problems.DuplicateColumn(names[i]));
            }
            else if (!_form.IsOpen && !name.StartsWith("x_", StringComparison.Ordinal) && _form.Find(name) is null)
            {
                unknown.Add(name);
                Report(Problems.UnknownColumn(names[i], NearestName.Of(name.Trim(), absent), _form.Names));
            }
        }

        foreach (var name in _form.Required.Where(name => !_columns.ContainsKey(name)))
        {
            Report(Problems.MissingColumn(start, name, NearestName.Of(name, unknown)));
        }

        return true;
    }

    private static string? Separator(string header) => header switch
    {
        _ when header.Contains(';', StringComparison.Ordinal) => "semicolons",
        _ when header.Contains('\t', StringComparison.Ordinal) => "tabs",
        _ when header.Contains('|', StringComparison.Ordinal) => "vertical bars",
        _ => null,
    };

    private void ReportQuote(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            _unclosed = true;
            IsSound = false;
        }
        else
        {
            Report(Problems.MisplacedQuote(_text.PlaceAt((int)record.ByteOffset)));
        }
    }

    // The reader names the end of the file; a person looks for the quote that opens: that of the last field.
    private void ReportUnclosed() => Report(Problems.UnclosedQuote(PlaceOf(_reader.FieldCount - 1)));

    private void Report(Diagnostic problem) => _diagnostics.Report(problem);

    private void Finish()
    {
        if (_rows == 0 && !_form.MayBeEmpty)
        {
            Report(Problems.NoRows(Whole));
        }

        if (!_unclosed && !_form.IsOpen && _text.Utf8.Span[^1] is not ((byte)'\n' or (byte)'\r'))
        {
            Report(Problems.LastLineOpen(_text.PlaceAt(_text.Utf8.Length)));
        }
    }
}
