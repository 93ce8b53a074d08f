using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CrmBench.Site.Metadata;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Metadata;

/// <summary>
/// The metadata obey the published rules: those of Data Package 2 (datapackage.org/standard), and those of Croissant 1.0
/// (docs.mlcommons.org/croissant, sections "Dataset-level Information", "Resources" and "RecordSets", appendix 1).
/// </summary>
public class PackageFilesTests
{
    private const string Root = "https://example.org/board/";

    private static readonly JsonNode Croissant = Parsed(PackageFiles.CroissantPath);

    private static readonly JsonNode Package = Parsed(PackageFiles.DataPackagePath);

    // Required of every Dataset.
    [Theory]
    [InlineData("@context")]
    [InlineData("@type")]
    [InlineData("conformsTo")]
    [InlineData("description")]
    [InlineData("license")]
    [InlineData("name")]
    [InlineData("url")]
    [InlineData("creator")]
    [InlineData("datePublished")]
    public void Croissant_has_what_is_required(string property) => Assert.NotNull(Croissant[property]);

    [Fact]
    public void Croissant_says_which_version_it_is_and_whose_names_it_uses()
    {
        Assert.Equal("sc:Dataset", Text(Croissant["@type"]));
        Assert.Equal("http://mlcommons.org/croissant/1.0", Text(Croissant["conformsTo"]));
        Assert.Equal("https://schema.org/", Text(Croissant["@context"]!["@vocab"]));
        Assert.Equal("http://mlcommons.org/croissant/", Text(Croissant["@context"]!["cr"]));
        Assert.Equal("dct:conformsTo", Text(Croissant["@context"]!["conformsTo"]));
        Assert.Equal("@vocab", Text(Croissant["@context"]!["dataType"]!["@type"]));
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+$", Text(Croissant["version"]));
    }

    // One or more dots in the name of a node would be no fault, two nodes of one name would.
    [Fact]
    public void Croissant_names_every_node_once()
    {
        string[] names = [.. Nodes(Croissant["distribution"]).Concat(Nodes(Croissant["recordSet"])).Concat(Nodes(Croissant["recordSet"]).SelectMany(set => Nodes(set["field"])))
            .Select(node => Text(node["@id"]))];

        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void A_file_object_has_address_form_and_hash_of_a_file_of_the_site() => Assert.All(Nodes(Croissant["distribution"]), file =>
    {
        Assert.Equal("cr:FileObject", Text(file["@type"]));
        Assert.NotEqual("", Text(file["name"]));
        Assert.Contains('/', Text(file["encodingFormat"]));
        Assert.StartsWith(Root, Text(file["contentUrl"]), StringComparison.Ordinal);
        var bytes = BoardsSite.Files[Text(file["contentUrl"])[Root.Length..]];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Text(file["sha256"]));
        Assert.Equal($"{bytes.Length} B", Text(file["contentSize"]));
    });

    [Fact]
    public void A_field_has_a_type_and_is_a_column_of_a_file_that_is_described()
    {
        var files = Nodes(Croissant["distribution"]).Select(file => Text(file["@id"])).ToHashSet(StringComparer.Ordinal);
        string[] types = ["sc:Text", "sc:Integer", "sc:Float", "sc:Boolean", "sc:Date"];

        Assert.NotEmpty(Nodes(Croissant["recordSet"]));
        Assert.All(Nodes(Croissant["recordSet"]), set =>
        {
            Assert.Equal("cr:RecordSet", Text(set["@type"]));
            Assert.All(Nodes(set["field"]), field =>
            {
                Assert.Equal("cr:Field", Text(field["@type"]));
                Assert.StartsWith($"{Text(set["@id"])}/", Text(field["@id"]), StringComparison.Ordinal);
                Assert.Contains(Text(field["dataType"]), types);
                var file = Text(field["source"]!["fileObject"]!["@id"]);
                Assert.Contains(file, files);
                Assert.Contains(Text(field["source"]!["extract"]!["column"]), Header(file));
            });
        });
    }

    [Fact]
    public void A_resource_of_the_package_has_a_name_of_its_own_and_a_path_that_never_leaves_the_folder()
    {
        var resources = Nodes(Package["resources"]);
        Assert.NotEmpty(resources);
        Assert.Equal(resources.Length, resources.Select(resource => Text(resource["name"])).Distinct().Count());
        Assert.All(resources, resource =>
        {
            Assert.DoesNotContain("..", Text(resource["path"]));
            Assert.False(Text(resource["path"]).StartsWith('/'));
            Assert.Equal("table", Text(resource["type"]));
            var bytes = BoardsSite.Files[Text(resource["path"])];
            Assert.Equal(bytes.Length, resource["bytes"]!.GetValue<int>());
            Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}", Text(resource["hash"]));
        });
    }

    [Fact]
    public void The_schema_of_a_resource_names_its_columns_in_their_order()
    {
        var described = Nodes(Package["resources"]).Where(resource => resource["schema"] is not null && Text(resource["format"]) == "csv").ToArray();
        Assert.NotEmpty(described);
        Assert.All(described, resource => Assert.Equal(
            Nodes(Parsed("/" + Text(resource["schema"]))["fields"]).Select(field => Text(field["name"])),
            Header(Text(resource["path"]))));
    }

    [Fact]
    public void A_foreign_key_names_a_resource_of_the_package_and_columns_of_it()
    {
        var resources = Nodes(Package["resources"]).ToDictionary(resource => Text(resource["name"]), resource => Text(resource["path"]));
        JsonNode[] keys =
        [
            .. Nodes(Package["resources"]).Select(resource => resource["schema"]).OfType<JsonNode>().Select(Text).Distinct()
                .SelectMany(schema => Parsed("/" + schema)["foreignKeys"]?.AsArray().OfType<JsonNode>() ?? []),
        ];

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.All(
            Nodes(key["reference"]!["fields"]), field => Assert.Contains(Text(field), Header(resources[Text(key["reference"]!["resource"])]))));
    }

    // Programs that search for tables read both; the tables of a draft alone may be gone tomorrow.
    [Fact]
    public void Every_table_that_is_published_is_in_both_but_the_boards_of_drafts()
    {
        string[] published = [.. BoardsSite.Files.Keys.Where(path => path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".parquet", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] tables = [.. published.Where(path => !path.StartsWith("data/call-summaries/2025-12/", StringComparison.Ordinal))];

        Assert.True(tables.Length < published.Length);
        Assert.Equal(tables, Nodes(Package["resources"]).Select(resource => Text(resource["path"])));
        Assert.Equal(tables, Nodes(Croissant["distribution"]).Select(file => Text(file["@id"])));
    }

    private static JsonNode Parsed(string path) => JsonNode.Parse(BoardsSite.Files[path[1..]])!;

    private static JsonNode[] Nodes(JsonNode? list) => [.. list!.AsArray().OfType<JsonNode>()];

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static string[] Header(string file) => Encoding.UTF8.GetString(BoardsSite.Files[file]).Split('\n')[0].TrimEnd('\r').Split(',');
}
