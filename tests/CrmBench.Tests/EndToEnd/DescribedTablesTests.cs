using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace CrmBench.Tests.EndToEnd;

/// <summary>
/// The tables of a site hold what the Data Package says of them, as a program sees it that knows datapackage.org and nothing of us: columns, types and
/// constraints of the Table Schema, its primary key, and foreign keys in the resources that they name.
/// </summary>
public sealed partial class DescribedTablesTests
{
    public static TheoryData<string> Sites => WholeSite.Names;

    [Theory]
    [MemberData(nameof(Sites))]
    public void Every_table_holds_what_its_schema_says(string name)
    {
        var site = WholeSite.Open(name);
        var schemas = Schemas(site);

        Assert.NotEmpty(schemas);
        Assert.Equal([], schemas.SelectMany(schema => Faults(schema.Key, schema.Value, Tables(site))));
    }

    [Theory]
    [InlineData("data.figures.csv", "value", "many")]
    [InlineData("data.figures.csv", "status", "open")]
    [InlineData("data.figures.csv", "model_id", "nobody")]
    [InlineData("data.figures.csv", "release", "")]
    [InlineData("data.models.csv", "released", "1.1.2026")]
    [InlineData("data.models.csv", "id", "acme-two")]
    public void What_a_schema_forbids_is_found(string table, string column, string text)
    {
        var site = WholeSite.Open("minimal");
        var tables = Tables(site);
        var rows = tables[table];
        tables[table] = [new Dictionary<string, string>(rows[0], StringComparer.Ordinal) { [column] = text }, .. rows.Skip(1)];

        Assert.Contains(Faults(table, Schemas(site)[table], tables), fault => fault.StartsWith($"{table}: {column}", StringComparison.Ordinal));
    }

    private static IEnumerable<JsonNode> Resources(WholeSite site) =>
        Nodes(JsonNode.Parse(site.Text("datapackage.json"))!["resources"]).Where(resource => Text(resource["format"]) == "csv");

    private static Dictionary<string, IReadOnlyList<Row>> Tables(WholeSite site) => Resources(site).ToDictionary(
        resource => Text(resource["name"]), resource => QuotedTable.Read(site.Text(Text(resource["path"]))), StringComparer.Ordinal);

    private static Dictionary<string, JsonNode> Schemas(WholeSite site) => Resources(site).Where(resource => resource["schema"] is not null).ToDictionary(
        resource => Text(resource["name"]), resource => JsonNode.Parse(site.Text(Text(resource["schema"])))!, StringComparer.Ordinal);

    private static IEnumerable<string> Faults(string name, JsonNode schema, Dictionary<string, IReadOnlyList<Row>> tables)
    {
        var rows = tables[name];
        foreach (var field in Nodes(schema["fields"]))
        {
            var column = Text(field["name"]);
            foreach (var row in rows.Where(row => !Allows(field, row[column])))
            {
                yield return $"{name}: {column} is '{row[column]}'";
            }
        }

        if (schema["primaryKey"] is { } primary)
        {
            foreach (var alike in rows.GroupBy(row => Key(row, primary)).Where(alike => alike.Count() > 1))
            {
                yield return $"{name}: {Columns(primary)} is {alike.Key} in several rows";
            }
        }

        foreach (var foreign in Nodes(schema["foreignKeys"]))
        {
            var known = tables[Text(foreign["reference"]!["resource"])].Select(row => Key(row, foreign["reference"]!["fields"]!)).ToHashSet(StringComparer.Ordinal);
            foreach (var row in rows.Where(row => !known.Contains(Key(row, foreign["fields"]!))))
            {
                yield return $"{name}: {Columns(foreign["fields"]!)} is {Key(row, foreign["fields"]!)}, which is not known";
            }
        }
    }

    private static bool Allows(JsonNode field, string text)
    {
        if (text.Length == 0)
        {
            return field["constraints"]?["required"] is null;
        }

        return Text(field["type"]) switch
        {
            "number" => Number().IsMatch(text),
            "integer" => Whole().IsMatch(text),
            "boolean" => text is "true" or "false",
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
            _ => true,
        } && (field["constraints"]?["enum"] is not { } words || Nodes(words).Any(word => Text(word) == text));
    }

    private static string Columns(JsonNode columns) => string.Join(',', Nodes(columns).Select(Text));

    private static string Key(Row row, JsonNode columns) => string.Join(',', Nodes(columns).Select(column => row[Text(column)]));

    private static IEnumerable<JsonNode> Nodes(JsonNode? list) => list?.AsArray().OfType<JsonNode>() ?? [];

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    [GeneratedRegex("^-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^-?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
