using CrmBench.Core.Diagnostics;
using CrmBench.Data.Import;

namespace CrmBench.Tests.Data.Import;

public class ImporterTests
{
    private static readonly string[] s_formats = [.. ImportFormats.All.Select(format => format.Name)];

    public static TheoryData<string> Formats => [.. s_formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_of_something_else_is_refused_with_its_place_and_nothing_is_written(string format)
    {
        var mapping = format == "csv" ? ImportRun.Fixture("csv/mapping.json") : null;
        var isTable = format is "csv" or "crm-space";
        foreach (var text in new[] { "", "{", "hello", "{\"a\": 1}\n", "[1, 2]\n", "a,b\n1,2\n", "\"", "nul", "\ud83d\ude00" })
        {
            var run = ImportRun.Into(
                Sites.Minimal, format, ImportRun.Options with { Mapping = mapping }, ImportRun.FileOf(isTable ? "wrong.csv" : "wrong.json", text));

            Assert.NotEmpty(run.Errors);
            Assert.All(run.Errors, error => Assert.StartsWith("wrong.", error, StringComparison.Ordinal));
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
        foreach (var (format, fixture) in Fixtures())
        {
            var whole = ImportRun.Fixture(fixture);
            for (var i = 0; i < 25; i++)
            {
                var length = random.Next(1, whole.Content.TrimEnd("\n"u8).Length);
                var run = ImportRun.Into(ImportRun.Shipped, format, ImportRun.Options with { Benchmark = null }, whole with { Content = whole.Content[..length] });

                Assert.True(run.Result.Files.IsEmpty || fixture.EndsWith(".csv", StringComparison.Ordinal), $"{fixture} cut off at {length}");
            }
        }
    }

    [Fact]
    public void An_unknown_model_is_reported_once_with_near_names_and_the_row_to_add()
    {
        var file = ImportRun.FileOf("a.json", """{"results": {"call-summary": {"safety,none": 0.5}}, "versions": {}, "model_name": "acme/Acme-Owe"}""");

        var run = ImportRun.Into(Sites.Minimal, "lm-eval", ImportRun.Options, file, file);

        var model = Assert.Single(run.Result.UnknownModels);
        Assert.Equal(("acme/Acme-Owe", "acme-owe,Acme-Owe,<provider>,,"), (model.Name.Value, model.Row));
        Assert.Equal(["acme-one", "acme-two"], model.Nearest);
        Assert.StartsWith("a.json:1:83: error CB0904: The model 'acme/Acme-Owe'", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_map_names_models_that_the_files_call_otherwise()
    {
        var map = ImportRun.FileOf("map.csv", "name,model\nour system,acme-two\n");
        var file = ImportRun.FileOf("a.json", """{"results": {"call-summary": {"safety,none": 0.5}}, "versions": {}, "model_name": "our system"}""");

        var run = ImportRun.Into(Sites.Minimal, "lm-eval", ImportRun.Options with { ModelMap = map }, file);

        Assert.Equal("acme-two", run.Submission().Model);
    }

    [Theory]
    [InlineData("CB0904", "name,model\nx,acme-one\n", "tiny", "Me", "https://example.org/")]
    [InlineData("CB0416", "name,model\nx,acme-oen\n", "tiny", "Me", "https://example.org/")]
    [InlineData("CB0905", "name,model\nour system,acme-one\n", "tiny", "Me", "https://example.org/")]
    [InlineData("CB0906", "name,model\nour system,acme-one\n", null, "Me", "https://example.org/")]
    [InlineData("CB0907", "name,model\nour system,acme-one\n", "tniy", "Me", "https://example.org/")]
    [InlineData("CB0909", "name,model\nour system,acme-one\n", "tiny", "Me", null)]
    [InlineData("CB0910", "name,model\nour system,acme-one\n", "tiny", "Me", "http://example.org/")]
    public void What_is_missing_for_a_submission_is_said(string code, string map, string? benchmark, string? submitter, string? url)
    {
        var task = code == "CB0905" ? "nothing-known" : "call-summary";
        var file = ImportRun.FileOf("a.json", $$$"""{"results": {"{{{task}}}": {"safety,none": 0.5}}, "versions": {}, "model_name": "our system"}""");
        var options = new ImportOptions
        {
            Benchmark = benchmark,
            SubmittedBy = submitter,
            SourceUrl = url,
            ModelMap = ImportRun.FileOf("map.csv", map),
        };

        var run = ImportRun.Into(Sites.Minimal, "lm-eval", options, file);

        Assert.Contains(run.Diagnostics, problem => problem.Code == code);
        Assert.Empty(run.Result.Files);
    }

    [Fact]
    public void Nobody_named_who_ran_it_is_said()
    {
        var run = ImportRun.Of("lm-eval", ImportRun.Options with { SubmittedBy = null, Mapping = ImportRun.Fixture("lm-eval/mapping.json") }, "lm-eval/results_2026-07-20T10-00-00.json");

        Assert.Contains("CB0908", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_figure_in_two_files_is_refused_with_both_places()
    {
        const string text = """{"results": {"call-summary": {"safety,none": 0.5}}, "versions": {}, "model_name": "acme-one"}""";

        var run = ImportRun.Into(Sites.Minimal, "lm-eval", ImportRun.Options, ImportRun.FileOf("a.json", text), ImportRun.FileOf("b.json", text));

        var error = Assert.Single(run.Errors);
        Assert.StartsWith("b.json:1:", error, StringComparison.Ordinal);
        Assert.Contains("stands already in a.json:1:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frozen_release_is_a_warning_and_the_import_goes_on()
    {
        var run = ImportRun.Of("promptfoo", ImportRun.Options, "promptfoo/output.json");

        Assert.Equal(("CB0916", Severity.Warning), Assert.Single(run.Diagnostics.Select(problem => (problem.Code, problem.Severity))));
        Assert.NotEmpty(run.Result.Files);
    }

    [Fact]
    public void The_report_has_file_line_field_value_count_and_reason()
    {
        var run = ImportRun.Of("promptfoo", ImportRun.Options, "promptfoo/output.json");

        var report = run.Result.ReportAsCsv();
        Assert.StartsWith("file,line,field,value,count,reason\npromptfoo/output.json,2,evalId,eval-abc-2026-07-22T08:00:00,1,", report, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Format, string Fixture)> Fixtures()
    {
        yield return ("tau-bench", "tau-bench/gpt-5-2-low_example_2026-08-30.json");
        yield return ("every-eval-ever", "every-eval-ever/aggregate.json");
        yield return ("lm-eval", "lm-eval/results_2026-07-20T10-00-00.json");
        yield return ("inspect", "inspect/2026-07-21_call-summary.json");
        yield return ("promptfoo", "promptfoo/output.json");
        yield return ("rated-samples", "rated-samples/run.jsonl");
        yield return ("crm-space", "crm-space/trust.csv");
        yield return ("crm-space", "crm-space/accuracy.csv");
    }
}
