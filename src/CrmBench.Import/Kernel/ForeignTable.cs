using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Import.Kernel;

/// <summary>A table of another tool, CSV or a sheet of a workbook, with columns that it chose. It remembers which were asked for.</summary>
internal sealed class ForeignTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private ForeignTable(SourcePlace header, ImmutableArray<string> names, ImmutableArray<ImmutableArray<Located<string>>> rows)
    {
        (HeaderPlace, Header, Rows) = (header, names, rows);
        for (var i = 0; i < names.Length; i++)
        {
            _columns.TryAdd(names[i], i);
        }
    }

    /// <summary>The first name of the header.</summary>
    public SourcePlace HeaderPlace { get; }

    /// <summary>The names of the columns.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The rows, each with as many fields as the header.</summary>
    public ImmutableArray<ImmutableArray<Located<string>>> Rows { get; }

    /// <summary>Reads a table, or gives null after a report of what is wrong with its form.</summary>
    public static ForeignTable? Open(ImportFile file, DiagnosticBag diagnostics)
    {
        if (SourceTextReader.Decode(file.Path, file.Content.ToArray(), diagnostics) is not { } text
            || CsvTable.Open(text, TableForm.Foreign, diagnostics) is not { } table)
        {
            return null;
        }

        using (table)
        {
            ImmutableArray<string> names = [.. table.Header];
            ImmutableArray<CsvColumn> columns = [.. table.ForeignColumns()];
            var header = columns.Length > 0 ? table.PlaceInHeader(columns[0]) : table.Whole;
            var rows = ImmutableArray.CreateBuilder<ImmutableArray<Located<string>>>();
            while (table.Read())
            {
                rows.Add([.. columns.Select(table.Located)]);
            }

            return new ForeignTable(header, names, rows.ToImmutable());
        }
    }

    /// <summary>Reads a table that a mapping describes, text or workbook, or gives null after a report of what is wrong with its form.</summary>
    public static ForeignTable? Open(ImportFile file, TableWriting writing, DiagnosticBag diagnostics)
    {
        if (FileKind.InPlaceOfTable(file.Path, file.Content.Span) is { } other)
        {
            diagnostics.Report(ImportProblems.AnotherKind(new SourcePlace(file.Path), other));
            return null;
        }

        if ((Workbook.Is(file.Content.Span) ? Workbook.Read(file, writing, diagnostics) : Records(file, writing, diagnostics)) is not { } records)
        {
            return null;
        }

        // Rows above the header are a title, or remarks.
        var above = records.TakeWhile(record => record[0].Place.Line < writing.HeaderRow).Count();
        if (records.Length - above < 2)
        {
            diagnostics.Report(Problems.NoRows(new SourcePlace(file.Path)));
            return null;
        }

        var header = records[above];
        return new ForeignTable(
            header[0].Place,
            [.. header.Select(name => ForeignText.Line(name.Value))],
            records[(above + 1)..]);
    }

    // The header is a record like the others: rows that are shorter or longer than the first one are reported.
    private static ImmutableArray<ImmutableArray<Located<string>>>? Records(ImportFile file, TableWriting writing, DiagnosticBag diagnostics)
    {
        var form = TableForm.Foreign with { Delimiter = writing.Delimiter, MayRepeatNames = true };
        if (SourceTextReader.Decode(file.Path, writing.ToUtf8(file.Content), diagnostics) is not { } text
            || CsvTable.Open(text, form, diagnostics) is not { } table)
        {
            return null;
        }

        using (table)
        {
            ImmutableArray<CsvColumn> columns = [.. table.ForeignColumns()];
            var records = ImmutableArray.CreateBuilder<ImmutableArray<Located<string>>>();
            records.Add([.. columns.Select(column => new Located<string>(column.Name, table.PlaceInHeader(column)))]);
            while (table.Read())
            {
                records.Add([.. columns.Select(table.Located)]);
            }

            return records.ToImmutable();
        }
    }

    /// <summary>How many columns have a name.</summary>
    public int CountOf(string name) => Header.Count(column => column == name);

    /// <summary>The name of a column as the table writes it, asked for by exact name; null where there is none.</summary>
    public string? Column(string name)
    {
        if (!_columns.ContainsKey(name))
        {
            return null;
        }

        _taken.Add(name);
        return name;
    }

    /// <summary>
    /// The name of the first column whose letters and digits are those of one of <paramref name="names"/>, in any case; null where
    /// there is none.
    /// </summary>
    public string? ColumnLike(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var squeezed = Slug.Squeeze(name);
            if (Header.FirstOrDefault(column => Slug.Squeeze(column) == squeezed) is { } found)
            {
                _taken.Add(found);
                return found;
            }
        }

        return null;
    }

    /// <summary>A field of a row, without white space around it; empty where the column is null.</summary>
    public Located<string> Field(ImmutableArray<Located<string>> row, string? column)
    {
        if (column is null)
        {
            return new Located<string>("", row[0].Place);
        }

        var field = row[_columns[column]];
        return field.With(field.Value.Trim());
    }

    /// <summary>The columns nobody asked for, each with its first value.</summary>
    public IEnumerable<Unmapped> Remaining()
    {
        foreach (var name in Header.Where(name => !_taken.Contains(name)))
        {
            var filled = Rows.Select(row => row[_columns[name]]).Where(field => !string.IsNullOrWhiteSpace(field.Value)).ToList();
            if (filled.Count > 0)
            {
                var shown = Invisible.Shown(filled[0].Value);
                yield return new Unmapped(filled[0].Place, name, shown, filled.Count, "A submission has no place for this column.");
            }
        }
    }
}
