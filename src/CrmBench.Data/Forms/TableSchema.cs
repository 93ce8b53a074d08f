using System.Text.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Forms;

/// <summary>Writes a table's form as Table Schema (datapackage.org, 2.1), for programs that read or check CSV.</summary>
internal static class TableSchema
{
    /// <summary>The schema of a form.</summary>
    public static string Of(TableForm form) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://datapackage.org/profiles/2.1/tableschema.json");
        json.WriteString("name", form.Name[..^".csv".Length]);
        json.WriteString("title", form.Name);
        json.WriteString("description", Description(form));
        json.WriteStartArray("fields");
        foreach (var column in form.Columns)
        {
            WriteField(json, column, column.Name == form.Key);
        }

        json.WriteEndArray();

        // Columns stand in any order, optional ones may be left out, and others may stand beside them.
        json.WriteString("fieldsMatch", "partial");
        json.WriteTexts("missingValues", [""]);
        if (form.Key is { } key)
        {
            json.WriteTexts("primaryKey", [key]);
        }

        json.WriteEndObject();
    });

    private static string Description(TableForm form) =>
        JsonSchema.Plain(form.Meaning) + (form.More is { } more ? $" Besides, {more.Name}: {more.Type}." : "");

    private static void WriteField(Utf8JsonWriter json, ColumnForm column, bool isKey)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", TypeOf(column.Value.Kind));
        json.WriteString("description", Description(column));
        if (column.Example.Length > 0)
        {
            json.WriteString("example", column.Example);
        }

        WriteConstraints(json, column, isKey);
        json.WriteEndObject();
    }

    private static string Description(ColumnForm column) =>
        JsonSchema.Plain(column.Meaning) + "."
        + (column.Value.Kind == ValueKind.Reference ? $" {JsonSchema.Sentence(column.Value)}" : "")
        + (column.Presence == Presence.Optional ? " The column may be left out." : "");

    private static string TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Number => "number",
        ValueKind.Whole => "integer",
        ValueKind.Date => "date",
        _ => "string",
    };

    private static void WriteConstraints(Utf8JsonWriter json, ColumnForm column, bool isKey)
    {
        var value = column.Value;
        var isNeeded = column.Presence == Presence.Filled;
        if (!isNeeded && !isKey && !IsBound(value))
        {
            return;
        }

        json.WriteStartObject("constraints");
        if (isNeeded)
        {
            json.WriteBoolean("required", true);
        }

        if (isKey)
        {
            json.WriteBoolean("unique", true);
        }

        if (PatternOf(value.Kind) is { } pattern)
        {
            json.WriteString("pattern", pattern);
        }

        if (value.Words is not [])
        {
            json.WriteTexts("enum", value.Words);
        }

        JsonSchema.WriteMost(json, "maxLength", value.MostCharacters);

        if (IsNumber(value))
        {
            JsonSchema.WriteRange(json, value.Range);
        }

        json.WriteEndObject();
    }

    private static bool IsBound(ValueForm value) =>
        PatternOf(value.Kind) is not null || value.Words is not [] || value.MostCharacters < int.MaxValue || IsNumber(value);

    private static bool IsNumber(ValueForm value) => value.Kind is ValueKind.Number or ValueKind.Whole;

    private static string? PatternOf(ValueKind kind) => kind switch
    {
        ValueKind.Identifier or ValueKind.Reference => JsonSchema.IdentifierPattern,
        ValueKind.Identifiers => "^ *([a-z0-9.-]+ *)*$",
        ValueKind.Address => JsonSchema.AddressPattern,
        _ => null,
    };
}
