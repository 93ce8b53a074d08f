using System.Text;
using System.Text.RegularExpressions;
using CrmBench.Core.Diagnostics;
using CrmBench.Import;
using CrmBench.Import.Kernel;
using CrmBench.Tests.Data;

namespace CrmBench.Tests.Import;

public class ImporterTests
{
    private static readonly string[] s_formats = [.. ImportFormats.All.Select(format => format.Name)];

    public static TheoryData<string> Formats => [.. s_formats];

    public static TheoryData<string, string> JsonFixtures => [.. ImportRun.JsonFixtures];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_of_something_else_is_refused_with_its_place_and_nothing_is_written(string format)
    {
        var mapping = format == "csv" ? ImportRun.Fixture("csv/mapping.json") : null;
        var isTable = format is "csv" or "crm-space";
        foreach (var text in new[] { "", "{", "hello", "{\"a\": 1}\n", "[1, 2]\n", "a,b\n1,2\n", "\"", "nul", "\ud83d\ude00" })
        {
            var file = ImportRun.FileOf(isTable ? "wrong.csv" : "wrong.json", text);

            var run = ImportRun.Into(Sites.Minimal, format, ImportRun.Options with { Mapping = mapping }, file);

            Assert.NotEmpty(run.Errors);
            Assert.All(run.Errors, error => Assert.Matches("^(wrong|csv/mapping)[.]", error));
            Assert.Empty(run.Result.Files);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_that_is_not_utf_8_is_refused(string format)
    {
        var mapping = format == "csv" ? ImportRun.Fixture("csv/mapping.json") : null;
        var file = new ImportFile("wrong.json", new byte[] { (byte)'{', 0xE9, (byte)'}' });

        var run = ImportRun.Into(Sites.Minimal, format, ImportRun.Options with { Mapping = mapping }, file);

        Assert.Contains("error CB0104", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    // Every file of every format, cut off at a seeded place, must not throw: it is refused or, for tables, read in part.
    [Fact]
    public void A_file_that_is_cut_off_never_throws_and_json_is_always_refused()
    {
        var random = new Random(20260804);
        foreach (var (format, fixture) in ImportRun.JsonFixtures.Concat([("crm-space", "crm-space/trust.csv"), ("crm-space", "crm-space/accuracy.csv")]))
        {
            var whole = ImportRun.Fixture(fixture);
            for (var i = 0; i < 25; i++)
            {
                var length = random.Next(1, whole.Content.TrimEnd("\n"u8).Length);
                var cut = whole with { Content = whole.Content[..length] };

                var run = ImportRun.Into(ImportRun.Boards, format, ImportRun.Options with { Benchmark = null }, cut);

                Assert.True(run.Result.Files.IsEmpty || fixture.EndsWith(".csv", StringComparison.Ordinal), $"{fixture} cut off at {length}");
            }
        }
    }

    // Every value of every JSON fixture, replaced by values of all other kinds: an import ends with files that the catalogue reads
    // or with located errors, never with an exception.
    [Theory]
    [MemberData(nameof(JsonFixtures))]
    public void A_file_with_values_of_other_kinds_gives_right_files_or_located_errors(string format, string fixture)
    {
        var text = Encoding.UTF8.GetString(ImportRun.Fixture(fixture).Content.Span);
        var values = Regex.Matches(text, """(?<=: )("[^"]*"|-?[0-9.]+|true|false|null)""");
        var random = new Random(20260805);
        string[] others =
            ["null", "true", "-1", "0", "1e300", "1e14", "0.5", "\"\"", "\"a\\u202eb\\n../../c\"", "[]", "[[1]]", "{}", "{\"a\": 1}"];
        var (site, options) = ImportRun.For(format);
        for (var i = 0; i < 60; i++)
        {
            var value = values[random.Next(values.Count)];
            var mutated = text[..value.Index] + others[random.Next(others.Length)] + text[(value.Index + value.Length)..];

            var run = ImportRun.Into(site, format, options, ImportRun.FileOf(fixture, mutated));

            Assert.All(run.Errors, error => Assert.StartsWith(fixture, error, StringComparison.Ordinal));
            if (!run.Result.Files.IsEmpty)
            {
                run.Written();
            }
        }
    }

    [Fact]
    public void An_unknown_model_is_reported_once_with_near_names_and_the_row_to_add()
    {
        var file = ImportRun.FileOf("a.json", Results("call-summary", "acme/Acme-Owe"));

        var run = ImportRun.Into(Sites.Minimal, "lm-eval", ImportRun.Options, file, file);

        var model = Assert.Single(run.Result.UnknownModels);
        Assert.Equal(("acme/Acme-Owe", "acme-owe,Acme-Owe,acme,,,,,,"), (model.Name.Value, model.Row));
        Assert.Equal(["acme-one", "acme-two"], model.Nearest);
        Assert.StartsWith("a.json:1:83: error CB1104: The model 'acme/Acme-Owe'", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_map_names_models_that_the_files_call_otherwise()
    {
        var map = ImportRun.FileOf("map.csv", "name,model\nour system,acme-two\n");
        var file = ImportRun.FileOf("a.json", Results("call-summary", "our system"));

        var run = ImportRun.Into(Sites.Minimal, "lm-eval", ImportRun.Options with { ModelMap = map }, file);

        Assert.Equal("acme-two", run.Submission().Model);
    }

    [Theory]
    [InlineData("CB1104", "name,model\nx,acme-one\n", "tiny", "Me", "https://example.org/")]
    [InlineData("CB0416", "name,model\nx,acme-oen\n", "tiny", "Me", "https://example.org/")]
    [InlineData("CB1105", "name,model\nour system,acme-one\n", "tiny", "Me", "https://example.org/")]
    [InlineData("CB1106", "name,model\nour system,acme-one\n", null, "Me", "https://example.org/")]
    [InlineData("CB1107", "name,model\nour system,acme-one\n", "tniy", "Me", "https://example.org/")]
    [InlineData("CB1107", "name,model\nour system,acme-one\n", "tiny", "Me", "https://example.org/", "summary")]
    [InlineData("CB1109", "name,model\nour system,acme-one\n", "tiny", "Me", null)]
    [InlineData("CB1110", "name,model\nour system,acme-one\n", "tiny", "Me", "http://example.org/")]
    public void What_is_missing_for_a_submission_is_said(string code, string map, string? benchmark, string? submitter, string? url, string? useCase = null)
    {
        var file = ImportRun.FileOf("a.json", Results(code == "CB1105" ? "nothing-known" : "call-summary", "our system"));
        var options = new ImportOptions
        {
            Benchmark = benchmark,
            SubmittedBy = submitter,
            SourceUrl = url,
            UseCase = useCase,
            ModelMap = ImportRun.FileOf("map.csv", map),
        };

        var run = ImportRun.Into(Sites.Minimal, "lm-eval", options, file);

        Assert.Contains(run.Diagnostics, problem => problem.Code == code);
        Assert.Empty(run.Result.Files);
    }

    [Fact]
    public void Nobody_named_who_ran_it_is_said()
    {
        var file = ImportRun.FileOf("a.json", Results("call-summary", "acme-one"));

        var run = ImportRun.Into(Sites.Minimal, "lm-eval", ImportRun.Options with { SubmittedBy = null }, file);

        Assert.Contains("CB1108", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_figure_in_two_files_is_refused_with_both_places()
    {
        var text = Results("call-summary", "acme-one");

        var run = ImportRun.Into(
            Sites.Minimal, "lm-eval", ImportRun.Options, ImportRun.FileOf("a.json", text), ImportRun.FileOf("b.json", text));

        var error = Assert.Single(run.Errors);
        Assert.StartsWith("b.json:1:", error, StringComparison.Ordinal);
        Assert.Contains("stands already in a.json:1:", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CB1112", "rated-samples")]
    [InlineData("CB1117", "csv")]
    [InlineData("CB1119", "tau-bench")]
    public void A_file_given_twice_or_without_its_mapping_is_refused(string code, string format)
    {
        var fixture = ImportRun.Fixture(format switch
        {
            "csv" => "csv/board.csv",
            "tau-bench" => "tau-bench/gpt-5-2-low_example_2026-08-30.json",
            _ => "rated-samples/run.jsonl",
        });
        var (site, options) = ImportRun.For(format);

        var run = ImportRun.Into(site, format, options, fixture, fixture);

        Assert.Contains(run.Errors, error => error.Contains($" {code}: ", StringComparison.Ordinal));
        Assert.Empty(run.Result.Files);
    }

    [Fact]
    public void A_frozen_release_is_a_warning_and_the_import_goes_on()
    {
        var run = ImportRun.Of("promptfoo", ImportRun.Options, "promptfoo/output.json");

        Assert.Equal(("CB1116", Severity.Warning), Assert.Single(run.Diagnostics.Select(problem => (problem.Code, problem.Severity))));
        Assert.NotEmpty(run.Result.Files);
    }

    [Fact]
    public void The_report_has_file_line_field_value_count_and_reason()
    {
        var run = ImportRun.Of("promptfoo", ImportRun.Options, "promptfoo/output.json");

        Assert.StartsWith("file,line,field,value,count,reason\n", run.Result.ReportAsCsv(), StringComparison.Ordinal);
        Assert.Contains(
            "\npromptfoo/output.json,11,results.results[].id,1,4,A submission has no place for it.\n",
            run.Result.ReportAsCsv(),
            StringComparison.Ordinal);
    }

    private static string Results(string task, string model) =>
        $$$"""{"results": {"{{{task}}}": {"safety,none": 0.5}}, "versions": {}, "model_name": "{{{model}}}"}""";

    [Theory]
    [InlineData("lm-eval", "PK\u0003\u0004 header.json", "a log of Inspect (.eval)", "crmbench import inspect")]
    [InlineData("lm-eval", "PK\u0003\u0004 [Content_Types].xml", "a workbook (XLSX)", "crmbench import csv")]
    [InlineData("crm-space", "PK\u0003\u0004 [Content_Types].xml", "a workbook (XLSX)", "crmbench import csv")]
    [InlineData("promptfoo", "results:\n  version: 3\n", "YAML", "promptfoo export eval")]
    [InlineData("every-eval-ever", "model,score\na,1\n", "a CSV table", "crmbench import csv")]
    [InlineData("inspect", "<html>\n", "HTML", "JSON")]
    [InlineData("inspect", "{\"spec\": {}}\n{\"sample_id\": 1}\n", "JSON Lines", "crmbench import rated-samples")]
    [InlineData("lm-eval", "{\"doc_id\": 0}\n{\"doc_id\": 1}\n", "JSON Lines", "results_*.json")]
    public void A_file_of_another_kind_is_named_with_the_command_that_helps(string format, string text, string what, string cure)
    {
        var run = ImportRun.Into(Sites.Minimal, format, ImportRun.Options, ImportRun.FileOf("file", text));

        var error = Assert.Single(run.Errors);
        Assert.Contains($"error CB1126: This is {what}", error, StringComparison.Ordinal);
        Assert.Contains(cure, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_format_is_named_with_the_command_that_helps()
    {
        var run = ImportRun.Of("promptfoo", ImportRun.Options, "inspect/2026-07-21_call-summary.json");

        Assert.Contains("use 'crmbench import inspect'", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_folder_what_is_of_another_format_is_passed_over_and_reported()
    {
        var results = ImportRun.Fixture("promptfoo/output.json") with { IsFound = true };
        var manifest = ImportRun.FileOf("promptfoo/manifest.json", "{\"files\": 1}") with { IsFound = true };
        var lines = ImportRun.FileOf("promptfoo/schema.json", "{}\n{}") with { IsFound = true };

        var run = ImportRun.Into(Sites.Minimal, "promptfoo", ImportRun.Options, manifest, lines, results);
        var alone = ImportRun.Into(Sites.Minimal, "promptfoo", ImportRun.Options, manifest);

        Assert.NotEmpty(run.Result.Files);
        Assert.Equal(
            ["promptfoo/manifest.json", "promptfoo/schema.json"],
            run.Result.Report.Where(left => left.Field == "(file)").Select(left => left.Place.Path));
        Assert.Contains("CB1101", Assert.Single(alone.Errors), StringComparison.Ordinal);
    }
}
