using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Forms;

namespace CrmBench.Tests.Data.Forms;

/// <summary>The schemas of tables and the reader agree on the smallest site and on damaged fields of it.</summary>
public class TableSchemaTests
{
    private static readonly string[] Values =
    [
        "", " ", "x", "Not an id", "-x", "a b", "FILL IN", "0", "1", "-1", "1.5", "17", "999999999999", "1,5", "2026-13-01", "4.8.2026",
        "http://example.org/", "https://example.org", "https://me@example.org/", "yes", "no", "open", "ok", new('a', 81), "\u00E9",
    ];

    public static TheoryData<string> Tables => [.. DataForms.Tables.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_reader_refuses_a_field_that_the_schema_refuses(string table)
    {
        var fields = Fields(table);
        var passed = new List<string>();
        foreach (var (path, rows) in FilesOf(table))
        {
            for (var column = 0; column < rows[0].Length; column++)
            {
                if (!fields.TryGetValue(rows[0][column], out var field))
                {
                    continue;
                }

                foreach (var value in Values.Where(value => !Allows(field, value)))
                {
                    var damaged = rows.Select(row => row.ToArray()).ToArray();
                    damaged[1][column] = value;
                    if (!Read(path, damaged).Any(problem => problem.Severity == Severity.Error))
                    {
                        passed.Add($"{path}: {rows[0][column]} = '{value}'");
                    }
                }
            }
        }

        Assert.Empty(passed);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_field_of_the_smallest_site_obeys_its_schema(string table)
    {
        var fields = Fields(table);

        // The smallest site has single ratings, and so no ratings added up by item and no word on how figures move together.
        Assert.Equal(table is not ("item-sums.csv" or "correlations.csv"), FilesOf(table).Count > 0);
        foreach (var (path, rows) in FilesOf(table))
        {
            foreach (var row in rows[1..])
            {
                Assert.All(row.Zip(rows[0]), pair => Assert.True(
                    !fields.TryGetValue(pair.Second, out var field) || Allows(field, pair.First), $"{path}: {pair.Second} = '{pair.First}'"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_column_is_missed_unless_the_declaration_says_that_it_may_be_left_out(string table)
    {
        foreach (var column in DataForms.Tables.Single(form => form.Name == table).Columns)
        {
            foreach (var (path, rows) in FilesOf(table))
            {
                if (Array.IndexOf(rows[0], column.Name) is not (>= 0 and var at))
                {
                    continue;
                }

                var without = rows.Select(row => row.Where((_, i) => i != at).ToArray()).ToArray();

                var isMissed = Read(path, without).Any(problem =>
                    problem.Code == "CB0302" && problem.Message.Contains($"The column '{column.Name}' is missing", StringComparison.Ordinal));

                Assert.Equal(column.Presence != Presence.Optional, isMissed);
            }
        }
    }

    private static Dictionary<string, JsonNode> Fields(string table) =>
        JsonNode.Parse(SchemaFiles.All.Single(schema => schema.About == table).Write(null))!["fields"]!.AsArray()
            .ToDictionary(field => field!["name"]!.GetValue<string>(), field => field!, StringComparer.Ordinal);

    // Constraints as datapackage.org states them; an empty field is a missing value.
    private static bool Allows(JsonNode field, string value)
    {
        var constraints = field["constraints"] ?? new JsonObject();
        if (value.Length == 0)
        {
            return constraints["required"] is null;
        }

        return IsOfType(field["type"]!.GetValue<string>(), value)
            && (constraints["pattern"] is not { } pattern || Regex.IsMatch(value, pattern.GetValue<string>(), RegexOptions.ECMAScript))
            && (constraints["enum"] is not JsonArray words || words.Any(word => word!.GetValue<string>() == value))
            && (constraints["maxLength"] is not { } most || value.Length <= most.GetValue<int>())
            && IsWithin(constraints, "minimum", value, (number, bound) => number >= bound)
            && IsWithin(constraints, "maximum", value, (number, bound) => number <= bound)
            && IsWithin(constraints, "exclusiveMinimum", value, (number, bound) => number > bound)
            && IsWithin(constraints, "exclusiveMaximum", value, (number, bound) => number < bound);
    }

    private static bool IsOfType(string type, string value) => type switch
    {
        "number" => double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _),
        "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true,
    };

    private static bool IsWithin(JsonNode constraints, string bound, string value, Func<double, double, bool> holds) =>
        constraints[bound] is not { } limit || holds(double.Parse(value, CultureInfo.InvariantCulture), limit.GetValue<double>());

    private static List<(string Path, string[][] Rows)> FilesOf(string table) =>
    [
        .. Sites.Minimal.Paths.Where(path => path.EndsWith($"/{table}", StringComparison.Ordinal))
            .Select(path => (path, Encoding.UTF8.GetString(Sites.Minimal.Read(path)).TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToArray())),
    ];

    private static Diagnostic[] Read(string path, string[][] rows)
    {
        var diagnostics = new DiagnosticBag();
        var text = string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\n"));
        CatalogueReader.Read(Sites.Minimal.With(path, Encoding.UTF8.GetBytes(text)), diagnostics);
        return [.. diagnostics.ToSorted().Where(problem => problem.Place.Path == path)];
    }

    private static string Quoted(string field) => field.Contains(',', StringComparison.Ordinal) ? $"\"{field}\"" : field;
}
