using System.Text.Json;
using System.Text.Json.Nodes;
using CrmBench.Tests.Support;
using Json.Schema;

namespace CrmBench.Tests.EndToEnd;

/// <summary>
/// Every JSON file that a build writes obeys a schema, as a validator sees it that is not ours: the one that the file itself names and the site
/// publishes, that of JSON Schema, or one of <c>Schemas/</c>. Those say of files for scripts what the scripts rely on, and of files in a form of others
/// what its specification says of the members that we write; any other member is refused.
/// </summary>
public sealed class EveryJsonFileTests
{
    private const string JsonSchemas = "https://json-schema.org/draft/2020-12/schema";

    private static readonly string Folder = Repository.PathOf("tests", "CrmBench.Tests", "EndToEnd", "Schemas");

    private static readonly Dictionary<string, JsonSchema> Own = Directory.EnumerateFiles(Folder).ToDictionary(
        file => Path.GetFileName(file)[..^".schema.json".Length], JsonSchema.FromFile, StringComparer.Ordinal);

    public static TheoryData<string> Sites => WholeSite.Names;

    public static TheoryData<string> Kinds => [.. Own.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sites))]
    public void Every_file_obeys_a_schema(string name)
    {
        var site = WholeSite.Open(name);
        var published = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);

        Assert.Equal([], Files(site).SelectMany(file => Faults(file.Path, SchemaOf(site, file, published), file.Content)));
    }

    [Fact]
    public void Every_schema_of_ours_is_one_and_describes_some_file()
    {
        Assert.All(Own.Values, schema => Assert.True(MetaSchemas.Draft202012.Evaluate(JsonNode.Parse(JsonSerializer.Serialize(schema))).IsValid));
        Assert.Equal(
            Own.Keys.Order(StringComparer.Ordinal),
            Files(WholeSite.Open("boards")).Select(file => KindOf(file.Path)).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    // A schema that has nothing to say of a place lets anything stand there, and would never fail.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_schema_of_ours_refuses_a_value_of_another_kind_wherever_it_stands(string kind)
    {
        var content = Files(WholeSite.Open("minimal")).First(file => KindOf(file.Path) == kind).Content;
        var taken = new List<string>();
        foreach (var (where, place) in Places(content, "").DistinctBy(place => place.Where).ToArray())
        {
            if (place is JsonObject members)
            {
                members.Add("unknown", true);
                taken.AddRange(Taken(kind, content, $"{where} with another member"));
                members.Remove("unknown");
            }

            if (place.Parent is not null)
            {
                JsonNode other = place is JsonValue ? new JsonObject() : JsonValue.Create(true);
                place.ReplaceWith(other);
                taken.AddRange(Taken(kind, content, where));
                other.ReplaceWith(place);
            }
        }

        Assert.Equal([], taken);
    }

    private static IEnumerable<string> Taken(string kind, JsonNode content, string what) => Own[kind].Evaluate(content).IsValid ? [what] : [];

    private static IEnumerable<(string Path, JsonNode Content)> Files(WholeSite site) => site.Files
        .Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal) || file.Key.EndsWith(".webmanifest", StringComparison.Ordinal))
        .OrderBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => (file.Key, JsonNode.Parse(file.Value)!));

    private static JsonSchema? SchemaOf(WholeSite site, (string Path, JsonNode Content) file, Dictionary<string, JsonSchema> published)
    {
        if (KindOf(file.Path) is { } kind)
        {
            return Own[kind];
        }

        var named = (file.Content as JsonObject)?["$schema"]?.GetValue<string>();
        if (named is null or JsonSchemas)
        {
            return named is null ? null : MetaSchemas.Draft202012;
        }

        var path = new Uri(new Uri($"https://example.org/{file.Path}"), named).AbsolutePath[1..];
        if (!published.TryGetValue(path, out var schema))
        {
            // Sites of tests share addresses, and a schema is known by its own.
            var text = JsonNode.Parse(site.Files[path])!;
            text.AsObject().Remove("$id");
            published[path] = schema = JsonSchema.FromText(text.ToJsonString());
        }

        return schema;
    }

    // What files say nothing of themselves, or name a schema that lies with others.
    private static string? KindOf(string path) => path switch
    {
        "croissant.json" => "croissant",
        "datapackage.json" => "datapackage",
        "manifest.webmanifest" => "manifest",
        "search.json" => "search",
        "where.json" => "where",
        "api/v1/openapi.json" => "openapi",
        "data/prices.json" => "prices",
        _ when path.StartsWith("badges/", StringComparison.Ordinal) => "badge",
        _ when path.EndsWith(".board.json", StringComparison.Ordinal) => "board",
        _ when path.EndsWith(".table.json", StringComparison.Ordinal) => "table",
        _ when path.Split('/')[^1] == "feed.json" => "feed",
        _ => null,
    };

    private static IEnumerable<string> Faults(string path, JsonSchema? schema, JsonNode content)
    {
        if (schema is null)
        {
            return [$"{path}: no schema describes it"];
        }

        var result = schema.Evaluate(content, new() { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? []
            : result.Details.Where(detail => detail.HasErrors).Select(detail => $"{path}: {detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}").DefaultIfEmpty(path);
    }

    // The entries of a list are alike, whatever their number.
    private static IEnumerable<(string Where, JsonNode Node)> Places(JsonNode node, string where) => (node switch
    {
        JsonObject members => members.Select(member => (Where: $"{where}/{member.Key}", Node: member.Value)),
        JsonArray items => items.Select(item => (Where: $"{where}/-", Node: item)),
        _ => [],
    }).Where(child => child.Node is not null).SelectMany(child => Places(child.Node!, child.Where)).Prepend((where, node));
}
