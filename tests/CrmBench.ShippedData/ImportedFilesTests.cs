using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CrmBench.CarryOver.Published;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data;
using CrmBench.Data.Csv;
using CrmBench.Data.Writing;
using CrmBench.Import;
using CrmBench.Import.Kernel;

namespace CrmBench.ShippedData;

/// <summary>The importers, given the sources in their own form, write the submissions that are shipped.</summary>
public sealed class ImportedFilesTests
{
    private static readonly (string Benchmark, string Release)[] OfTauBench =
    [
        ("service-agents", "2026-08"), ("service-agents", "legacy"),
        ("voice-agents", "2026-07-banking-custom-customer"), ("voice-agents", "2026-08"), ("voice-agents", "2026-08-custom-customer"),
    ];

    // The shipped submissions have speed and trust from other leaderboards beside what tau-bench says.
    [Fact]
    public void All_sixty_four_native_files_give_the_submissions_of_service_agents_and_voice_agents_up_to_2026_08()
    {
        var source = SourceData.Folder();
        ImportFile[] files = [.. source.Files("tau-bench/original/submissions", "*.json")];
        var (catalogue, diagnostics) = Read(OfTauBench);
        var job = new ImportJob(ImportFormats.Find("tau-bench")!, new ImportOptions(), catalogue, diagnostics);

        job.Format.Read(job, files);
        var folders = job.Folders.ToList();
        var result = job.Finish();

        Assert.Equal(64, files.Length);
        Assert.DoesNotContain(diagnostics.ToSorted(), problem => problem.Severity == Severity.Error);
        var incomparable = result.Report.Count(left => left.Reason.StartsWith("It compares with no release", StringComparison.Ordinal));
        Assert.Equal(files.Length, folders.Count + incomparable);
        Assert.Equal(folders.Sum(folder => folder.ToFiles().Count()), result.Files.Length);

        var crosswalk = Crosswalk.Read(source);
        var written = folders
            .Select(folder => folder.Benchmark == "service-agents" ? crosswalk.AddTo(folder, IdIn(folder.Sources[0].Title)) : folder)
            .Where(folder => !IsChangedSince(catalogue, folder.Benchmark, folder.Release, folder.Id))
            .SelectMany(folder => folder.ToFiles())
            .ToList();
        Assert.All(written, file => Assert.Equal(File.ReadAllText(Shipped.PathOf($"data/{file.Path}")), file.Text));

        static string IdIn(string title) => title[(title.LastIndexOf(' ') + 1)..];
    }

    // The published figures, written in the space's own form, give the scores and costs that are shipped.
    [Fact]
    public void The_published_tables_give_the_figures_of_crm_llm_2024_07()
    {
        var source = SourceData.Folder();
        var cost = source.Table("salesforce-crm-2024/cost_latency.csv").Rows;
        var trust = source.Table("salesforce-crm-2024/trust.csv").Rows;
        string[] percents =
        [
            "truthfulness", "safety", "privacy_zero_shot_match_avoidance", "privacy_zero_shot_reveal_avoidance",
            "privacy_five_shot_match_avoidance", "privacy_five_shot_reveal_avoidance",
        ];
        ImportFile[] files =
        [
            FileOf("latency_cost.csv", CsvWriter.Write(
                ["Model", "Flavor", "Mean Cost per 1K Requests", "Cost Band", "Response Time (Sec)"],
                cost.Select(row => (ImmutableArray<string>)
                    [row["model"], row["flavor"], row["mean_cost_usd_per_1k_requests"], row["cost_band"], row["mean_response_time_s"]]))),
            FileOf("ts.csv", CsvWriter.Write(
                ["Model", .. percents.Select(name => name.Replace('_', ' ')), "CRM Fairness"],
                trust.Select(row => (ImmutableArray<string>)
                    [row["model"], .. percents.Select(name => row[name + "_pct"]), Fairness(row)]))),
        ];
        var (catalogue, diagnostics) = Read(("crm-llm", "2024-07"));

        var result = Importer.Import(ImportFormats.Find("crm-space")!, files, new ImportOptions { Release = "2024-07" }, catalogue, diagnostics);

        Assert.DoesNotContain(diagnostics.ToSorted(), problem => problem.Severity == Severity.Error);
        var tables = result.Files.Where(file => file.Path.EndsWith(".csv", StringComparison.Ordinal)).ToList();
        Assert.Equal(30, tables.Count);
        Assert.All(
            tables.Where(table => !IsChangedSince(catalogue, "crm-llm", "2024-07", table.Path.Split('/')[5])),
            table => Assert.Equal(Lines(File.ReadAllText(Shipped.PathOf($"data/{table.Path}"))), Lines(table.Text)));

        static ImportFile FileOf(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

        static string Fairness(SourceRow row) => row.IsEmpty("crm_fairness_low_pct")
            ? row["crm_fairness_pct"] + "%"
            : $"{row["crm_fairness_pct"]}% [{row["crm_fairness_low_pct"]}%, {row["crm_fairness_high_pct"]}%]";

        // The order of rows and zeros at the end of a number carry no meaning.
        static IEnumerable<string> Lines(string text) =>
            text.Split('\n').Select(line => string.Join(',', line.Split(',').Select(Plain))).Order(StringComparer.Ordinal);

        static string Plain(string field) =>
            decimal.TryParse(field, CultureInfo.InvariantCulture, out var number) ? DecimalText.Of(number) : field;
    }

    private static (Catalogue Catalogue, DiagnosticBag Diagnostics) Read(params (string Benchmark, string Release)[] releases)
    {
        foreach (var (benchmark, release) in releases)
        {
            Shipped.Release(benchmark, release);
        }

        var diagnostics = new DiagnosticBag();
        return (CatalogueReader.Read(Shipped.Root, new DiagnosticBag())!, diagnostics);
    }

    private static bool IsChangedSince(Catalogue catalogue, string benchmark, string release, string submission) =>
        catalogue.Benchmarks.Single(known => known.Id == benchmark).Releases.Single(known => known.Id == release)
            .Submissions.SingleOrDefault(known => known.Id == submission) is { } found
        && (found.Withdrawn is not null || !found.Corrections.IsEmpty);
}
