using System.Text.Json.Nodes;
using CrmBench.Site.Api;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Api;

/// <summary>
/// Programs of others rely on what the files of a version look like. <c>v1.shape.txt</c> keeps every property that was ever published with
/// its type; <c>ACCEPT_SNAPSHOTS=1</c> adds new ones and takes none away.
/// </summary>
public class ApiShapeTests
{
    private static readonly string Kept = Repository.PathOf("tests", "CrmBench.Tests", "Site", "Api", "v1.shape.txt");

    [Fact]
    public void Nothing_published_in_a_version_goes_away_or_changes_its_type()
    {
        var kept = File.Exists(Kept) ? File.ReadAllLines(Kept) : [];
        string[] now = [.. ApiSchemas.Names.SelectMany(name => Shape(name, JsonNode.Parse(ApiSchemas.Text(name))!)).Distinct().Order(StringComparer.Ordinal)];
        if (Approved.Accepts)
        {
            File.WriteAllText(Kept, string.Concat(kept.Union(now).Order(StringComparer.Ordinal).Select(line => $"{line}\n")));
            kept = File.ReadAllLines(Kept);
        }

        var gone = kept.Except(now).ToArray();
        Assert.True(gone.Length == 0, $"A new version (/api/v2/) beside this one is needed for what is not there any more:\n{string.Join('\n', gone)}");
        Assert.Equal(now, kept);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":["string","null"]}}}""", "x.a: null string")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"$ref":"#/$defs/b"}}},"$defs":{"b":{"type":"integer"}}}""", "x.a: array", "x.a[]: integer")]
    [InlineData("""{"type":"object","properties":{"a":{"enum":["q","p"]}}}""", "x.a = p", "x.a = q", "x.a: ")]
    public void A_shape_tells_every_property_with_its_types_and_words(string schema, params string[] lines) =>
        Assert.Equal(lines, Shape("x", JsonNode.Parse(schema)!).Order(StringComparer.Ordinal).Where(line => line != "x: object"));

    private static IEnumerable<string> Shape(string at, JsonNode schema) => Shape(at, schema, schema, []);

    // A definition within itself would have no end; none is.
    private static IEnumerable<string> Shape(string at, JsonNode schema, JsonNode whole, string[] within)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            Assert.DoesNotContain(reference, within);
            return Shape(at, whole["$defs"]![reference["#/$defs/".Length..]]!, whole, [.. within, reference]);
        }

        var types = schema["type"] switch
        {
            JsonArray several => several.Select(type => type!.GetValue<string>()),
            { } one => [one.GetValue<string>()],
            null => [],
        };
        var words = schema["enum"]?.AsArray().OfType<JsonNode>().Select(word => $"{at} = {word}") ?? [];
        return words
            .Concat(schema["properties"]?.AsObject().SelectMany(property => Shape($"{at}.{property.Key}", property.Value!, whole, within)) ?? [])
            .Concat(schema["items"] is { } items ? Shape($"{at}[]", items, whole, within) : [])
            .Prepend($"{at}: {string.Join(' ', types.Order(StringComparer.Ordinal))}");
    }
}
