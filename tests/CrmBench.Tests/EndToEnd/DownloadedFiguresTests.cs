using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CrmBench.Core.Scoring;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>The flat table as a stranger uses it: with DuckDB, by the queries that stand on the page of data, and from a number on a page to its line.</summary>
public sealed class DownloadedFiguresTests(DuckDb duckDb) : IClassFixture<DuckDb>, IDisposable
{
    private const string Site = $"https://example.org{BoardsSite.BasePath}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("figures.parquet")]
    [InlineData("figures.csv")]
    public async Task The_examples_of_the_page_give_the_board_as_it_was_scored(string file)
    {
        var examples = Examples();
        var board = FeaturedBoard();
        string[] expected = [.. board.Complete.Select(row => $"{row.Model.Name} {row.Submission.Variant} {Carried(row.RankedBy.Estimate!.Value)}")];

        var answers = await duckDb.QueryAsync([.. examples.Select(sql => OnDisk(sql.Replace("figures.parquet", file, StringComparison.Ordinal)))]);

        Assert.Equal(3, answers.Length);
        Assert.Equal(expected, answers[0].Select(row => $"{row.GetProperty("model")} {Text(row, "variant")} {Number(row, "value")}"));
        Assert.Equal(
            board.Complete.Select(row => (Carried(row.RankedBy.Estimate!.Interval?.Low), Carried(row.RankedBy.Estimate.Interval?.High))),
            answers[0].Select(row => (Number(row, "interval_low"), Number(row, "interval_high"))));
        Assert.Equal(board.Complete.Select(row => row.Rank?.ToString(CultureInfo.InvariantCulture) ?? ""), answers[0].Select(row => Text(row, "rank")));

        // DuckDB adds the use cases up itself, from numbers of twelve digits.
        Assert.Equal(
            board.Complete.Select(row => $"{row.Model.Name} {row.Submission.Variant} {row.RankedBy.Estimate!.Value:E8}").Order(),
            answers[1].Select(row => $"{row.GetProperty("model")} {Text(row, "variant")} {row.GetProperty("average").GetDouble():E8}").Order());
        Assert.Equal(
            board.Complete.Select(row => $"{row.Model.Name} {row.Provider.Name} {row.Model.Released:yyyy-MM-dd}").Order(),
            answers[2].Select(row => $"{row.GetProperty("model")} {row.GetProperty("provider")} {Text(row, "released")}").Order());
    }

    [Fact]
    public async Task Both_forms_hold_the_same_rows_and_each_joins_its_model_and_provider()
    {
        string[] facts =
        [
            "select count(*) as n from (select * from '{0}' except all select * from '{1}')",
            "select count(*) as n from '{0}' where model_id not in (select id from '{2}') or provider_id not in (select id from '{3}')",
            "select count(*) as n from '{2}' where provider_id not in (select id from '{3}')",
            "select count(*) as n from '{0}'",
        ];
        string[] files = [$"{Site}data/figures.parquet", $"{Site}data/figures.csv", $"{Site}data/models.csv", $"{Site}data/providers.csv"];

        var answers = await duckDb.QueryAsync([.. facts.Select(sql => OnDisk(string.Format(CultureInfo.InvariantCulture, sql, files)))]);

        Assert.Equal(["0", "0", "0"], answers[..3].Select(rows => Text(rows[0], "n")));
        Assert.Equal(Lines("data/figures.csv").Count - 1, int.Parse(Text(answers[3][0], "n"), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_number_on_a_page_is_one_value_in_every_file_down_to_its_line()
    {
        var numbers = NumbersOfBoardPages().ToArray();
        var parquet = await duckDb.QueryAsync(OnDisk(
            $"select benchmark, release, method, submission_id, dimension, metric, part, use_case_id, kind, value, path, line from '{Site}data/figures.parquet'"));
        var byKey = parquet[0].SelectMany(row => KeysOf(row).Select(key => (key, row))).ToLookup(pair => pair.key, pair => pair.row, StringComparer.Ordinal);
        var flat = Lines("data/figures.csv").ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(numbers);
        Assert.All(numbers, number =>
        {
            var row = byKey[number.Key].First();
            Assert.Equal(Carried(number.Value), Number(row, "value"));
            Assert.All(BoardLines(row, Number(row, "value")), line => Assert.Contains(line, flat));
            if (Text(row, "line") is { Length: > 0 } line)
            {
                Assert.Contains(Number(row, "value"), FieldsAt(Text(row, "path"), int.Parse(line, CultureInfo.InvariantCulture)));
            }
        });
    }

    private static Leaderboard FeaturedBoard()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(BoardsSite.PathOf("data/site.json")));
        var featured = settings.RootElement.GetProperty("featured").GetString();
        return BoardResults.Releases.Where(release => release.Observed.Benchmark.Id == featured).First(release => release.Release == release.Observed.Benchmark.Front).Boards[0];
    }

    // What a person copies from the page.
    private static string[] Examples() =>
        [.. Page("data/index.html").QuerySelectorAll("section:has(#programs) pre code").Select(code => code.TextContent).Where(text => text.StartsWith("select ", StringComparison.Ordinal))];

    private static IDocument Page(string path) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(BoardsSite.Files[path]));

    // DuckDB reads addresses through the network; here the same files lie on the disk.
    private string OnDisk(string sql)
    {
        foreach (var (path, content) in BoardsSite.Files.Where(file => file.Key.StartsWith("data/", StringComparison.Ordinal) && file.Key.Count(letter => letter == '/') == 1))
        {
            if (sql.Contains(Site + path, StringComparison.Ordinal) && !File.Exists(_folder.PathOf(path)))
            {
                _folder.Write(path, "");
                File.WriteAllBytes(_folder.PathOf(path), content);
            }
        }

        return sql.Replace(Site, _folder.Path.Replace('\\', '/') + "/", StringComparison.Ordinal);
    }

    private static List<string> Lines(string path) =>
        [.. Encoding.UTF8.GetString(BoardsSite.Files[path]).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    // Every number of a dimension or metric; money for a thousand calls and the like are computed on the page.
    private static IEnumerable<(string Key, double Value)> NumbersOfBoardPages() =>
        from release in BoardResults.Releases
        let path = $"{release.Observed.Benchmark.Id}/{release.Release.Id}/index.html"
        where BoardsSite.Files.ContainsKey(path)
        from element in Page(path).QuerySelectorAll("main [data-key][data-value]")
        let key = element.GetAttribute("data-key")!
        where key.Split('/').Length == 5 && key.IndexOfAny(['*', '~']) < 0 && !key.Contains("/agreement/", StringComparison.Ordinal)
        select (key, double.Parse(element.GetAttribute("data-value")!, CultureInfo.InvariantCulture));

    // What pages call the figure; one that is a dimension and its only metric has two names.
    private static IEnumerable<string> KeysOf(JsonElement row)
    {
        var beginning = $"{Text(row, "benchmark")}/{Text(row, "release")}/{Text(row, "method")}/{Text(row, "submission_id")}/{Text(row, "dimension")}";
        var end = Text(row, "use_case_id") is { Length: > 0 } useCase ? $"@{useCase}" : "";
        if (Text(row, "kind") == "dimension")
        {
            yield return beginning + end;
        }

        if ((Text(row, "part"), Text(row, "metric")) is var (part, metric) && part.Length + metric.Length > 0)
        {
            yield return $"{beginning}:{(part.Length > 0 ? part : metric)}{end}";
        }
    }

    // The lines of the board's own file that are of the row.
    private static string[] BoardLines(JsonElement row, string value)
    {
        var lines = Lines($"data/{Text(row, "benchmark")}/{Text(row, "release")}/{Text(row, "method")}.csv")
            .Where(line => line.Contains($",{Text(row, "submission_id")},", StringComparison.Ordinal) && line.Contains($",{value},", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(lines);
        return lines;
    }

    // The numbers of a line, and their quotients: money is spent on so many calls.
    private static IEnumerable<string> FieldsAt(string path, int line)
    {
        double[] numbers =
        [
            .. File.ReadLines(BoardsSite.PathOf(path)).ElementAt(line - 1).Split(',')
                .Select(field => double.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
                .Where(double.IsFinite),
        ];
        return numbers.Concat(from one in numbers from other in numbers where other > 0 select one / other).Select(number => Carried(number));
    }

    private static string Text(JsonElement row, string column) => row.GetProperty(column) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "";

    private static string Number(JsonElement row, string column) =>
        row.GetProperty(column) is { ValueKind: JsonValueKind.Number } value ? Carried(value.GetDouble()) : "";

    // Twelve significant digits, by way of text.
    private static string Carried(double? value) => value is { } number
        ? double.Parse(number.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)
        : "";
}
