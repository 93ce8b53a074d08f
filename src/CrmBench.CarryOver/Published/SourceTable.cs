using System.Collections.Immutable;
using CrmBench.Import.Kernel;
using CsvHelper;

namespace CrmBench.CarryOver.Published;

/// <summary>A CSV file of the source data: rows whose fields are asked for by column name.</summary>
internal sealed record SourceTable(ImmutableArray<SourceRow> Rows)
{
    private static readonly CsvReaderOptions s_options = new() { Separator = ',', MalformedData = CsvMalformedDataHandling.Throw };

    /// <summary>Reads a file; a damaged one is a fault of the source data and throws.</summary>
    public static SourceTable Read(string path)
    {
        using var reader = CsvReader.FromFile(path, s_options);
        ImmutableDictionary<string, int>? columns = null;
        var rows = ImmutableArray.CreateBuilder<SourceRow>();
        while (reader.Read())
        {
            columns ??= reader.Headers!.Select((name, index) => (name, index))
                .ToImmutableDictionary(column => column.name, column => column.index, StringComparer.Ordinal);
            rows.Add(new SourceRow(columns, [.. Enumerable.Range(0, columns.Count).Select(reader.GetString)]));
        }

        return new SourceTable(rows.ToImmutable());
    }
}

/// <summary>One row of a source table.</summary>
internal sealed record SourceRow(ImmutableDictionary<string, int> Columns, ImmutableArray<string> Fields)
{
    /// <summary>The field of a column exactly as it is printed in the source; an unknown column throws.</summary>
    public string this[string column] => Fields[Columns[column]];

    /// <summary>Whether the source has nothing there.</summary>
    public bool IsEmpty(string column) => this[column].Length == 0;
}

/// <summary>The folder of source data that figures are carried over from; it is read, never written.</summary>
internal sealed class SourceFolder(string path)
{
    /// <summary>The source data that lie in the repository, because their licence allows it.</summary>
    /// <param name="repository">The repository's folder.</param>
    public static SourceFolder Inputs(string repository) => new(Path.Combine(repository, "src", "CrmBench.CarryOver", "inputs"));

    /// <summary>Whether it is there at all.</summary>
    public bool Exists => Directory.Exists(path);

    /// <summary>Reads one CSV file.</summary>
    /// <param name="relativePath">Path within the folder, with forward slashes.</param>
    public SourceTable Table(string relativePath) => SourceTable.Read(Path.Combine(path, relativePath));

    /// <summary>Reads the files of a folder, by name.</summary>
    /// <param name="relativePath">Path within the folder, with forward slashes.</param>
    /// <param name="pattern">Which files, such as <c>*.json</c>.</param>
    public IEnumerable<ImportFile> Files(string relativePath, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(path, relativePath), pattern)
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)
            .Select(name => new ImportFile($"{relativePath}/{name}", File.ReadAllBytes(Path.Combine(path, relativePath, name))));
}
