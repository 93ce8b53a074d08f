using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Files;

namespace CrmBench.Data.Forms;

/// <summary>Every kind of file that people write.</summary>
internal static class DataForms
{
    /// <summary>The JSON files of <c>data/</c>.</summary>
    public static ImmutableArray<FileForm> InData { get; } =
        [SiteForms.Site, BenchmarkForms.Benchmark, ReleaseForms.Release, SubmissionForms.Submission];

    /// <summary>The JSON files.</summary>
    public static ImmutableArray<FileForm> Files { get; } = [.. InData, MappingForm.Mapping];

    /// <summary>The CSV files.</summary>
    public static ImmutableArray<TableForm> Tables { get; } =
    [
        SiteForms.Providers, SiteForms.Models, SiteForms.Prices, BenchmarkForms.UseCases,
        SubmissionForms.Scores, SubmissionForms.Correlations, SubmissionForms.Ratings, SubmissionForms.ItemSums, SubmissionForms.Latencies,
        SubmissionForms.Costs,
    ];

    /// <summary>Whether a file stands where its form says.</summary>
    /// <param name="form">Path of the form, with what differs in angle brackets.</param>
    /// <param name="path">Path of the file from <c>data/</c>.</param>
    public static bool Matches(string form, string path)
    {
        var (expected, found) = (form.Split('/'), path.Split('/'));
        return expected.Length == found.Length
            && expected.Zip(found).All(pair => pair.First.StartsWith('<') || pair.First == pair.Second);
    }
}

/// <summary>A schema of one kind of file, as it stands in <c>data/schema/</c> and on the site.</summary>
/// <param name="Name">Name of the schema: <c>submission.schema.json</c>.</param>
/// <param name="About">Name of the files that it describes: <c>submission.json</c>.</param>
/// <param name="Meaning">What those files hold, in a sentence or two.</param>
/// <param name="IsTable">Whether it is a Table Schema of a CSV file; otherwise it is a JSON Schema.</param>
/// <param name="Write">Writes it; takes the address where it is published, or null for a file that is reached by its path.</param>
public sealed record SchemaFile(string Name, string About, string Meaning, bool IsTable, Func<Uri?, string> Write);

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

    /// <summary>The schema of a repository's names as a file, from <c>data/</c>.</summary>
    /// <param name="catalogue">What declares them; null for one without names.</param>
    public static OutputFile Names(Catalogue? catalogue) => new(NamesSchema.Path, NamesSchema.Of(catalogue));
}
