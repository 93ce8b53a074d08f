using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Parser;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Words;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>The flat table as a stranger uses it: with DuckDB, by the queries that stand on the page of data.</summary>
public sealed class DownloadedFiguresTests(DuckDb duckDb) : IClassFixture<DuckDb>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Names => WholeSite.Names;

    // Who changes the page's queries changes those that the tests below run, of the board that the page is about and of every other one.
    [Fact]
    public void The_examples_of_the_page_are_those_that_are_run_here()
    {
        var site = WholeSite.Open("boards");
        var front = site.Scored.Benchmarks.First(scored => scored.Benchmark.Id == site.Scored.Catalogue.Site.Featured).Front!.Boards[0];

        var page = new HtmlParser().ParseDocument(site.Text("data/index.html"));

        var standing = page.QuerySelectorAll("section:has(#programs) pre code").Select(code => code.TextContent);
        Assert.Equal(FigureQueries.Of(front, site.Scored.Catalogue.Site).Select(query => query.Sql), standing);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_examples_give_every_board_as_it_was_scored_from_either_form(string name)
    {
        var site = WholeSite.Open(name);
        var boards = site.Scored.AllBoards.Select(of => of.Board).ToArray();
        var queries = boards.SelectMany(board => FigureQueries.Of(board, site.Scored.Catalogue.Site), (board, query) => (Board: board, query.Sql)).ToArray();

        // DuckDB tells the types of CSV by its rows; where there are none, all are text.
        foreach (var file in (string[])["figures.parquet", .. boards.Any(board => ResultFigure.Of(board).Any()) ? (string[])["figures.csv"] : []])
        {
            var answers = await duckDb.QueryAsync([.. queries.Select(query => OnDisk(site, query.Sql.Replace("figures.parquet", file, StringComparison.Ordinal)))]);
            foreach (var board in boards)
            {
                var ofBoard = answers.Where((_, i) => ReferenceEquals(queries[i].Board, board)).ToArray();
                Assert.Equal(board.Benchmark.IsWhole ? 2 : 3, ofBoard.Length);
                IsAsScored(board, ofBoard[0]);
                HasItsModelsAndProviders(board, ofBoard[^1]);
                if (!board.Benchmark.IsWhole)
                {
                    AveragesAgree(board, ofBoard[1]);
                }
            }
        }

        Assert.True(boards.Any(board => !board.Complete.IsEmpty) || name is "unusual/no-models" or "unusual/only-missing");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Both_forms_hold_the_same_rows_and_each_joins_its_model_and_provider(string name)
    {
        var site = WholeSite.Open(name);
        string[] facts =
        [
            // In CSV a text that a spreadsheet would run has an apostrophe in front.
            "select count(*) as n from (select * from '{0}' except all select * replace ("
                + string.Join(", ", ((string[])["model", "provider", "variant"]).Select(column => $"ltrim({column}, '''') as {column}")) + ") from '{1}')",
            "select count(*) as n from '{0}' where model_id not in (select id from '{2}') or provider_id not in (select id from '{3}')",
            "select count(*) as n from '{2}' where provider_id not in (select id from '{3}')",
            "select count(*) as n from '{0}'",
        ];
        string[] files = [.. ((string[])["figures.parquet", "figures.csv", "models.csv", "providers.csv"]).Select(file => Addresses.Absolute(site.Scored.Catalogue.Site, $"/data/{file}"))];

        var answers = await duckDb.QueryAsync([.. facts.Select(sql => OnDisk(site, string.Format(CultureInfo.InvariantCulture, sql, files)))]);

        Assert.Equal(["0", "0", "0"], answers[..3].Select(rows => Text(rows[0], "n")));
        Assert.Equal(QuotedTable.Read(site.Text("data/figures.csv")).Count, int.Parse(Text(answers[3][0], "n"), CultureInfo.InvariantCulture));
    }

    // Order, averages, intervals and ranks.
    private static void IsAsScored(Leaderboard board, JsonElement[] rows)
    {
        Assert.Equal(
            board.Complete.Select(row => $"{row.Model.Name} {row.Submission.Variant} {Carried(row.RankedBy.Estimate!.Value)}"),
            rows.Select(row => $"{Name(row, "model")} {Name(row, "variant")} {Number(row, "value")}"));
        Assert.Equal(
            board.Complete.Select(row => (Carried(row.RankedBy.Estimate!.Interval?.Low), Carried(row.RankedBy.Estimate.Interval?.High))),
            rows.Select(row => (Number(row, "interval_low"), Number(row, "interval_high"))));
        Assert.Equal(board.Complete.Select(row => row.Rank?.ToString(CultureInfo.InvariantCulture) ?? ""), rows.Select(row => Text(row, "rank")));
    }

    // DuckDB adds the use cases up itself, from numbers of twelve digits.
    private static void AveragesAgree(Leaderboard board, JsonElement[] rows) => Assert.Equal(
        board.Complete.Select(row => $"{row.Model.Name} {row.Submission.Variant} {row.RankedBy.Estimate!.Value:E8}").Order(StringComparer.Ordinal),
        rows.Select(row => $"{Name(row, "model")} {Name(row, "variant")} {row.GetProperty("average").GetDouble():E8}").Order(StringComparer.Ordinal));

    private static void HasItsModelsAndProviders(Leaderboard board, JsonElement[] rows) => Assert.Equal(
        board.Complete.Select(row => $"{row.Model.Name} {row.Provider.Name} {row.Model.Released:yyyy-MM-dd} {Carried(row.RankedBy.Estimate!.Value)}").Order(StringComparer.Ordinal),
        rows.Select(row => $"{Name(row, "model")} {Name(row, "provider")} {Text(row, "released")} {Number(row, "value")}").Order(StringComparer.Ordinal));

    // DuckDB reads addresses through the network; here the same files lie on the disk.
    private string OnDisk(WholeSite site, string sql)
    {
        var root = site.Scored.Catalogue.Site.BaseUrl.AbsoluteUri;
        foreach (var (path, content) in site.Files.Where(file => file.Key.StartsWith("data/", StringComparison.Ordinal) && file.Key.Count(letter => letter == '/') == 1))
        {
            if (sql.Contains($"'{root}{path}'", StringComparison.Ordinal) && !File.Exists(_folder.PathOf(path)))
            {
                _folder.Write(path, "");
                File.WriteAllBytes(_folder.PathOf(path), content);
            }
        }

        return sql.Replace(root, _folder.Path.Replace('\\', '/') + "/", StringComparison.Ordinal);
    }

    // In CSV a text that a spreadsheet would run has an apostrophe in front.
    private static string Name(JsonElement row, string column) => Text(row, column).TrimStart('\'');

    private static string Text(JsonElement row, string column) => row.GetProperty(column) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "";

    private static string Number(JsonElement row, string column) =>
        Text(row, column) is { Length: > 0 } number ? Carried(double.Parse(number, CultureInfo.InvariantCulture)) : "";

    // Twelve significant digits, by way of text.
    private static string Carried(double? value) => value is { } number
        ? double.Parse(number.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)
        : "";
}
