using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Import;
using CrmBench.Import.Kernel;
using CrmBench.Tests.Import;
using CsCheck;

namespace CrmBench.Tests.Data;

/// <summary>
/// 100,000 numbers as text through every reader: each is a value or a problem with its place, and none ends the program. What the
/// readers let through has gone through the checks of sanity, GRIM among them.
/// </summary>
public class AnyNumberTests
{
    private const string Release = "data/benchmarks/tiny/releases/2026-08";
    private const int RowsOfATable = 400;
    private const int NumbersOfAForm = 10_000;

    [Theory]
    [InlineData($"{Release}/submissions/acme-two-high/scores.csv")]
    [InlineData($"{Release}/submissions/acme-one/scores.csv")]
    [InlineData($"{Release}/submissions/acme-one/ratings.csv")]
    [InlineData($"{Release}/submissions/acme-one/costs.csv")]
    [InlineData($"{Release}/submissions/acme-one/latencies.csv")]
    [InlineData("data/prices.csv")]
    [InlineData("data/benchmarks/tiny/use-cases.csv")]
    public void Any_number_in_a_table_is_read_or_reported(string path)
    {
        var table = Encoding.UTF8.GetString(Sites.Minimal.Read(path));
        AnyNumber.Csv.Array[RowsOfATable].Sample(
            numbers => AssertRead(Sites.Minimal.With(path, Encoding.UTF8.GetBytes(AnyNumber.InTable(table, numbers, RowsOfATable)))),
            iter: NumbersOfAForm / RowsOfATable);
    }

    [Theory]
    [InlineData("data/benchmarks/tiny/benchmark.json")]
    [InlineData($"{Release}/release.json")]
    public void Any_number_in_a_JSON_file_is_read_or_reported(string path)
    {
        var json = Encoding.UTF8.GetString(Sites.Minimal.Read(path));
        var count = Math.Max(1, AnyNumber.CountIn(json));
        Gen.Select(AnyNumber.Json.Array[count], Gen.Int[0, count - 1]).Sample(
            (numbers, first) => AssertRead(Sites.Minimal.With(path, Encoding.UTF8.GetBytes(
                AnyNumber.InJson(json, numbers.AsEnumerable().GetEnumerator(), first, count)))),
            iter: 300);
    }

    public static TheoryData<string, string?, string[]> Formats => new()
    {
        { "inspect", null, ["inspect/2026-07-21_call-summary.json"] },
        { "lm-eval", "lm-eval/mapping.json", ["lm-eval/results_2026-07-20T10-00-00.json"] },
        { "promptfoo", null, ["promptfoo/output.json"] },
        { "rated-samples", null, ["rated-samples/run.jsonl"] },
        { "every-eval-ever", null, ["every-eval-ever/aggregate.json", "every-eval-ever/aggregate_samples.jsonl"] },
        { "tau-bench", null, ["tau-bench/gpt-5-2-low_example_2026-08-30.json"] },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_number_in_a_file_of_another_tool_is_read_or_reported(string format, string? mapping, string[] fixtures)
    {
        var (site, options) = ImportRun.For(format);
        options = options with { Mapping = mapping is null ? null : ImportRun.Fixture(mapping) };
        var texts = fixtures.Select(path => (Path: path, Text: Encoding.UTF8.GetString(ImportRun.Fixture(path).Content.ToArray()))).ToArray();
        var count = texts.Sum(file => AnyNumber.CountIn(file.Text));
        var step = Math.Min(6, count);
        var (catalogue, format2) = (CatalogueReader.Read(site, new DiagnosticBag())!, ImportFormats.Find(format)!);
        Gen.Select(AnyNumber.Json.Array[count], Gen.Int[0, step - 1]).Sample(
            (numbers, first) =>
            {
                var next = numbers.AsEnumerable().GetEnumerator();
                ImportFile[] files = [.. texts.Select(file => ImportRun.FileOf(file.Path, AnyNumber.InJson(file.Text, next, first, step)))];
                Importer.Import(format2, files, options, catalogue, new DiagnosticBag());
            },
            iter: NumbersOfAForm * step / (4 * count));
    }

    public static TheoryData<string, string?, string> Tables => new()
    {
        { "csv", "csv/mapping.json", "csv/board.csv" },
        { "csv", "csv/calls-mapping.json", "csv/calls.csv" },
        { "csv", "csv/costs-mapping.json", "csv/costs.csv" },
        { "csv", "csv/ratings-mapping.json", "csv/ratings.csv" },
        { "crm-space", null, "crm-space/latency_cost.csv" },
        { "crm-space", null, "crm-space/trust.csv" },
        { "crm-space", null, "crm-space/accuracy.csv" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Any_number_in_a_table_of_another_tool_is_read_or_reported(string format, string? mapping, string fixture)
    {
        var options = mapping is null ? new ImportOptions() : ImportRun.Options with { Mapping = ImportRun.Fixture(mapping) };
        var catalogue = CatalogueReader.Read(format == "crm-space" ? ImportRun.Boards : Sites.Minimal, new DiagnosticBag())!;
        var table = Encoding.UTF8.GetString(ImportRun.Fixture(fixture).Content.ToArray());
        AnyNumber.Csv.Array[RowsOfATable].Sample(
            numbers =>
            {
                Importer.Import(
                    ImportFormats.Find(format)!,
                    [ImportRun.FileOf(fixture, AnyNumber.InTable(table, numbers, RowsOfATable))],
                    options,
                    catalogue,
                    new DiagnosticBag());
            },
            iter: NumbersOfAForm / 2 / RowsOfATable);
    }

    [Theory]
    [InlineData("factuality,automated,3.6666666666666665,3")]
    [InlineData("safety,automated,70.51282051282052,78")]
    public void A_mean_that_a_program_printed_in_full_is_a_possible_one(string row)
    {
        const string Path = $"{Release}/submissions/acme-two-high/scores.csv";
        var diagnostics = new DiagnosticBag();

        CatalogueReader.Read(Sites.Minimal.With(Path, Encoding.UTF8.GetBytes($"use_case,metric,method,value,n\ncall-summary,{row}\n")), diagnostics);

        Assert.DoesNotContain(diagnostics.ToSorted(), problem => problem.Code == "CB0801" || problem.Severity == Severity.Error);
    }

    private static void AssertRead(FileTree site)
    {
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(site, diagnostics);
        Assert.All(diagnostics.ToSorted(), problem => Assert.NotEmpty(problem.Place.Path));
    }
}
