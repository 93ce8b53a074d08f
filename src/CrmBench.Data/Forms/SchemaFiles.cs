using System.Collections.Immutable;
using CrmBench.Data.Files;

namespace CrmBench.Data.Forms;

/// <summary>The schemas of all files that people write, from the same declarations as the readers.</summary>
public static class SchemaFiles
{
    /// <summary>Folder of the schemas, from <c>data/</c> and from the root of the site: <c>schema/v1</c>.</summary>
    public static string Folder => FormVersion.Folder;

    /// <summary>All schemas: JSON files first.</summary>
    public static ImmutableArray<SchemaFile> All { get; } =
    [
        .. DataForms.Files.Select(form =>
            new SchemaFile(form.SchemaName, form.Name, JsonSchema.Plain(form.Meaning), IsTable: false, id => JsonSchema.Of(form, id))),
        .. DataForms.Tables.Select(form =>
            new SchemaFile(form.SchemaName, form.Name, JsonSchema.Plain(form.Meaning), IsTable: true, _ => TableSchema.Of(form))),
    ];

    /// <summary>The schemas as files, from <c>data/</c>.</summary>
    public static ImmutableArray<OutputFile> InData => [.. All.Select(schema => new OutputFile($"{Folder}/{schema.Name}", schema.Write(null)))];
}
