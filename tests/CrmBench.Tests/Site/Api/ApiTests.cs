using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CrmBench.Site.Api;
using CrmBench.Tests.Support;
using Validator = Json.Schema.JsonSchema;

namespace CrmBench.Tests.Site.Api;

/// <summary>The API is what its schemas say, as a validator that is not ours sees it, and its index lists what is there.</summary>
public class ApiTests
{
    private const string Root = "https://example.org/board/";

    private static readonly string[] Lists = ["benchmarks", "releases", "leaderboards", "models", "providers"];
    private static readonly string[] Paths = ["page", "methodology", "json", "csv"];

    private static readonly Dictionary<string, Validator> Schemas = ApiSchemas.Names.ToDictionary(
        name => ApiSchemas.PathOf(name)[1..],
        name => Validator.FromText(Strict(JsonNode.Parse(ApiSchemas.Text(name))!).ToJsonString()));

    public static TheoryData<string> Described =>
    [
        .. BoardsSite.Files.Keys
            .Where(path => path.EndsWith(".json", StringComparison.Ordinal) && SchemaOf(path) is { } schema && schema.StartsWith("api/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Described))]
    public void A_file_has_what_its_schema_names_and_nothing_else(string path)
    {
        var result = Schemas[SchemaOf(path)!].Evaluate(Parsed(path), new() { OutputFormat = global::Json.Schema.OutputFormat.List });

        Assert.True(result.IsValid, string.Join('\n', result.Details.Where(detail => detail.HasErrors).Select(detail =>
            $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}")));
    }

    [Fact]
    public void Every_schema_describes_some_file_and_every_list_has_one()
    {
        var used = Described.Select(row => SchemaOf(row.Data)!).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Schemas.Keys.Order(StringComparer.Ordinal), used);
        Assert.All(ApiFiles.Lists, list => Assert.Contains(list.Name, ApiSchemas.Names));
    }

    [Fact]
    public void A_schema_is_one_by_the_rules_of_schemas_and_names_the_address_where_it_lies() => Assert.All(ApiSchemas.Names, name =>
    {
        var schema = Parsed(ApiSchemas.PathOf(name)[1..]);

        Assert.True(global::Json.Schema.MetaSchemas.Draft202012.Evaluate(schema).IsValid);
        Assert.Equal($"{Root}{ApiSchemas.PathOf(name)[1..]}", schema["$id"]!.GetValue<string>());
    });

    [Fact]
    public void The_index_lists_every_file_of_the_data_with_its_size_and_hash()
    {
        var listed = Parsed(FileIndex.Path[1..])["files"]!.AsArray().ToDictionary(file => file!["path"]!.GetValue<string>(), file => file!);

        Assert.Equal(listed.Keys.Order(StringComparer.Ordinal), listed.Keys);
        Assert.Empty(BoardsSite.Files.Keys.Where(IsData).Except(listed.Keys));
        Assert.All(listed, entry =>
        {
            var bytes = BoardsSite.Files[entry.Key];
            Assert.Equal(bytes.Length, entry.Value["bytes"]!.GetValue<int>());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), entry.Value["sha256"]!.GetValue<string>());
            Assert.NotEqual("application/octet-stream", entry.Value["type"]!.GetValue<string>());
        });
    }

    [Fact]
    public void Where_the_index_names_a_schema_the_file_names_it_too()
    {
        foreach (var file in Parsed(FileIndex.Path[1..])["files"]!.AsArray().Where(file => file!["type"]!.GetValue<string>() == "application/json"))
        {
            var path = file!["path"]!.GetValue<string>();
            if (file["schema"]?.GetValue<string>() is { } schema)
            {
                Assert.True(BoardsSite.Files.ContainsKey(schema));
                Assert.Equal(schema, SchemaOf(path));
            }
        }
    }

    [Fact]
    public void The_paths_in_a_list_are_files_of_the_site()
    {
        string[] paths =
        [
            .. Lists
                .SelectMany(list => Parsed($"api/v1/{list}.json")[list]!.AsArray())
                .SelectMany(entry => Paths.Select(name => entry![name]?.GetValue<string>()).OfType<string>()),
        ];

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.Contains(path.EndsWith('/') ? $"{path}index.html" : path, BoardsSite.Files.Keys));
    }

    [Fact]
    public void Every_name_in_one_list_is_in_the_list_it_points_to()
    {
        var models = Ids("models");

        Assert.Empty(Parsed("api/v1/models.json")["models"]!.AsArray().Select(model => model!["provider"]!.GetValue<string>()).Except(Ids("providers")));
        Assert.Empty(Parsed("api/v1/prices.json")["prices"]!.AsArray().Select(price => price!["model"]!.GetValue<string>()).Except(models));
        Assert.Empty(Parsed("api/v1/releases.json")["releases"]!.AsArray()
            .SelectMany(release => release!["submissions"]!.AsArray()).Select(submission => submission!["model"]!.GetValue<string>()).Except(models));
    }

    [Fact]
    public void Days_are_those_of_the_calendar_as_ISO_writes_them() => Assert.All(
        Parsed("api/v1/releases.json")["releases"]!.AsArray(),
        release => Assert.True(DateOnly.TryParseExact(
            release!["date"]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));

    [Fact]
    public void OpenAPI_describes_every_list_by_a_schema_that_is_there()
    {
        var paths = Parsed(OpenApi.Path[1..])["paths"]!.AsObject();

        Assert.Empty(ApiFiles.Lists.Select(list => list.Path).Append(FileIndex.Path).Except(paths.Select(path => path.Key)));
        Assert.All(paths, path =>
        {
            var schema = path.Value!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>();
            Assert.Contains(new Uri(new Uri($"{Root}api/v1/"), schema).AbsoluteUri[Root.Length..], BoardsSite.Files.Keys);
        });
    }

    private static bool IsData(string path) =>
        path.Split('/')[0] is "data" or "api" or "schema" && !path.EndsWith(".html", StringComparison.Ordinal) && $"/{path}" != FileIndex.Path;

    private static string[] Ids(string list) =>
        [.. Parsed($"api/v1/{list}.json")[list]!.AsArray().Select(entry => entry!["id"]!.GetValue<string>())];

    private static JsonNode Parsed(string path) => JsonNode.Parse(BoardsSite.Files[path])!;

    private static string? SchemaOf(string path) =>
        Parsed(path) is JsonObject document && document["$schema"]?.GetValue<string>() is { } schema && schema.StartsWith('.')
            ? new Uri(new Uri(Root + path), schema).AbsoluteUri[Root.Length..]
            : null;

    /// <summary>The same schema, which also refuses what it does not name: readers must expect more, we must not write it.</summary>
    private static JsonNode Strict(JsonNode schema)
    {
        foreach (var part in Parts(schema).OfType<JsonObject>().Where(part => part["properties"] is JsonObject && part["type"] is not null).ToImmutableArray())
        {
            part["additionalProperties"] = false;
        }

        return schema;
    }

    private static IEnumerable<JsonNode> Parts(JsonNode node) => (node switch
    {
        JsonObject properties => properties.Select(property => property.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>().SelectMany(Parts).Prepend(node);
}
