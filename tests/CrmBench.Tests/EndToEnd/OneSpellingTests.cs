using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrmBench.Tests.EndToEnd;

/// <summary>
/// Across all JSON and CSV of a site a number has one spelling of twelve significant digits at most, true and false are these words, and a day is written
/// as 2026-08-04.
/// </summary>
public sealed partial class OneSpellingTests
{
    private const int MostDigits = 12;

    // Their forms are others': Every Eval Ever has texts alone in its details, feeds have moments, and versions of Croissant three numbers.
    private static readonly string[] WordsOfOthers = ["additional_details"];
    private static readonly string[] DaysOfOthers = ["date_published", "date_modified", "version"];

    // A character an item, which may look like anything.
    private static readonly string[] Codes = ["means"];

    public static TheoryData<string> Names => WholeSite.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_number_has_one_spelling_in_all_files_and_no_more_digits_than_the_arithmetic_carries(string name)
    {
        var numbers = Values(WholeSite.Open(name)).Where(value => value.Kind == JsonValueKind.Number).ToArray();

        Assert.NotEmpty(numbers);
        None(numbers.Where(number => Digits().Replace(number.Text.Split('e', 'E')[0], "").TrimStart('0').TrimEnd('0').Length > MostDigits).Select(number => $"{number}"));
        None(numbers.GroupBy(number => double.Parse(number.Text, CultureInfo.InvariantCulture))
            .Where(same => same.Select(number => number.Text).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(same => string.Join(" and ", same.DistinctBy(number => number.Text))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Truth_is_true_or_false_and_nothing_else(string name)
    {
        var values = Values(WholeSite.Open(name)).ToArray();

        Assert.Contains(values, value => value.Kind is JsonValueKind.True or JsonValueKind.False && value.Path.EndsWith(".csv", StringComparison.Ordinal));
        Assert.Contains(values, value => value.Kind is JsonValueKind.True or JsonValueKind.False && value.Path.EndsWith(".json", StringComparison.Ordinal));
        None(values.Where(value => value.Kind == JsonValueKind.String && Truth().IsMatch(value.Text)
            && !(WordsOfOthers.Contains(value.Parent) && value.Text is "true" or "false")).Select(value => $"{value}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_day_is_written_with_its_year_first(string name)
    {
        var texts = Values(WholeSite.Open(name)).Where(value => value.Kind == JsonValueKind.String && !Codes.Contains(value.Parent)).ToArray();

        Assert.Contains(texts, text => DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        None(texts.Where(text => OtherDay().IsMatch(text.Text) && !DaysOfOthers.Contains(text.Property)).Select(text => $"{text}"));
    }

    [Theory]
    [InlineData("1 Jul 2024")]
    [InlineData("1\u00a0July\u00a02024")]
    [InlineData("01/07/2024")]
    [InlineData("2024/07/01")]
    [InlineData("2024-07-01T00:00:00Z")]
    public void Other_ways_to_write_a_day_are_found(string day) => Assert.Matches(OtherDay(), day);

    private static void None(IEnumerable<string> found)
    {
        var all = found.ToArray();
        Assert.True(all.Length == 0, $"{all.Length}: {string.Join('\n', all.Take(10))}");
    }

    // Schemas and descriptions of the API have examples of what people write.
    private static IEnumerable<Value> Values(WholeSite site) => site.Files
        .Where(file => !file.Key.StartsWith("assets/", StringComparison.Ordinal) && !file.Key.StartsWith("schema/", StringComparison.Ordinal)
            && !file.Key.EndsWith(".schema.json", StringComparison.Ordinal) && !file.Key.EndsWith("openapi.json", StringComparison.Ordinal))
        .SelectMany(file => Path.GetExtension(file.Key) switch
        {
            ".json" or ".webmanifest" => OfJson(file.Key, file.Value),
            ".jsonl" => Encoding.UTF8.GetString(file.Value).Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line => OfJson(file.Key, Encoding.UTF8.GetBytes(line))),
            ".csv" => OfTable(site, file.Key),
            _ => [],
        });

    private static List<Value> OfJson(string path, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var values = new List<Value>();
        Add(document.RootElement, "", "");
        return values;

        void Add(JsonElement element, string parent, string property)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var one in element.EnumerateObject())
                    {
                        Add(one.Value, property, one.Name);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var one in element.EnumerateArray())
                    {
                        Add(one, property, property);
                    }

                    break;
                default:
                    values.Add(new Value(path, parent, property, element.ValueKind, element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText()));
                    break;
            }
        }
    }

    // What a column holds its Table Schema says; only the ledger has none.
    private static IEnumerable<Value> OfTable(WholeSite site, string path)
    {
        var table = path.Split('/') is ["data", var shared] ? Path.GetFileNameWithoutExtension(shared) : "figures";
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        if (site.Files.TryGetValue($"data/{table}.table.json", out var schema))
        {
            using var document = JsonDocument.Parse(schema);
            types = document.RootElement.GetProperty("fields").EnumerateArray()
                .ToDictionary(field => field.GetProperty("name").GetString()!, field => field.GetProperty("type").GetString()!);
        }

        return QuotedTable.Read(site.Text(path)).SelectMany(row => row).Where(field => field.Value.Length > 0).Select(field =>
            new Value(path, "", field.Key, (types.GetValueOrDefault(field.Key), field.Value) switch
            {
                ("number" or "integer", _) => JsonValueKind.Number,
                ("boolean" or null, "true") => JsonValueKind.True,
                ("boolean" or null, "false") => JsonValueKind.False,
                _ => JsonValueKind.String,
            }, field.Value));
    }

    [GeneratedRegex(@"[^0-9]")]
    private static partial Regex Digits();

    [GeneratedRegex("^(true|false|yes|no)$", RegexOptions.IgnoreCase)]
    private static partial Regex Truth();

    [GeneratedRegex(@"^([0-9]{1,2}[\s./-]([0-9]{1,2}|[A-Za-z]{3,9})[\s./-][0-9]{4}|[0-9]{4}[/.][0-9]{1,2}[/.][0-9]{1,2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[T ].*)$")]
    private static partial Regex OtherDay();

    private sealed record Value(string Path, string Parent, string Property, JsonValueKind Kind, string Text);
}
