using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Data.Csv;
using CrmBench.Data.Values;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

/// <summary>What a column holds.</summary>
internal enum ColumnType
{
    /// <summary>Text; empty where nothing is known.</summary>
    Text,

    /// <summary>A number, to twelve significant digits.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A day: 2026-08-04.</summary>
    Day,
}

/// <summary>A column of a table that is downloaded.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Meaning">What it says: a sentence or two, with full stops.</param>
internal abstract record DownloadColumn(string Name, ColumnType Type, string Meaning)
{
    /// <summary>Whether every row has it; else an empty field, or null, means that it was not measured, is not known or does not apply.</summary>
    public bool IsAlways { get; init; }

    /// <summary>The only texts that it may hold; empty where there are no such.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The table whose <c>id</c> it names, or null.</summary>
    public string? RefersTo { get; init; }
}

/// <summary>A column with what stands in it; of the five functions it has the one for its type.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
internal sealed record DownloadColumn<T> : DownloadColumn
{
    private DownloadColumn(string name, ColumnType type, string meaning)
        : base(name, type, meaning)
    {
    }

    public Func<T, string>? TextOf { get; private init; }

    public Func<T, double?>? NumberOf { get; private init; }

    public Func<T, long?>? WholeOf { get; private init; }

    public Func<T, bool>? FlagOf { get; private init; }

    public Func<T, DateOnly?>? DayOf { get; private init; }

    public static DownloadColumn<T> Text(string name, string meaning, Func<T, string?> value) =>
        new(name, ColumnType.Text, meaning) { TextOf = row => value(row) ?? "" };

    /// <summary>A column of numbers, as they were computed; they are rounded here.</summary>
    public static DownloadColumn<T> Number(string name, string meaning, Func<T, double?> value) =>
        new(name, ColumnType.Number, meaning) { NumberOf = row => CarriedNumber.Of(value(row)) };

    public static DownloadColumn<T> Whole(string name, string meaning, Func<T, long?> value) =>
        new(name, ColumnType.Whole, meaning) { WholeOf = value };

    public static DownloadColumn<T> Flag(string name, string meaning, Func<T, bool> value) =>
        new(name, ColumnType.Flag, meaning) { FlagOf = value, IsAlways = true };

    public static DownloadColumn<T> Day(string name, string meaning, Func<T, DateOnly?> value) =>
        new(name, ColumnType.Day, meaning) { DayOf = value };

    /// <summary>Whether a row has nothing here.</summary>
    public bool IsEmpty(T row) => Type switch
    {
        ColumnType.Number => NumberOf!(row) is null,
        ColumnType.Whole => WholeOf!(row) is null,
        ColumnType.Flag => false,
        ColumnType.Day => DayOf!(row) is null,
        _ => TextOf!(row).Length == 0,
    };

    /// <summary>Whether two rows have the same here.</summary>
    public bool IsSame(T one, T other) => Type switch
    {
        ColumnType.Number => NumberOf!(one) == NumberOf!(other),
        ColumnType.Whole => WholeOf!(one) == WholeOf!(other),
        ColumnType.Flag => FlagOf!(one) == FlagOf!(other),
        ColumnType.Day => DayOf!(one) == DayOf!(other),
        _ => TextOf!(one) == TextOf!(other),
    };

    /// <summary>Writes a row's value as JSON; null where there is none.</summary>
    public void Write(Utf8JsonWriter json, T row)
    {
        if (IsEmpty(row))
        {
            json.WriteNullValue();
            return;
        }

        switch (Type)
        {
            case ColumnType.Number:
                json.WriteCarriedValue(NumberOf!(row)!.Value);
                break;
            case ColumnType.Whole:
                json.WriteNumberValue(WholeOf!(row)!.Value);
                break;
            case ColumnType.Flag:
                json.WriteBooleanValue(FlagOf!(row));
                break;
            case ColumnType.Day:
                json.WriteStringValue(Format.IsoDate(DayOf!(row)!.Value));
                break;
            default:
                json.WriteStringValue(TextOf!(row));
                break;
        }
    }

    /// <summary>Adds a row's field to a line of CSV: true and false as words, days as 2026-08-04, texts so that no spreadsheet runs them.</summary>
    public void Write(CsvLines lines, T row)
    {
        switch (Type)
        {
            case ColumnType.Number:
                lines.Field(NumberOf!(row));
                break;
            case ColumnType.Whole:
                lines.Field(WholeOf!(row));
                break;
            case ColumnType.Flag:
                lines.Field(FlagOf!(row) ? "true" : "false");
                break;
            case ColumnType.Day:
                lines.Field(DayOf!(row) is { } day ? Format.IsoDate(day) : "");
                break;
            default:
                lines.Field(SpreadsheetText.Inert(TextOf!(row)));
                break;
        }
    }
}

/// <summary>
/// A table that is downloaded, declared once: CSV, Parquet and the Table Schema that documents both are written from here.
/// </summary>
/// <param name="Name">Its name, and that of its files: <c>figures</c>.</param>
/// <param name="Meaning">What a row is, in a sentence.</param>
internal abstract record DownloadTable(string Name, string Meaning)
{
    /// <summary>The columns in the order in which they are written.</summary>
    public abstract IEnumerable<DownloadColumn> Described { get; }

    /// <summary>The columns that no two rows share together; empty where that is not promised.</summary>
    public ImmutableArray<string> Key { get; init; } = [];

    /// <summary>The path of the CSV file within the site.</summary>
    public string CsvPath => $"/data/{Name}.csv";

    /// <summary>The path of its Table Schema within the site.</summary>
    public string SchemaPath => $"/data/{Name}.table.json";

    /// <summary>What a Data Package calls a table: <c>data.models.csv</c>.</summary>
    /// <param name="path">The path of its file within the site.</param>
    public static string ResourceName(string path) => path.Replace('/', '.');

    /// <summary>Its Table Schema (datapackage.org, 2.1), as a file.</summary>
    public byte[] WriteSchema() => FileBytes.OfJson(WriteSchema);

    /// <summary>Writes its Table Schema as a JSON object.</summary>
    public void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://datapackage.org/profiles/2.1/tableschema.json");
        json.WriteString("name", Name);
        json.WriteString("description", Meaning);
        json.WriteStartArray("fields");
        foreach (var column in Described)
        {
            WriteField(json, column);
        }

        json.WriteEndArray();
        json.WriteString("fieldsMatch", "exact");
        json.WriteTexts("missingValues", [""]);
        if (!Key.IsEmpty)
        {
            json.WriteTexts("primaryKey", Key);
        }

        WriteReferences(json);
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, DownloadColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type switch
        {
            ColumnType.Number => "number",
            ColumnType.Whole => "integer",
            ColumnType.Flag => "boolean",
            ColumnType.Day => "date",
            _ => "string",
        });
        json.WriteString("description", column.Meaning);
        if (column.IsAlways || !column.Words.IsEmpty)
        {
            json.WriteStartObject("constraints");
            if (column.IsAlways)
            {
                json.WriteBoolean("required", true);
            }

            if (!column.Words.IsEmpty)
            {
                json.WriteTexts("enum", column.Words);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteReferences(Utf8JsonWriter json)
    {
        var references = Described.Where(column => column.RefersTo is not null).ToArray();
        if (references is [])
        {
            return;
        }

        json.WriteStartArray("foreignKeys");
        foreach (var column in references)
        {
            json.WriteStartObject();
            json.WriteTexts("fields", [column.Name]);
            json.WriteStartObject("reference");
            json.WriteString("resource", ResourceName($"data/{column.RefersTo}.csv"));
            json.WriteTexts("fields", ["id"]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>A table with what its rows are made of.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What a row is.</param>
/// <param name="Columns">Its columns; two at least.</param>
internal sealed record DownloadTable<T>(string Name, string Meaning, ImmutableArray<DownloadColumn<T>> Columns) : DownloadTable(Name, Meaning)
{
    /// <inheritdoc/>
    public override IEnumerable<DownloadColumn> Described => Columns;

    /// <summary>The table as CSV: UTF-8 without a byte order mark.</summary>
    public byte[] WriteCsv(IEnumerable<T> rows) => FileBytes.Of(buffer => WriteCsv(rows, buffer));

    /// <summary>Writes the table as CSV.</summary>
    public void WriteCsv(IEnumerable<T> rows, ArrayBufferWriter<byte> buffer)
    {
        WriteHeader(buffer);
        WriteRows(rows, buffer);
    }

    /// <summary>Writes the line of names.</summary>
    public void WriteHeader(ArrayBufferWriter<byte> buffer) => new CsvLines(buffer).Line([.. Columns.Select(column => column.Name)]);

    /// <summary>Writes the lines below it.</summary>
    public void WriteRows(IEnumerable<T> rows, ArrayBufferWriter<byte> buffer)
    {
        var lines = new CsvLines(buffer);
        foreach (var row in rows)
        {
            foreach (var column in Columns)
            {
                column.Write(lines, row);
            }

            lines.End();
        }
    }
}
