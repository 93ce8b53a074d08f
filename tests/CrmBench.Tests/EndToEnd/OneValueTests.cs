using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>
/// From any number on a page to every file that has it, and to its line in <c>data/</c>: one value. Each walk counts what it compared, by form, and
/// fails where a form that the site has was compared with nothing.
/// </summary>
public sealed class OneValueTests(DuckDb duckDb) : IClassFixture<DuckDb>, IDisposable
{
    // A site without a figure has nothing to compare.
    private static readonly string[] WithoutFigures = ["unusual/no-models"];

    // What pages compute and no file holds: of single ratings, and of how far raters agree.
    private static readonly string[] OnPagesAlone = ["~good", "~median", "/agreement/"];

    private const string Whole = "@all";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, int> _compared = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => WholeSite.Names;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_number_on_a_page_is_that_of_the_table_as_value_text_interval_count_and_line(string name)
    {
        var site = WholeSite.Open(name);
        var flat = FlatFigures.Of(site);

        foreach (var page in Pages(site))
        {
            foreach (var number in page.QuerySelectorAll("[data-key][data-value]"))
            {
                var key = number.GetAttribute("data-key")!;
                var value = double.Parse(number.GetAttribute("data-value")!, CultureInfo.InvariantCulture);
                if (!OnPagesAlone.Any(part => key.Contains(part, StringComparison.Ordinal)))
                {
                    CompareNumber(site, flat, number, key, value);
                }
            }
        }

        Assert.Equal(WithoutFigures.Contains(name), _compared.GetValueOrDefault("value") == 0);
        if (name == "boards")
        {
            ComparedAll("value", "text", "interval", "count", "coverage", "line", "of a year", "to the leader");
        }
        else if (name == "repairs")
        {
            ComparedAll("value", "text", "interval", "count", "at later prices");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ranks_and_coverage_on_a_page_are_those_of_the_table(string name)
    {
        var site = WholeSite.Open(name);
        var flat = FlatFigures.Of(site);
        var ranking = flat.Rows.Where(row => row["rank"].Length > 0 || row["rank_best"].Length > 0)
            .ToDictionary(row => $"{row["benchmark"]}/{row["release"]}/{row["method"]}/{row["submission_id"]}/{row["dimension"]}", StringComparer.Ordinal);

        foreach (var row in Pages(site).SelectMany(page => page.QuerySelectorAll("tr:has([data-key])")))
        {
            // Of a use case's own board the files have no ranks.
            var key = row.QuerySelectorAll("[data-key]").Select(number => number.GetAttribute("data-key")!).FirstOrDefault(key => ranking.ContainsKey(key));
            if (key is null || (row.QuerySelector("td.rank") ?? row.QuerySelector("td strong")) is not { } rank || PrintedFigure.In(rank.TextContent) is [] or null)
            {
                continue;
            }

            var (best, worst) = (ranking[key]["rank_best"], ranking[key]["rank_worst"]);
            string[] expected = best.Length == 0 ? [ranking[key]["rank"]] : best == worst ? [best] : [best, worst];
            Assert.Equal(expected, PrintedFigure.In(rank.TextContent));
            Count("rank");
            if (row.QuerySelector("td.cover .sr") is { } cover)
            {
                Assert.Equal($"{ranking[key]["use_cases_covered"]} of {ranking[key]["use_cases"]}", cover.TextContent.Replace('\u00a0', ' '));
                Count("coverage");
            }
        }

        Assert.Equal(ranking.Count > 0, _compared.GetValueOrDefault("rank") > 0);
        if (name == "boards")
        {
            ComparedAll("rank", "coverage");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_row_of_the_table_is_the_same_in_the_table_and_in_the_json_of_its_board(string name)
    {
        var site = WholeSite.Open(name);
        var boards = FlatFigures.Of(site).Rows.GroupBy(row => $"data/{row["benchmark"]}/{row["release"]}/{row["method"]}").ToArray();

        foreach (var board in boards)
        {
            var rows = board.ToArray();
            Assert.Equal(rows.Select(Line), QuotedTable.Read(site.Text($"{board.Key}.csv")).Select(Line));
            Assert.Equal(rows.Select(Line), ResultsFile.Read(site.Text($"{board.Key}.json"), rows[0].Keys).Select(Line));
            Count("board");
        }

        Assert.Equal(WithoutFigures.Contains(name), _compared.GetValueOrDefault("board") == 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_row_of_the_table_is_the_same_in_parquet(string name)
    {
        var site = WholeSite.Open(name);
        var flat = QuotedTable.Read(site.Text("data/figures.csv"));
        var path = _folder.Write("figures.parquet", "");
        await File.WriteAllBytesAsync(path, site.Files["data/figures.parquet"], TestContext.Current.CancellationToken);

        var rows = (await duckDb.QueryAsync($"select * from '{path.Replace('\\', '/')}'"))[0];

        Assert.Equal(
            flat.Select(row => Line(row.ToDictionary(field => field.Key, field => field.Key is "model" or "provider" or "variant" ? field.Value.TrimStart('\'') : field.Value))),
            rows.Select(row => Line(row.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ValueKind switch
            {
                JsonValueKind.Null => "",
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => field.Value.ToString(),
            }))));
        Assert.Equal(WithoutFigures.Contains(name), flat.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_scripts_compute_with_is_the_table_cell_by_cell(string name)
    {
        var site = WholeSite.Open(name);
        var flat = FlatFigures.Of(site);

        foreach (var path in site.Files.Keys.Where(path => path.EndsWith(".board.json", StringComparison.Ordinal)))
        {
            using var document = JsonDocument.Parse(site.Files[path]);
            var file = new ScriptFile(document.RootElement);
            foreach (var figure in file.Figures())
            {
                var row = flat.Find(figure.Key) ?? flat.Find(figure.Key.Replace(Whole, "", StringComparison.Ordinal));
                Assert.True(row is not null, figure.Key);
                Near(FlatFigures.Number(row, "value"), figure.Value, figure.Key);
                Count(figure.Low is null && figure.Count is null ? "value" : "figure");
                if (figure.Low is not null)
                {
                    Near(FlatFigures.Number(row, "interval_low"), figure.Low, figure.Key);
                    Near(FlatFigures.Number(row, "interval_high"), figure.High, figure.Key);
                    Count("interval");
                }

                if (figure.Count is not null)
                {
                    Assert.Equal(FlatFigures.Number(row, "n"), figure.Count);
                }
            }

            var ranked = flat.Rows.Where(row => row["rank"].Length > 0 && path == $"data/{row["benchmark"]}/{row["release"]}/{row["method"]}.board.json")
                .ToDictionary(row => row["submission_id"], StringComparer.Ordinal);
            foreach (var place in file.Places().Where(place => ranked.ContainsKey(place.Submission)))
            {
                var row = ranked[place.Submission];
                Assert.Equal((row["rank"], row["rank_best"], row["rank_worst"]), ($"{place.Rank}", $"{place.Best}", $"{place.Worst}"));
                Count("rank");
            }
        }

        if (name == "boards")
        {
            ComparedAll("value", "figure", "interval", "rank");
        }

        Assert.Equal(WithoutFigures.Contains(name), _compared.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_twin_in_markdown_prints_the_numbers_of_the_table(string name)
    {
        var site = WholeSite.Open(name);
        var flat = FlatFigures.Of(site);

        foreach (var board in Api(site, "leaderboards"))
        {
            var (benchmark, beginning) = (board.GetProperty("benchmark").GetString()!, $"{board.GetProperty("benchmark")}/{board.GetProperty("release")}/{board.GetProperty("method")}");
            var dimensions = Api(site, "benchmarks").Single(one => one.GetProperty("id").GetString() == benchmark).GetProperty("dimensions").EnumerateArray().ToArray();
            string[][] lines =
            [
                .. site.Text($"{board.GetProperty("page").GetString()}index.md").Split('\n').SkipWhile(line => !line.StartsWith("| --- |", StringComparison.Ordinal)).Skip(1)
                    .TakeWhile(line => line.StartsWith('|')).Select(line => line.Replace("\\|", "/", StringComparison.Ordinal).Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
            ];
            var submissions = ScriptRows(site, beginning);
            Assert.Equal(submissions.Length, lines.Count(line => line[0] != "yardstick"));
            foreach (var (line, submission) in lines.Zip(submissions))
            {
                var own = dimensions.Select(dimension => flat.Find($"{beginning}/{submission}/{dimension.GetProperty("id")}")).ToArray();
                for (var i = 0; i < own.Length; i++)
                {
                    CompareMarkdown(line[3 + i], own[i]);
                }

                if (own.FirstOrDefault(row => row is not null && row["rank"].Length > 0) is { } ranked)
                {
                    string[] range = ranked["rank_best"].Length == 0 ? [] : [.. new[] { ranked["rank_best"], ranked["rank_worst"] }.Distinct()];
                    Assert.Equal([ranked["rank"], .. range], PrintedFigure.In(line[0]));
                    Assert.Equal($"{ranked["use_cases_covered"]} of {ranked["use_cases"]}", line[^1]);
                    Count("rank");
                }
            }
        }

        if (name == "boards")
        {
            ComparedAll("value", "interval", "rank");
        }

        Assert.Equal(WithoutFigures.Contains(name), _compared.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_form_of_every_eval_ever_has_the_numbers_of_the_table(string name)
    {
        var site = WholeSite.Open(name);
        // A benchmark without use cases is one evaluation.
        var flat = FlatFigures.Of(site).Rows.Where(row => row["metric"].Length > 0).ToLookup(row =>
            $"data/{row["benchmark"]}/{row["release"]}/{row["method"]} {row["submission_id"]} {(row["part"].Length > 0 ? row["part"] : row["metric"])} {(row["use_case_id"].Length > 0 ? row["use_case_id"] : row["benchmark"])}");

        foreach (var path in site.Files.Keys.Where(path => path.EndsWith(".every-eval-ever.jsonl", StringComparison.Ordinal)))
        {
            foreach (var line in site.Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var record = JsonDocument.Parse(line);
                var submission = record.RootElement.GetProperty("source_metadata").GetProperty("additional_details").GetProperty("submission");
                foreach (var result in record.RootElement.GetProperty("evaluation_results").EnumerateArray())
                {
                    var row = flat[$"{path[..^".every-eval-ever.jsonl".Length]} {submission} {result.GetProperty("metric_config").GetProperty("metric_id")} {result.GetProperty("evaluation_name")}"].First();
                    var details = result.GetProperty("score_details");
                    Assert.Equal(row["value"], details.GetProperty("score").GetRawText());
                    Count("value");
                    if (details.TryGetProperty("uncertainty", out var uncertainty))
                    {
                        var interval = uncertainty.TryGetProperty("confidence_interval", out var ends) ? ends : (JsonElement?)null;
                        Assert.Equal((row["interval_low"], row["interval_high"], row["level"]), (Raw(interval, "lower"), Raw(interval, "upper"), Raw(interval, "confidence_level")));
                        Assert.Equal(row["n"], Raw(uncertainty, "num_samples"));
                        Count("interval and count");
                    }
                    else
                    {
                        Assert.Equal(("", ""), (row["interval_low"], row["n"]));
                    }
                }
            }
        }

        // Of what was measured in the row's own run alone; some of these sites have no such figure.
        if (name is "boards" or "minimal" or "repairs")
        {
            ComparedAll("value", "interval and count");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_lists_of_the_api_say_of_a_figure_what_the_table_says(string name)
    {
        var site = WholeSite.Open(name);
        var flat = FlatFigures.Of(site).Rows.ToArray();
        var boards = Api(site, "leaderboards").ToArray();
        foreach (var board in boards)
        {
            var own = flat.Where(row => row["benchmark"] == board.GetProperty("benchmark").GetString() && row["release"] == board.GetProperty("release").GetString()
                && row["method"] == board.GetProperty("method").GetString()).ToArray();
            var beginning = $"{board.GetProperty("benchmark")}/{board.GetProperty("release")}/{board.GetProperty("method")}";
            Assert.Equal(ScriptRows(site, beginning).Length, board.GetProperty("rows").GetInt32());
            Assert.Equal(own.Count(row => row["rank"].Length > 0), board.GetProperty("ranked").GetInt32());
            Assert.All(own, row => Assert.Equal((row["status"], row["invented"]), (board.GetProperty("status").GetString(), board.GetProperty("invented").GetRawText())));
            Assert.All(own.Where(row => row["rank"].Length > 0), row => Assert.Equal(board.GetProperty("rank_by").GetString(), row["dimension"]));
        }

        // Each once: unit, direction and scale of what was measured; weights; names.
        var benchmarks = Api(site, "benchmarks").ToDictionary(one => one.GetProperty("id").GetString()!, StringComparer.Ordinal);
        foreach (var row in flat.DistinctBy(row => (row["benchmark"], row["dimension"], row["metric"], row["part"])))
        {
            var dimension = ById(benchmarks[row["benchmark"]].GetProperty("dimensions"), row["dimension"]);
            var metric = row["metric"].Length == 0 ? dimension : ById(dimension.GetProperty("metrics"), row["metric"]);
            var measure = row["part"].Length == 0 ? metric : ById(metric.GetProperty("parts"), row["part"]);
            Assert.Equal((row["unit"], row["direction"]), (measure.GetProperty("unit").GetString(), measure.GetProperty("better").GetString()));
            Count("measure");
        }

        foreach (var row in flat.Where(row => row["use_case_id"].Length > 0).DistinctBy(row => (row["benchmark"], row["use_case_id"])))
        {
            Assert.Equal(row["weight"], ById(benchmarks[row["benchmark"]].GetProperty("use_cases"), row["use_case_id"]).GetProperty("weight").GetRawText());
            Count("use case");
        }

        var models = Api(site, "models").ToDictionary(one => one.GetProperty("id").GetString()!, StringComparer.Ordinal);
        Assert.All(flat, row => Assert.Equal(
            (row["model"].TrimStart('\''), row["provider_id"]), (models[row["model_id"]].GetProperty("name").GetString(), models[row["model_id"]].GetProperty("provider").GetString())));
        var submissions = Api(site, "releases").SelectMany(
            release => release.GetProperty("submissions").EnumerateArray(), (release, one) => $"{release.GetProperty("benchmark")}/{release.GetProperty("id")}/{one.GetProperty("id")}/{one.GetProperty("model")}").ToHashSet(StringComparer.Ordinal);
        Assert.All(flat, row => Assert.Contains($"{row["benchmark"]}/{row["release"]}/{row["submission_id"]}/{row["model_id"]}", submissions));
        Assert.Equal(
            QuotedTable.Read(site.Text("data/prices.csv")).Select(row => $"{row["model_id"]} {row["input_usd_per_mtok"]} {row["output_usd_per_mtok"]} {row["cached_input_usd_per_mtok"]} {row["valid_from"]} {row["valid_to"]}"),
            Api(site, "prices").Select(price => $"{price.GetProperty("model")} {price.GetProperty("input_usd_per_mtok")} {price.GetProperty("output_usd_per_mtok")} {price.GetProperty("cached_input_usd_per_mtok")} {price.GetProperty("valid_from")} {price.GetProperty("valid_to")}"));
        Assert.NotEmpty(boards);
        if (!WithoutFigures.Contains(name))
        {
            ComparedAll("measure", "use case");
        }
    }

    // What search engines and language models are given names boards, days and files, and no figure that could differ.
    [Theory]
    [MemberData(nameof(Names))]
    public void Markup_for_search_engines_and_llms_txt_name_the_files_and_hold_no_figure_of_their_own(string name)
    {
        var site = WholeSite.Open(name);
        var root = site.Scored.Catalogue.Site.BaseUrl.AbsoluteUri;
        var days = Api(site, "leaderboards").ToDictionary(board => $"{root}{board.GetProperty("page").GetString()}", board => board.GetProperty("date").GetString(), StringComparer.Ordinal);

        foreach (var markup in Pages(site).SelectMany(page => page.QuerySelectorAll("script[type='application/ld+json']")))
        {
            using var document = JsonDocument.Parse(markup.TextContent);
            Assert.DoesNotContain(Leaves(document.RootElement), leaf => leaf.ValueKind == JsonValueKind.Number);
            if (document.RootElement.TryGetProperty("url", out var url) && days.TryGetValue(url.GetString()!, out var day))
            {
                Assert.Equal(day, document.RootElement.GetProperty("datePublished").GetString());
                Count("day");
            }

            foreach (var file in document.RootElement.TryGetProperty("distribution", out var files) ? files.EnumerateArray() : [])
            {
                Assert.Contains(file.GetProperty("contentUrl").GetString()![root.Length..], site.Files.Keys);
                Count("file");
            }
        }

        var addresses = site.Text("llms.txt").Split('(', ')').Where(part => part.StartsWith(root, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Contains(address.EndsWith('/') ? $"{address[root.Length..]}index.html" : address[root.Length..], site.Files.Keys));
        if (name == "boards")
        {
            ComparedAll("day", "file");
        }
    }

    private void CompareNumber(WholeSite site, FlatFigures flat, IElement number, string key, double value)
    {
        var parts = key.Split('/');
        // A key of a use case's own board names the use case before the row.
        var (beginning, figure, useCase) = parts.Length == 6
            ? ($"{parts[0]}/{parts[1]}/{parts[2]}/{parts[4]}", parts[5], parts[3])
            : (string.Join('/', parts[..4]), parts[4], null);
        switch (figure.Split('*'))
        {
            case [_]:
                // A benchmark without use cases has one for all, which has no name in the files.
                Compare(site, flat.Find($"{beginning}/{figure}{(useCase is null ? "" : $"@{useCase}")}") ?? flat.Find($"{beginning}/{figure.Replace(Whole, "", StringComparison.Ordinal)}"), number, key, value);
                break;
            case [var dimension, var year] when year.StartsWith("year@", StringComparison.Ordinal):
                var calls = QuotedTable.Read(site.Text("data/use-cases.csv")).Single(row => row["benchmark"] == parts[0] && row["id"] == year["year@".Length..])["calls_per_year"];
                Near(FlatFigures.Number(flat.Find($"{beginning}/{dimension}@{year["year@".Length..]}")!, "value") * double.Parse(calls, CultureInfo.InvariantCulture), value, key);
                Assert.True(PrintedFigure.Is(number.TextContent, value), $"{key}: {number.TextContent}");
                Count("of a year");
                break;
            case [var dimension, "leader"]:
                var own = flat.Find($"{beginning}/{dimension}")!;
                var others = flat.Rows.Where(row => row["kind"] == "dimension" && row["use_case_id"].Length == 0 && row["dimension"] == dimension && row["standing"] == "complete"
                    && $"{row["benchmark"]}/{row["release"]}/{row["method"]}" == string.Join('/', parts[..3]) && row["value"].Length > 0).Select(row => FlatFigures.Number(row, "value")!.Value).ToArray();
                Near(FlatFigures.Number(own, "value") - (own["direction"] == "higher" ? others.Max() : others.Min()), value, key);
                Count("to the leader");
                break;
            case [_, "repriced"]:
                var costs = QuotedTable.Read(site.Text("data/costs-at-later-prices.csv")).Where(row => row["benchmark"] == parts[0] && row["release"] == parts[1]
                    && row["submission_id"] == beginning.Split('/')[3] && (useCase is null || row["use_case_id"] == useCase)).ToArray();
                Near(costs.Average(row => FlatFigures.Number(row, "usd")), value, key);
                Count("at later prices");
                break;
            default:
                Assert.Fail($"{key}: nobody says how this is looked up.");
                break;
        }
    }

    private void Compare(WholeSite site, IReadOnlyDictionary<string, string>? row, IElement number, string key, double value)
    {
        Assert.True(row is not null, $"{key} is not in the table.");
        Assert.Equal(FlatFigures.Number(row, "value"), value);
        Count("value");
        var times = row["unit"] == "usd" ? 1000 : 1;
        Assert.True(PrintedFigure.Is(number.TextContent, value, times), $"{key}: {number.TextContent} is not {value}");
        Count("text");
        var (low, high) = (FlatFigures.Number(row, "interval_low"), FlatFigures.Number(row, "interval_high"));
        var cell = number.ParentElement!;
        if (cell.QuerySelectorAll("[data-key]").Length == 1 && cell.QuerySelector(".spread") is { } spread)
        {
            IsInterval(spread.TextContent, low, high, times, key);
        }

        if (cell.QuerySelectorAll("[data-key]").Length == 1 && cell.QuerySelector(".share") is { } share && PrintedFigure.In(share.TextContent).Length > 0)
        {
            Assert.Equal($"{row["use_cases_covered"]} of {row["use_cases"]}", share.TextContent.Replace('\u00a0', ' '));
            Count("coverage");
        }

        // A model's own table: value, interval, what it rests on, source.
        if (cell is { LocalName: "td", ParentElement: { } line } && line.Children is [_, var own, var interval, var words, var source] && own == cell && words.ClassName == "words")
        {
            IsInterval(interval.TextContent, low, high, times, key);
            // Of an interval that was published a page says no more than that.
            if (row["n"].Length > 0 && row["n_of"].Length > 0 && low is not null && row["basis"] != "published")
            {
                Assert.Contains(long.Parse(row["n"], CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture), PrintedFigure.In(words.TextContent));
                Count("count");
            }

            if (row["line"].Length > 0)
            {
                Assert.EndsWith($"/{row["path"]}#L{row["line"]}", source.QuerySelector("a")!.GetAttribute("href")!.Split('?')[0], StringComparison.Ordinal);
            }
        }

        if (row["line"].Length > 0)
        {
            Assert.Contains(value, FieldsAt(Path.Combine(site.Folder, row["path"]), int.Parse(row["line"], CultureInfo.InvariantCulture)));
            Count("line");
        }
    }

    private void IsInterval(string text, double? low, double? high, double times, string key)
    {
        if (low is null || high is null)
        {
            Assert.True(PrintedFigure.In(text) is [], $"{key}: {text} is an interval, and the table has none");
            return;
        }

        Assert.True(PrintedFigure.IsInterval(text.Trim(), low.Value, high.Value, times), $"{key}: {text.Trim()} is not {low} to {high}");
        Count("interval");
    }

    private void CompareMarkdown(string cell, IReadOnlyDictionary<string, string>? row)
    {
        var plain = cell.Replace("\\", "", StringComparison.Ordinal).Replace("(measured elsewhere)", "", StringComparison.Ordinal).Replace('\u00a0', ' ').Trim();
        if (row is null || row["value"].Length == 0)
        {
            // Nothing, or the name of a band of cost.
            Assert.Empty(PrintedFigure.In(plain));
            return;
        }

        var times = row["unit"] == "usd" ? 1000 : 1;
        Assert.True(PrintedFigure.Is(PrintedFigure.In(plain)[0], FlatFigures.Number(row, "value")!.Value, times), $"{plain} is not {row["value"]}");
        Count("value");
        if (plain.IndexOfAny(['±', '(']) is var start and >= 0)
        {
            Assert.True(
                PrintedFigure.IsInterval(plain[start..].TrimStart('('), FlatFigures.Number(row, "interval_low")!.Value, FlatFigures.Number(row, "interval_high")!.Value, times),
                $"{plain} is not {row["interval_low"]} to {row["interval_high"]}");
            Count("interval");
        }
        else
        {
            Assert.Equal("", row["interval_low"]);
        }
    }

    private void Count(string form) => _compared[form] = _compared.GetValueOrDefault(form) + 1;

    private void ComparedAll(params string[] forms) => Assert.All(forms, form => Assert.True(_compared.GetValueOrDefault(form) > 0, $"Nothing was compared: {form}."));

    private static void Near(double? expected, double? actual, string what) => Assert.True(
        expected is { } one && actual is { } other && Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one)), $"{what}: {expected} and {actual}");

    private static IEnumerable<IDocument> Pages(WholeSite site) => site.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal))
        .Select(file => Encoding.UTF8.GetString(file.Value)).Where(text => text.Contains("data-key", StringComparison.Ordinal) || text.Contains("ld+json", StringComparison.Ordinal))
        .Select(text => new HtmlParser().ParseDocument(text));

    private static JsonElement[] Api(WholeSite site, string list)
    {
        using var document = JsonDocument.Parse(site.Files[$"api/v1/{list}.json"]);
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(entry => entry.Clone())];
    }

    private static string[] ScriptRows(WholeSite site, string board)
    {
        using var document = JsonDocument.Parse(site.Files[$"data/{board}.board.json"]);
        return [.. document.RootElement.GetProperty("rows").GetProperty("submission").EnumerateArray().Select(id => id.GetString()!)];
    }

    private static JsonElement ById(JsonElement list, string id) => list.EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == id);

    private static string Raw(JsonElement? of, string name) => of is { } element && element.TryGetProperty(name, out var value) ? value.GetRawText() : "";

    private static string Line(IReadOnlyDictionary<string, string> row) =>
        string.Join('|', row.Select(field => double.TryParse(field.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? $"{number:R}" : field.Value));

    private static IEnumerable<JsonElement> Leaves(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Leaves(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
        _ => [element],
    };

    // The numbers of a line, and their quotients: money is spent on so many calls.
    private static IEnumerable<double> FieldsAt(string path, int line)
    {
        double[] numbers =
        [
            .. File.ReadLines(path).ElementAt(line - 1).Split(',')
                .Select(field => double.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
                .Where(double.IsFinite),
        ];
        return numbers.Concat(from one in numbers from other in numbers where other > 0 select one / other)
            .Select(number => double.Parse(number.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }
}
