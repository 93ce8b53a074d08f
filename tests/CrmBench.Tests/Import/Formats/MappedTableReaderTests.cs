using System.Text;
using CrmBench.Core.Model;
using CrmBench.Import;
using CrmBench.Import.Formats;
using CrmBench.Import.Kernel;
using CrmBench.Tests.Data;

namespace CrmBench.Tests.Import.Formats;

public class MappedTableReaderTests
{
    private static readonly ImportOptions s_manual = ImportRun.Options with { Method = "manual" };

    [Fact]
    public void A_wide_table_of_shares_becomes_scores_of_two_submissions()
    {
        var run = Run("board.csv", "mapping.json", ImportRun.Options with { Method = "automated" });

        var submissions = run.Written().Benchmarks[0].Releases[0].Submissions;
        var plain = submissions.Single(submission => submission.Sources[0].Title == "board.csv" && submission.Variant.Length == 0);
        Assert.Empty(run.Errors);
        Assert.Equal(
            [("safety", 95.0, 200), ("privacy-names", 87.5, 200)],
            plain.Scores.Select(score => (score.Metric, score.Value, score.Count)).OrderByDescending(score => score.Value));
        Assert.Contains(run.Result.Files, file => file.Path.EndsWith("/acme-two-high/scores.csv", StringComparison.Ordinal));
        Assert.Equal(
            [("Comment", "from our board"), ("use_case", "Small talk")], run.Result.Report.Select(left => (left.Field, left.Value)));
    }

    [Fact]
    public void A_table_of_ratings_by_people_names_no_judge()
    {
        var submission = Run("ratings.csv", "ratings-mapping.json", s_manual).Submission();

        Assert.Equal(("manual", 3), (submission.Method, submission.Ratings!.Count));
        Assert.Empty(submission.Judges);
    }

    [Fact]
    public void Calls_and_money_may_be_of_a_profile()
    {
        var calls = Run("calls.csv", "calls-mapping.json", ImportRun.Options).Submission().Calls;
        var cost = Assert.Single(Run("costs.csv", "costs-mapping.json", ImportRun.Options).Submission().Costs);

        Assert.Equal(
            [("short", CallStatus.Ok), ("short", CallStatus.Timeout), ("long", CallStatus.Ok)],
            calls.Select(call => (call.At.Profile, call.Status)));
        Assert.Equal(("short", 0.0035), (cost.At.Profile, Math.Round(cost.UsdPerCall!.Value, 12)));
    }

    [Fact]
    public void The_three_tables_that_are_shown_are_imported_as_they_say()
    {
        var runs = MappingExamples.All.Select(example => ImportRun.Into(
            Sites.Minimal,
            "csv",
            ImportRun.Options with { Mapping = ImportRun.FileOf("m.json", example.Mapping), Variant = "shown" },
            ImportRun.FileOf("t.csv", example.Table))).ToList();

        Assert.All(runs, run => Assert.Empty(run.Errors));
        Assert.All(runs, run => run.Written());
        Assert.Contains("call-summary,factuality,manual,3.45,40,table\n", Text(runs[0], "acme-one-shown/scores.csv"), StringComparison.Ordinal);
        Assert.Contains("call-summary,safety,,97.5,,table\n", Text(runs[0], "acme-one-shown/scores.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("safety", Text(runs[0], "acme-two-shown/scores.csv"), StringComparison.Ordinal);
        Assert.Equal("use_case,usd,per,source\ncall-summary,0.0012,1,table\n", Text(runs[0], "acme-two-shown/costs.csv"));
        Assert.Equal(
            "use_case,item,rater,factuality\ncall-summary,row-1,person-1,4\ncall-summary,row-1,person-2,3\n" +
            "call-summary,row-2,person-1,3\ncall-summary,row-2,person-2,3\nemail-draft,row-3,person-1,2\n",
            Text(runs[1], "acme-one-shown/ratings.csv"));
        Assert.Equal(
            "use_case,metric,value,n,low,high,level,source\ncall-summary,safety,95,200,91,98,0.95,table\n",
            Text(runs[2], "acme-one-shown/scores.csv"));
    }

    [Theory]
    [InlineData("71.5%", ".", null, true, "71.5")]
    [InlineData("71.5 %", ".", null, false, "71.5")]
    [InlineData("0.715", ".", null, true, "71.5")]
    [InlineData("0.56", ".", null, true, "56")]
    [InlineData("71,5", ",", null, false, "71.5")]
    [InlineData("71,5\u00a0%", ",", ".", true, "71.5")]
    [InlineData("7.15e1", ".", null, false, "71.5")]
    [InlineData("+71.50", ".", null, false, "71.5")]
    public void A_percentage_is_read_as_it_is_written(string text, string sign, string? thousands, bool share, string value)
    {
        var mapping = $$"""
            {"schema": 1, "table": "scores", "delimiter": ";", "decimal": "{{sign}}"{{(thousands is null ? "" : $", \"thousands\": \"{thousands}\"")}},
             "columns": {"model": "M"}, "metric_columns": {"safety": {"column": "S", "share": {{(share ? "true" : "false")}} } } }
            """;

        var run = Table($"M;S\nacme-one;{text}\n", mapping, ImportRun.Options with { Method = "automated" });

        Assert.Empty(run.Errors);
        Assert.Contains($",safety,{value},", run.Text("scores.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.234,5", ",", "\".\"", "1234.5")]
    [InlineData("1 234,5", ",", "\" \"", "1234.5")]
    [InlineData("1\u202f234", ",", "\" \"", "1234")]
    [InlineData("1\u2019234.5", ".", "\"'\"", "1234.5")]
    [InlineData("$1,234.50", ".", "\",\"", "1234.5")]
    [InlineData("12 USD", ".", "\",\"", "12")]
    public void Money_is_read_in_the_writing_that_the_mapping_names(string text, string sign, string thousands, string usd)
    {
        var mapping = $$"""
            {"schema": 1, "table": "costs", "delimiter": ";", "decimal": "{{sign}}", "thousands": {{thousands}},
             "columns": {"model": "M", "use_case": "T", "usd": "C" } }
            """;

        Assert.Equal($"use_case,usd,per,source\ncall-summary,{usd},1,table\n", Table($"M;T;C\nacme-one;call-summary;{text}\n", mapping).Text("costs.csv"));
    }

    [Theory]
    [InlineData("3,45", "Numbers are read with '.' as their decimal sign. Correct 'decimal' and 'thousands' in the mapping, or the table.")]
    [InlineData("1.234.5", "Numbers are read with '.'")]
    [InlineData("n.a.", "If it means that nothing was measured, add it to 'missing' in the mapping; or correct the table.")]
    [InlineData("about three and a half", "Correct the table, or map another column.")]
    [InlineData("71%", "Its sign '%' is not that of a grade.")]
    [InlineData("3.4 s", "Its sign 's' is not that of a grade.")]
    [InlineData("3 \u20ac", "Its sign '\u20ac' is not that of a grade.")]
    [InlineData("(3)", "If it means")]
    [InlineData("NaN", "If it means")]
    [InlineData("1e99", "If it means")]
    public void A_text_that_is_no_number_is_refused_with_what_the_mapping_can_do(string text, string cure)
    {
        var mapping = """{"schema": 1, "table": "scores", "columns": {"model": "M"}, "metric_columns": {"factuality": "F"}}""";

        var run = Table($"M,F\nacme-one,\"{text}\"\n", mapping, s_manual);

        Assert.StartsWith($"t.csv:2:10: error CB1143: '{text}' is not read as a number. {cure}", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_factor_a_spread_and_an_interval_are_in_the_unit_of_the_value()
    {
        var mapping = """
            {"schema": 1, "table": "scores", "columns": {"model": "M"}, "metric_columns": {
              "seconds": {"column": "ms", "factor": 0.001, "sd": "sd", "n": "n"},
              "safety": {"column": "safe", "method": "automated", "share": true, "low": "lo", "high": "hi"},
              "usd": {"column": "gone", "optional": true}}}
            """;

        var text = Table("M,ms,sd,n,safe,lo,hi\nacme-one,2400,300,50.0,0.9,85%,0.95\n", mapping).Text("scores.csv");

        Assert.Equal("use_case,metric,value,n,sd,low,high,source\n,safety,90,,,85,95,table\n,seconds,2.4,50,0.3,,,table\n", text);
    }

    // s = SE sqrt(n) and, where n is not said, 1.96 standard errors on either side.
    [Fact]
    public void A_standard_error_becomes_a_deviation_where_the_number_is_known_and_an_interval_elsewhere()
    {
        var mapping = """
            {"schema": 1, "table": "scores", "columns": {"model": "M"}, "metric_columns": {
              "seconds": {"column": "ms", "factor": 0.001, "se": "e", "n": "n"},
              "safety": {"column": "safe", "method": "automated", "share": true, "se": "es"}}}
            """;

        var scores = Table("M,ms,e,n,safe,es\nacme-one,2400,40,25,0.9,0.02\nacme-two,2400,,25,0.9,0\n", mapping).Written().Benchmarks[0].Releases[0].Submissions
            .Where(submission => submission.Sources[0].Title == "t.csv").OrderBy(submission => submission.Model, StringComparer.Ordinal)
            .Select(submission => submission.Scores.ToDictionary(score => score.Metric, StringComparer.Ordinal)).ToList();

        Assert.Equal((25, 0.2), (scores[0]["seconds"].Count, Math.Round(scores[0]["seconds"].StandardDeviation!.Value, 9)));
        Assert.Equal((86.08, 93.92, 0.95), (Math.Round(scores[0]["safety"].Low!.Value, 3), Math.Round(scores[0]["safety"].High!.Value, 3), scores[0]["safety"].Level));
        Assert.Null(scores[1]["seconds"].StandardDeviation);
        Assert.Null(scores[1]["safety"].Low);
    }

    [Fact]
    public void A_standard_error_and_what_is_made_of_it_contradict_each_other() =>
        Assert.Contains("Keep 'se', 'sd', or 'low' and 'high'.", Assert.Single(Table(
            "M,F,e,d\nacme-one,3,1,1\n",
            """{"schema": 1, "table": "scores", "columns": {"model": "M"}, "metric_columns": {"factuality": {"column": "F", "se": "e", "sd": "d"}}}""",
            s_manual).Errors), StringComparison.Ordinal);

    [Fact]
    public void With_several_methods_the_one_who_imports_is_asked_and_nothing_is_guessed()
    {
        var mapping = """{"schema": 1, "table": "scores", "columns": {"model": "M"}, "metric_columns": {"factuality": "F", "completeness": "C", "seconds": "S"}}""";

        var run = Table("M,F,C,S\nacme-one,3.5,3.1,2\n", mapping);

        Assert.Equal(
            "t.csv:2:14: error CB1140: Nothing here says who judged 'completeness', 'factuality': manual (people) or automated (programs or models). " +
            "Say it with --method manual, or in the mapping: \"constants\": { \"method\": \"manual\" }.",
            Assert.Single(run.Errors));
        Assert.Equal(["completeness", "factuality"], Assert.Single(run.Result.OpenMethods).Metrics);
        Assert.Empty(run.Result.Files);
        Assert.Contains(",completeness,manual,3.1,", Table("M,F,C,S\nacme-one,3.5,3.1,2\n", mapping, s_manual).Text("scores.csv").Replace(",,3.1", ",manual,3.1", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"schema": 1, "table": "scores", "columns": {"model": "M"}, "metric_columns": {"factuality": "F"}, "constants": {"method": "by hand"}}""", "t.csv:2:1: error CB1146: 'factuality' is not judged by 'by hand', but by manual or automated. Name one of these")]
    [InlineData("""{"schema": 1, "table": "scores", "columns": {"model": "M"}, "metric_columns": {"pass-1": {"column": "F", "method": "manual"}}}""", "m.json:1:116: error CB1146: 'pass-1' is not judged by 'manual', but by automated.")]
    [InlineData("""{"schema": 1, "table": "scores", "columns": {"model": "M"}, "metric_columns": {"factuality": {"column": "F", "share": true}}}""", "m.json:1:119: error CB1144: 'factuality' is no percentage, so it has no shares. Correct the mapping.")]
    [InlineData("""{"schema": 1, "table": "scores", "tables": []}""", "m.json:1:24: error CB1144: It has 'table' and 'tables'. Keep one of the two. Correct the mapping.")]
    [InlineData("""{"schema": 1, "table": "scores", "decimal": ",", "thousands": ","}""", "m.json:1:63: error CB1144: ',' cannot be both")]
    [InlineData("""{"schema": 1, "table": "scors"}""", "m.json:1:24: error CB0412: 'scors' is not known for 'table'.")]
    [InlineData("""{"schema": 1, "table": "scores", "columns": {"modle": "a"}}""", "m.json:1:46: error CB1118: There is no column 'modle'. Did you mean 'model'?")]
    [InlineData("""{"schema": 1, "table": "scores", "metrics": {"acc": "safty"}}""", "m.json:1:53: error CB0416: There is no metric 'safty'. Did you mean 'safety'?")]
    [InlineData("""{"schema": 1, "table": "scores", "columns": {"model": "System"}, "metric_columns": {"seconds": "F"}}""", "m.json:1:55: error CB1142: The table has no column 'System' (t.csv:1:1). Correct the mapping: the columns are 'M', 'F'.")]
    [InlineData("""{"schema": 1, "table": "scores", "delimiter": ";", "columns": {"model": "M"}, "metric_columns": {"seconds": "F"}}""", "m.json:1:73: error CB1142: The fields of the table are not separated as the mapping says (t.csv:1:1). Correct the mapping: \"delimiter\": \",\".")]
    [InlineData("""{"schema": 1, "table": "scores", "metric_columns": {"seconds": "F"}}""", "m.json: error CB1144: Nothing says which model the rows of 'scores' are about.")]
    [InlineData("""{"schema": 1, "table": "costs", "columns": {"model": "M", "usd": "F"}}""", "m.json: error CB1144: Nothing says which use case the rows of 'costs' are of.")]
    public void A_mapping_that_cannot_be_followed_is_refused_at_its_place(string mapping, string message)
    {
        var run = Table("M,F\nacme-one,3.5\n", mapping);

        Assert.Contains(run.Errors, error => error.StartsWith(message, StringComparison.Ordinal));
        Assert.Empty(run.Result.Files);
    }

    [Fact]
    public void Rows_without_a_model_a_use_case_or_a_figure_are_left_out_and_counted()
    {
        var mapping = """{"schema": 1, "table": "costs", "missing": ["-"], "columns": {"model": "M", "use_case": "T", "usd": "C"}, "where": {"T": {"not": ["all"]}}}""";

        var run = Table("M,T,C\nacme-one,call-summary,0.5\n,call-summary,1\nacme-two,,1\nacme-two,call-summary,-\n,,\nacme-two,all,1\n", mapping);

        Assert.Equal("use_case,usd,per,source\ncall-summary,0.5,1,table\n", run.Text("costs.csv"));
        Assert.Equal(
            [
                "3 The row names no model and is left out.", "4 The row names no use case and is left out.", "4 Not one figure of this model could be mapped.", "5 The row says no money and is left out.",
                "5 The mapping says that nothing is known here.", "7 The mapping's 'where' leaves the row out.",
            ],
            run.Result.Report.Select(left => $"{left.Place.Line} {left.Reason}"));
    }

    [Fact]
    public void The_header_may_stand_below_a_title_and_unused_columns_may_be_nameless_or_doubled()
    {
        var mapping = """{"schema": 1, "table": "scores", "delimiter": "tab", "header_row": 3, "columns": {"model": "M"}, "metric_columns": {"seconds": "Seconds (mean)"}}""";

        var run = Table("Our results\t\t\t\t\n\nM\tSeconds\n(mean)\t\t\tx\n".Replace("Seconds\n(mean)", "\"Seconds\n(mean)\"", StringComparison.Ordinal) + "acme-one\t2\t\t\ty\n", mapping);

        Assert.Contains(",seconds,2,", run.Text("scores.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_an_older_spreadsheet_is_read_in_its_encoding()
    {
        var mapping = ImportRun.FileOf("m.json", """{"schema": 1, "table": "scores", "encoding": "windows-1252", "columns": {"model": "M\u00fcller"}, "metric_columns": {"seconds": "S"}}""");

        var run = ImportRun.Into(
            Sites.Minimal, "csv", ImportRun.Options with { Mapping = mapping }, new ImportFile("t.csv", Encoding.Latin1.GetBytes("M\u00fcller,S\nacme-one,2\n")));

        Assert.Contains(",seconds,2,", run.Text("scores.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cost_of_zero_is_left_out_unless_it_is_confirmed()
    {
        var mapping = """{"schema": 1, "columns": {"model": "M", "use_case": "T"}, "tables": [{"table": "costs", "columns": {"usd": "C"}}, {"table": "scores", "metric_columns": {"seconds": "S"}}]}""";
        const string Sheet = "M,T,C,S\nacme-one,call-summary,0.00,2\n";

        var run = Table(Sheet, mapping);
        var confirmed = Table(Sheet, mapping, ImportRun.Options with { Free = true });

        Assert.DoesNotContain(run.Result.Files, file => file.Path.EndsWith("costs.csv", StringComparison.Ordinal));
        Assert.Contains("--free", Assert.Single(run.Result.Report).Reason, StringComparison.Ordinal);
        Assert.Equal("use_case,usd,per,source\ncall-summary,0,1,table\n", confirmed.Text("costs.csv"));
        Assert.Contains("CB1105", Assert.Single(Table("M,T,C\nacme-one,call-summary,0\n", """{"schema": 1, "table": "costs", "columns": {"model": "M", "use_case": "T", "usd": "C"}}""").Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_model_is_added_with_what_the_table_says_of_it()
    {
        var mapping = """
            {"schema": 1, "table": "scores", "columns": {"model": "M", "provider": "P", "openness": "O", "licence": "L", "released": "R"}, "metric_columns": {"seconds": "S"}}
            """;
        const string Sheet = "M,P,O,L,R,S\nNova 3,Nova Labs,Open weights,MIT,2026-05-01,2\nnova-3,Nova Labs,,,,3\n";

        var refused = Table(Sheet, mapping);
        var added = Table(Sheet.Replace("nova-3,Nova Labs,,,,3\n", "", StringComparison.Ordinal), mapping, ImportRun.Options with { AddModels = true });

        Assert.Equal("nova-3,Nova 3,nova-labs,2026-05-01,open-weights,MIT,,,", refused.Result.UnknownModels[0].Row);
        Assert.Equal("nova-labs,Nova Labs,,", refused.Result.UnknownModels[0].ProviderRow);
        Assert.Empty(added.Errors);
        Assert.EndsWith("\nnova-labs,Nova Labs,,\n", added.Result.Files.Single(file => file.Path == "providers.csv").Text, StringComparison.Ordinal);
        Assert.Equal("Nova 3", added.Written().Models["nova-3"].Name);
    }

    [Theory]
    [InlineData("Nova 3,", "CB1141: The model 'Nova 3' cannot be added: nothing says who offers it.")]
    [InlineData("\u901a\u4e49,acme", "CB1141: The model '\u901a\u4e49' cannot be added: its name has no letter or digit")]
    public void A_model_that_cannot_be_added_is_refused(string model, string message)
    {
        var mapping = """{"schema": 1, "table": "scores", "columns": {"model": "M", "provider": "P"}, "metric_columns": {"seconds": "S"}}""";

        var run = Table($"M,P,S\n{model},2\n", mapping, ImportRun.Options with { AddModels = true });

        Assert.Contains(message, Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void What_check_would_refuse_is_found_before_anything_is_written()
    {
        var mapping = """{"schema": 1, "table": "costs", "columns": {"model": "M", "use_case": "T", "usd": "C"}}""";
        var run = Table("M,T,C\nacme-one,call-summary,-1\n", mapping);
        var found = new CrmBench.Core.Diagnostics.DiagnosticBag();

        ImportWriter.Check(run.Result, Sites.Minimal, found);

        Assert.True(found.HasErrors);
    }

    [Fact]
    public void Two_costs_of_one_use_case_are_refused_with_both_places()
    {
        var mapping = """{"schema": 1, "table": "costs", "columns": {"model": "M", "use_case": "T", "usd": "C"}}""";

        var run = Table("M,T,C\nacme-one,call-summary,1\nacme-one,call-summary,2\n", mapping);

        Assert.StartsWith("t.csv:3:1: error CB1111: A figure for the cost of call-summary stands already in t.csv:2:1.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private static ImportRun Run(string table, string mapping, ImportOptions options) =>
        ImportRun.Of("csv", options with { Mapping = ImportRun.Fixture($"csv/{mapping}") }, $"csv/{table}");

    private static ImportRun Table(string table, string mapping, ImportOptions? options = null) => ImportRun.Into(
        Sites.Minimal, "csv", (options ?? ImportRun.Options) with { Mapping = ImportRun.FileOf("m.json", mapping) }, ImportRun.FileOf("t.csv", table));

    private static string Text(ImportRun run, string path) =>
        run.Result.Files.Single(file => file.Path.EndsWith("/" + path, StringComparison.Ordinal)).Text;
}
