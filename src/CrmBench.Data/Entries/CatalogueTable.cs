using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Csv;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;

namespace CrmBench.Data.Entries;

/// <summary><c>models.csv</c> or <c>providers.csv</c> as it stands, to which rows are added without a change to what is there.</summary>
internal sealed class CatalogueTable
{
    private readonly string _text;
    private readonly List<(string Id, int Start)> _rows = [];
    private readonly SortedDictionary<string, string> _added = new(StringComparer.Ordinal);

    /// <summary>Opens it.</summary>
    /// <param name="form">What it is.</param>
    /// <param name="content">Its bytes; null for an empty table with the columns that must be there.</param>
    public CatalogueTable(TableForm form, byte[]? content)
    {
        Form = form;
        Header = [.. form.Required];
        _text = string.Join(',', Header) + "\n";
        var unread = new DiagnosticBag();
        if (content is null || SourceTextReader.Decode($"data/{form.Name}", content, unread) is not { } text
            || CsvTable.Open(text, form, unread) is not { } table)
        {
            return;
        }

        using (table)
        {
            _text = Encoding.UTF8.GetString(text.Utf8.Span);
            Header = [.. table.Header];
            var (id, offset, line) = (table.Column("id"), 0, 1);
            while (table.Read())
            {
                for (; line < table.Line; line++)
                {
                    offset = _text.IndexOf('\n', offset) + 1;
                }

                _rows.Add((table.Text(id), offset));
            }
        }
    }

    /// <summary>Its form.</summary>
    public TableForm Form { get; }

    /// <summary>The names of its columns.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The rows that were added, each without its line end, by identifier.</summary>
    public IEnumerable<string> Added => _added.Values;

    /// <summary>A row with exactly the table's columns; empty where nothing is given.</summary>
    public string Row(IReadOnlyDictionary<string, string> fields) =>
        CsvWriter.Write(Header, [[.. Header.Select(name => fields.GetValueOrDefault(name, ""))]]).Split('\n', 2)[1].TrimEnd('\n');

    /// <summary>Adds a row.</summary>
    public void Add(string id, IReadOnlyDictionary<string, string> fields) => _added[id] = Row(fields);

    /// <summary>The table with the rows that were added: where it is in the order of its identifiers in their places, else at its end.</summary>
    public string Text()
    {
        var end = _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var isSorted = _rows.Zip(_rows.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Id, pair.Second.Id) < 0);
        var text = new StringBuilder(_text.EndsWith('\n') ? _text : _text + end);
        var last = text.Length;
        foreach (var (id, row) in _added.Reverse())
        {
            var before = isSorted ? _rows.FindIndex(known => string.CompareOrdinal(known.Id, id) > 0) : -1;
            text.Insert(before < 0 ? last : _rows[before].Start, row + end);
        }

        return text.ToString();
    }
}
