using CrmBench.Core.Model;
using CrmBench.Data.Values;
using CrmBench.Site.Downloads;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Api;

/// <summary>The list of all files of the data with size, hash, schema and day: where a program begins.</summary>
internal static class FileIndex
{
    public const string Path = $"{ApiFiles.Folder}index.json";

    /// <summary>The list of some files, by path.</summary>
    /// <param name="files">The files.</param>
    /// <param name="site">The site.</param>
    /// <param name="dayOf">The day on which what is at a path of the site last changed, or null.</param>
    public static SiteFile Write(IEnumerable<SiteFile> files, SiteSettings site, Func<string, DateOnly?> dayOf)
    {
        var listed = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        return new SiteFile(Path[1..], ApiFiles.Document("index", json =>
        {
            json.WriteString("title", site.Title);
            json.WriteString("description", site.Description);
            json.WriteString("base_url", site.BaseUrl.AbsoluteUri);
            json.WriteString("repository_url", site.RepositoryUrl);
            json.WriteString("licence", site.Licence);
            json.WriteObjects("files", listed, file =>
            {
                var kind = FileKind.Of(file.Path);
                json.WriteString("path", file.Path);
                json.WriteNumber("bytes", file.Content.Length);
                json.WriteString("sha256", file.Hash);
                json.WriteString("type", kind.MediaType);
                json.WriteString("schema", kind.Schema);
                json.WriteDay("date", kind.IsOfData ? dayOf($"/{file.Path}") : null);
                json.WriteString("about", kind.About);
            });
        }));
    }
}

/// <summary>What a file of the site is, as its path tells.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Schema">Path of its schema within the site, without a slash in front, or null.</param>
/// <param name="About">What it holds, in a sentence without its full stop.</param>
/// <param name="IsOfData">Whether it changes with the data; else only with the program.</param>
internal sealed record FileKind(string MediaType, string? Schema, string About, bool IsOfData = true)
{
    /// <summary>What the file at a path is: a path of the site without a slash in front.</summary>
    public static FileKind Of(string path)
    {
        var (media, schema) = (MediaTypeOf(path), SchemaOf(path));
        return path.Split('/') switch
        {
            ["api", _, "schemas", ..] => new("application/schema+json", null, "Schema of a file of the API", IsOfData: false),
            ["api", _, "openapi.json"] => new("application/vnd.oai.openapi+json", null, "The API as OpenAPI 3.1", IsOfData: false),
            ["api", _, var list] => new(media, schema, ApiFiles.Lists.FirstOrDefault(api => $"{api.Name}.json" == list)?.What ?? "A file of the API"),
            ["schema", ..] => new(path.EndsWith(".schema.json", StringComparison.Ordinal) ? "application/schema+json" : media, null,
                "Schema of a file in the repository", path == "schema/names.schema.json"),
            ["data", "changes.csv" or "changes.json"] => new(media, schema, "Every release, and every result added, corrected or withdrawn"),
            ["data", "prices.json"] => new(media, schema, "The newest list price of each model, for the scripts of the site"),
            ["data", _, _, var name] when name.EndsWith(".board.json", StringComparison.Ordinal) =>
                new(media, schema, "A leaderboard as the scripts of the site compute with it; the form may change"),
            ["data", _, _, var name] when name.EndsWith(".csv", StringComparison.Ordinal) => new(media, schema, "A leaderboard, a row a figure"),
            ["data", _, _, var name] when name.EndsWith(".json", StringComparison.Ordinal) => new(media, schema, "A leaderboard with all its figures"),
            ["data", var table] when table.EndsWith(".table.json", StringComparison.Ordinal) => new(media, null, $"Table Schema of {table[..^".table.json".Length]}.csv", IsOfData: false),
            ["data", var table] when TableOf(table) is { } known => new(media, known.SchemaPath[1..], known.Meaning.TrimEnd('.')),
            ["data", _, _, var name] when name.EndsWith(".jsonl", StringComparison.Ordinal) =>
                new(media, null, "A leaderboard in the form of Every Eval Ever, a row a line"),
            ["data", _, _, "CITATION.cff"] => new(media, null, "How the release is cited, as Citation File Format 1.2"),
            ["data", _, _, "citation.bib"] => new(media, null, "How the release is cited, as BibTeX"),
            ["datapackage.json"] => new(media, null, "The tables as a Data Package"),
            ["croissant.json"] => new("application/ld+json", null, "The tables as Croissant 1.0"),
            [_, .., "index.md"] => new(media, null, "A leaderboard as Markdown"),
            _ => new(media, schema, "A file of the data"),
        };
    }

    private static string? SchemaOf(string path) => path.Split('/') switch
    {
        ["api", "v1", var name] when name.EndsWith(".json", StringComparison.Ordinal)
            && ApiSchemas.Names.Contains(name[..^".json".Length]) => ApiSchemas.PathOf(name[..^".json".Length])[1..],
        ["data", _, _, var name] when name.EndsWith(".csv", StringComparison.Ordinal) => FigureTable.Form.SchemaPath[1..],
        ["data", "changes.json"] => ApiSchemas.PathOf("changes")[1..],
        ["data", _, _, var name] when name.EndsWith(".json", StringComparison.Ordinal) && !name.EndsWith(".board.json", StringComparison.Ordinal) =>
            ApiSchemas.PathOf("leaderboard")[1..],
        _ => null,
    };

    // A table may be there in several forms.
    private static DownloadTable? TableOf(string name) =>
        CatalogueTables.All.FirstOrDefault(table => table.Name == System.IO.Path.GetFileNameWithoutExtension(name) && !name.EndsWith(".json", StringComparison.Ordinal));

    private static string MediaTypeOf(string path) => System.IO.Path.GetExtension(path) switch
    {
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".jsonl" => "application/jsonl",
        ".md" => "text/markdown",
        ".parquet" => "application/vnd.apache.parquet",
        ".bib" => "application/x-bibtex",
        ".cff" => "application/yaml",
        ".xml" => "application/xml",
        ".txt" => "text/plain",
        _ => "application/octet-stream",
    };
}
