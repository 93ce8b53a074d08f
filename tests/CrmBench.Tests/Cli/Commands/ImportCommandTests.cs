using CrmBench.Cli;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Forms;
using CrmBench.Import.Kernel;
using CrmBench.Tests.Import.Formats;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli.Commands;

public sealed class ImportCommandTests : IDisposable
{
    // What an import joins row by row; other files of a submission stay as they are.
    private static readonly TableForm[] Tables = [SubmissionForms.Scores, SubmissionForms.Ratings, SubmissionForms.Latencies, SubmissionForms.Costs];

    private readonly TemporaryFolder _folder = new();

    public ImportCommandTests() => _folder.Copy(Repository.PathOf("tests/sites/minimal"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_of_results_becomes_submissions_that_pass_the_check()
    {
        _folder.Copy(Repository.PathOf("tests/CrmBench.Tests/Import/Fixtures/promptfoo"), "results");

        var run = Import("promptfoo", "results", "--variant", "mail", "--report", "left.csv");

        Assert.Equal((0, "Wrote 5 files of 1 submission to data/. Run 'crmbench check' next.\n"), (run.ExitCode, run.Output));
        Assert.Contains("Left out:\n  results/output.json:", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("file,line,field,value,count,reason\n", File.ReadAllText(_folder.PathOf("left.csv")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("data/.import")));
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(_folder.Path, diagnostics);
        Assert.False(diagnostics.HasErrors);
    }

    [Fact]
    public void A_submission_that_is_there_is_replaced_only_on_demand_and_as_a_whole()
    {
        _folder.Copy(Repository.PathOf("tests/CrmBench.Tests/Import/Fixtures/promptfoo"), "results");
        const string old = "data/benchmarks/tiny/releases/2026-08/submissions/acme-one/latencies.csv";
        var json = _folder.PathOf("data/benchmarks/tiny/releases/2026-08/submissions/acme-one/submission.json");
        var before = File.ReadAllText(json);

        var refused = Import("promptfoo", "results");

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains(
            "data/benchmarks/tiny/releases/2026-08/submissions/acme-one: error CB1120: ", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(json));

        var done = Import("promptfoo", "results", "--replace");

        Assert.Equal(0, done.ExitCode);
        Assert.Contains("renewal", File.ReadAllText(_folder.PathOf(old)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_where_one_of_two_files_is_wrong()
    {
        _folder.Copy(Repository.PathOf("tests/CrmBench.Tests/Import/Fixtures/promptfoo"), "results");
        _folder.Write("results/other.json", "{\"evalId\": null,\n \"results\": 5}");

        var run = Import("promptfoo", "results/output.json", "results/other.json", "--out", "elsewhere");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("results/other.json:1:1: error CB1101: ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            "Nothing was written.\nWhat each code means and how to mend it: https://example.org/tiny/problems/\n", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("elsewhere")));
    }

    [Fact]
    public void Unknown_models_come_with_the_rows_to_add()
    {
        _folder.Write("r.json", """{"results": {"call-summary": {"safety,none": 0.5}}, "versions": {}, "model_name": "vendor/New Model"}""");

        var run = Import("lm-eval", "r.json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "Rows for data/models.csv; --add-models writes them:\nvendor-new-model,vendor/New Model,<provider>,,,,,,\n" +
            "Rows for data/providers.csv:\n<provider>,<its name>,,\n",
            run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_files_of_the_format_is_said()
    {
        _folder.Write("empty/readme.txt", "");

        var run = Import("lm-eval", "empty");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "empty: error CB1115: There is no file to import here. Files of the format lm-eval end in .json.",
            run.Error,
            StringComparison.Ordinal);
    }

    // The sheet is as people have it: semicolons, decimal commas, signs of percent, N/A, a title, one model that is new.
    [Theory]
    [InlineData("sheet.csv")]
    [InlineData("sheet.xlsx")]
    public void A_sheet_of_people_is_imported_by_one_command_and_passes_the_check(string name)
    {
        File.WriteAllBytes(_folder.PathOf(name), Sheet(name).Content.ToArray());
        _folder.Write("mapping.json", """
            {"schema": 1, "delimiter": ";", "decimal": ",", "missing": ["N/A", "n.a."], "header_row": 2,
             "use_cases": {"Calls": "call-summary"},
             "columns": {"model": "Model", "provider": "Vendor", "openness": "Weights", "use_case": "Task"},
             "tables": [
               {"table": "scores", "metric_columns": {
                 "factuality": {"column": "Factual", "n": "N"}, "completeness": {"column": "Complete", "n": "N"},
                 "safety": {"column": "Safe", "method": "automated"}, "seconds": "Seconds"}},
               {"table": "costs", "columns": {"usd": "Cost"}}]}
            """);

        var run = Import("csv", name, "--mapping", "mapping.json", "--method", "manual", "--variant", "sheet", "--add-models");

        Assert.Equal((0, "Wrote 11 files of 3 submissions to data/. Run 'crmbench check' next.\n"), (run.ExitCode, run.Output));
        Assert.EndsWith("\nnova-chat-3,Nova Chat 3,nova-labs,,open-weights,,,,\n", File.ReadAllText(_folder.PathOf("data/models.csv")), StringComparison.Ordinal);
        Assert.Equal(
            "use_case,metric,method,value,n,source\ncall-summary,completeness,manual,3.2,40,table\n" +
            "call-summary,factuality,manual,3.45,40,table\ncall-summary,safety,,97.5,,table\ncall-summary,seconds,,2.4,,table\n",
            Written("acme-one-sheet/scores.csv"));
        Assert.Equal("use_case,usd,per,source\ncall-summary,0.0031,1,table\n", Written("acme-one-sheet/costs.csv"));
        Assert.DoesNotContain("safety", Written("acme-two-sheet/scores.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("seconds", Written("nova-chat-3-sheet/scores.csv"), StringComparison.Ordinal);
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(_folder.Path, diagnostics);
        Assert.Empty(diagnostics.ToSorted());
    }

    [Fact]
    public void Scores_and_then_costs_from_one_sheet_give_both_and_replace_nothing_else()
    {
        _folder.Write("s.csv", "M,T,F,C\nacme-one,call-summary,3.5,0.25\n");
        _folder.Write("scores.json", """{"schema": 1, "table": "scores", "columns": {"model": "M", "use_case": "T"}, "metric_columns": {"factuality": "F"}}""");
        _folder.Write("costs.json", """{"schema": 1, "table": "costs", "columns": {"model": "M", "use_case": "T", "usd": "C"}}""");
        _folder.Write("data/benchmarks/tiny/releases/2026-08/submissions/acme-one/README.md", "For people.\n");
        var before = Lines("acme-one/ratings.csv");
        var scores = Lines("acme-one/scores.csv");

        var first = Import("csv", "s.csv", "--mapping", "scores.json", "--method", "automated", "--replace");
        var second = Import("csv", "s.csv", "--mapping", "costs.json", "--replace");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("rows of benchmarks/tiny/releases/2026-08/submissions/acme-one that the import does not replace.", second.Error, StringComparison.Ordinal);
        Assert.Contains(Lines("acme-one/scores.csv"), line => line.StartsWith("call-summary,", StringComparison.Ordinal) && line.Contains(",factuality,automated,3.5,", StringComparison.Ordinal));
        Assert.Contains("call-summary,,0.25,1,,table", Lines("acme-one/costs.csv"));
        Assert.Contains(",short,1.5,1000,low,list", Lines("acme-one/costs.csv"));
        Assert.Equal(scores.Length + 1, Lines("acme-one/scores.csv").Length);
        Assert.Equal(before.Length, Lines("acme-one/ratings.csv").Length);
        Assert.Equal("For people.\n", Written("acme-one/README.md"));
    }

    [Fact]
    public void What_an_import_does_not_write_keeps_every_column_and_source()
    {
        const string Folder = "data/benchmarks/tiny/releases/2026-08/submissions/acme-one";
        _folder.Write($"{Folder}/submission.json", Written("acme-one/submission.json").Replace(
            "\"licence\": \"CC0-1.0\" }", "\"licence\": \"CC0-1.0\", \"elsewhere\": true }", StringComparison.Ordinal));
        _folder.Write(
            $"{Folder}/scores.csv",
            "use_case,profile,metric,method,value,n,items,raters,sd,low,high,level,successes,trials,sample,source\n"
                + ",,pass-1,automated,84.0,50,,,,,,,,2,,run\n"
                + ",,pass-2,automated,77.67,50,,,,,,,,2,,run\n"
                + ",,privacy-names,automated,92.5,,,,,,,,37,40,names,list\n"
                + "email-draft,,factuality,automated,3.2,40,10,4,0.6,,,,,,drafts,run\n"
                + "email-draft,,completeness,automated,3.1,40,,,,2.9,3.3,0.95,,,,run\n"
                + ",short,seconds,automated,2.5,,,,,,,,,,,run\n");
        _folder.Write(
            $"{Folder}/ratings.csv",
            "use_case,item,criterion,rater,factuality,completeness,safety\n"
                + "call-summary,call-01,first,anna,4,3,1\ncall-summary,call-01,second,anna,2,3,1\ncall-summary,call-02,first,anna,2,4,0\n");
        _folder.Write($"{Folder}/latencies.csv", Written("acme-one/latencies.csv") + "email-draft,,e-1,2.5,ok,600,120\n");
        _folder.Write($"{Folder}/costs.csv", Written("acme-one/costs.csv") + "email-draft,,0.5,1,low,list\n");
        var before = Tables.ToDictionary(form => form, Rows);
        _folder.Write("s.csv", "M,T,C\nacme-one,call-summary,0.25\n");
        _folder.Write("costs.json", """{"schema": 1, "table": "costs", "columns": {"model": "M", "use_case": "T", "usd": "C"}}""");

        var run = Import("csv", "s.csv", "--mapping", "costs.json", "--replace");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(Tables, form =>
        {
            // Each column of a form has a value here, so that a new one is not forgotten.
            Assert.All(form.Columns, column => Assert.Contains(before[form], row => row[column.Name].Length > 0));
            Assert.Subset(Rows(form).Select(Text).ToHashSet(), before[form].Select(Text).ToHashSet());
        });
        Assert.Contains("\"elsewhere\": true", Written("acme-one/submission.json"), StringComparison.Ordinal);

        Dictionary<string, string>[] Rows(TableForm form)
        {
            var lines = Lines($"acme-one/{form.Name}");
            var header = lines[0].Split(',');
            return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
        }

        static string Text(Dictionary<string, string> row) => string.Join(',', row.Where(field => field.Value.Length > 0).OrderBy(field => field.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Whoever_is_at_the_terminal_is_asked_who_judged()
    {
        _folder.Write("s.csv", "M,T,F\nacme-two,call-summary,3.5\n");
        _folder.Write("m.json", """{"schema": 1, "table": "scores", "columns": {"model": "M", "use_case": "T"}, "metric_columns": {"factuality": "F"}}""");
        using StringWriter output = new(), error = new() { NewLine = "\n" };
        using var answers = new StringReader("nobody\nmanual\n");

        var code = CommandLine.Run(
            ["import", "csv", "s.csv", "--mapping", "m.json", "--benchmark", "tiny", "--submitted-by", "Me", "--source-url", "https://example.org/"],
            _folder.Path,
            new Terminal(output, error, answers: answers));

        Assert.Equal(0, code);
        Assert.Contains("Who judged factuality? manual (people), automated (programs or models)", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("There is no method 'nobody' here. Answer manual or automated.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"method\": \"manual\"", Written("acme-two/submission.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_of_tables_shows_three_of_them_with_their_mappings()
    {
        var help = CrmBenchRun.In(_folder.Path, "import", "csv", "--help").Output;

        Assert.Contains("\nTable 3. ", help, StringComparison.Ordinal);
        Assert.Contains("\n    \"shares_are_percent\": true,\n", help, StringComparison.Ordinal);
        Assert.DoesNotContain("Table 1.", CrmBenchRun.In(_folder.Path, "import", "lm-eval", "--help").Output, StringComparison.Ordinal);
    }

    private string Written(string path) => File.ReadAllText(_folder.PathOf($"data/benchmarks/tiny/releases/2026-08/submissions/{path}"));

    private string[] Lines(string path) => Written(path).TrimEnd('\n').Split('\n');

    private static ImportFile Sheet(string name)
    {
        string[] rows =
        [
            "Results;;;;;;;;;", "Model;Vendor;Weights;Task;Factual;Complete;N;Safe;Cost;Seconds", "Acme One;Acme;closed;Calls;3,45;3,20;40;97,5 %;0,0031;2,4",
            "Acme Two;Acme;;Calls;3,10;3,05;40;N/A;0,0012;1,9", "Nova Chat 3;Nova Labs;open weights;Calls;3,60;3,40;40;98,5 %;0,0044;n.a.", ";;;;;;;;;",
        ];
        if (name.EndsWith(".csv", StringComparison.Ordinal))
        {
            return new ImportFile(name, System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", rows)));
        }

        // In the workbook percentages are numbers that are shown as percentages.
        var book = new WorkbookFile();
        return book.Sheet("Results", string.Concat(rows.Select(row => WorkbookFile.Row([.. row.Split(';').Select(Cell)])))).Save(name);

        string Cell(string text)
        {
            var plain = text.Replace(" %", "", StringComparison.Ordinal).Replace(',', '.');
            return !decimal.TryParse(plain, System.Globalization.CultureInfo.InvariantCulture, out var number) ? book.Text(text)
                : text.EndsWith('%') ? WorkbookFile.Number((number / 100).ToString(System.Globalization.CultureInfo.InvariantCulture), WorkbookFile.Percent)
                : WorkbookFile.Number(plain);
        }
    }

    private CrmBenchRun Import(string format, string path, params string[] options) => CrmBenchRun.In(
        _folder.Path,
        [
            "import", format, path, "--benchmark", "tiny", "--submitted-by", "Example Evaluators",
            "--source-url", "https://example.org/{file}", .. options,
        ]);
}
