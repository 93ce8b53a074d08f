using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CrmBench.Core.Scoring;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Api;

/// <summary>One list of the API: what the site knows of one kind, as a file at an address that stays.</summary>
/// <param name="Name">Its name in its address and in that of its schema: <c>models</c>.</param>
/// <param name="What">What it lists, in a sentence.</param>
/// <param name="Write">Writes its list, as the property of that name.</param>
internal sealed record ApiList(string Name, string What, Action<Utf8JsonWriter, ScoredCatalogue> Write)
{
    /// <summary>Its path within the site.</summary>
    public string Path => $"{ApiFiles.Folder}{Name}.json";
}

/// <summary>
/// The API: plain files, each with the address of its JSON Schema and the version of its form. Within a version properties are added
/// at most; whatever else changes needs <c>/api/v2/</c> beside it. Addresses in them are paths from the root of the site, so that they hold
/// wherever the site is put.
/// </summary>
internal static class ApiFiles
{
    /// <summary>The version of the form, in addresses and files.</summary>
    public const int Version = 1;

    /// <summary>Where it lies within the site.</summary>
    public const string Folder = "/api/v1/";

    /// <summary>Where its schemas lie.</summary>
    public const string SchemaFolder = $"{Folder}schemas/";

    /// <summary>The lists, in the order in which a program needs them.</summary>
    public static ImmutableArray<ApiList> Lists { get; } =
    [
        new("benchmarks", "The benchmarks: what each measures, its dimensions, metrics, methods, use cases and releases", BenchmarkList.Write),
        new("releases", "The releases with their days, limits and submissions, and where each submission's figures come from", ReleaseList.Write),
        new("leaderboards", "The leaderboards: every release by every method, with the addresses of its page and files", LeaderboardList.Write),
        new("models", "What is measured: every row of data/models.csv", CatalogueLists.WriteModels),
        new("providers", "Who offers it: every row of data/providers.csv", CatalogueLists.WriteProviders),
        new("prices", "List prices of tokens: every row of data/prices.csv", CatalogueLists.WritePrices),
    ];

    /// <summary>The paths of the lists, of what describes them, and of the index of all files.</summary>
    public static IEnumerable<Route> Routes =>
        Lists.Select(list => list.Path).Concat(ApiSchemas.Paths).Concat([OpenApi.Path, FileIndex.Path]).Select(Route.OfProgram);

    /// <summary>The lists and what describes them; the index is made of all files of the site, these among them.</summary>
    public static ImmutableArray<SiteFile> Write(ScoredCatalogue scored, SitePaths paths) =>
    [
        .. Lists.Select(list => new SiteFile(paths.FileOf(list.Path), Document(list.Name, json => list.Write(json, scored)))),
        .. ApiSchemas.Write(paths),
        new SiteFile(paths.FileOf(OpenApi.Path), OpenApi.Write(scored.Catalogue.Site)),
    ];

    /// <summary>A file of the API: the address of its schema, the version of its form, and what follows.</summary>
    /// <param name="schema">Name of the schema.</param>
    /// <param name="write">Writes the other properties.</param>
    public static byte[] Document(string schema, Action<Utf8JsonWriter> write) => FileBytes.OfJson(json =>
    {
        json.WriteStartObject();
        // Beside the file, so that it is found wherever the site lies.
        json.WriteString("$schema", $"./schemas/{schema}.schema.json");
        json.WriteNumber("schema", Version);
        write(json);
        json.WriteEndObject();
    });
}

/// <summary>The JSON Schemas of the API, which are written by hand and published as they are.</summary>
internal static class ApiSchemas
{
    private const string Resources = "api/schemas/";

    private static readonly System.Reflection.Assembly Program = typeof(ApiSchemas).Assembly;

    /// <summary>The names of all schemas, in order: <c>models</c>.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Resources, StringComparison.Ordinal))
            .Select(name => name[Resources.Length..^".schema.json".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Their paths within the site.</summary>
    public static IEnumerable<string> Paths => Names.Select(PathOf);

    /// <summary>The path of a schema within the site.</summary>
    public static string PathOf(string name) => $"{ApiFiles.SchemaFolder}{name}.schema.json";

    /// <summary>The text of a schema, without the address at which it is published.</summary>
    public static string Text(string name)
    {
        using var stream = Program.GetManifestResourceStream($"{Resources}{name}.schema.json")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>All of them, each naming the address where it is published.</summary>
    public static IEnumerable<SiteFile> Write(SitePaths paths) => Names.Select(name => new SiteFile(
        paths.FileOf(PathOf(name)),
        Encoding.UTF8.GetBytes(Text(name).Replace($"\"$id\": \"{name}.schema.json\"", $"\"$id\": \"{paths.Absolute(PathOf(name))}\"", StringComparison.Ordinal))));
}
