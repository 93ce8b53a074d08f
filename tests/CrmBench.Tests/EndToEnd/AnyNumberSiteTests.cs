using System.Text;
using CrmBench.Cli.Reports;
using CrmBench.Core.Comparing;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Site;
using CrmBench.Site.Verification;
using CrmBench.Tests.Data;
using CrmBench.Tests.Support;
using CsCheck;

namespace CrmBench.Tests.EndToEnd;

/// <summary>Whatever numbers the check lets through, the site is built, its pages show every one as computed, and the change is told.</summary>
public sealed class AnyNumberSiteTests : IDisposable
{
    private const string Submissions = "data/benchmarks/tiny/releases/2026-08/submissions";
    private const int Rows = 12;

    private static readonly string[] Tables =
    [
        $"{Submissions}/acme-two-high/scores.csv", $"{Submissions}/acme-one/scores.csv", $"{Submissions}/acme-one/costs.csv",
        $"{Submissions}/acme-one/latencies.csv", "data/prices.csv", "data/benchmarks/tiny/use-cases.csv",
    ];

    private readonly TemporaryFolder _folder = new();

    public AnyNumberSiteTests() => _folder.Copy(Repository.PathOf("tests", "sites", "minimal"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_number_that_is_allowed_is_scored_drawn_printed_and_compared()
    {
        var sources = SiteSources.Read(_folder.Path, new DiagnosticBag());
        var before = Scorer.Score(CatalogueReader.Read(Sites.Minimal, new DiagnosticBag())!);
        Gen.Select(Gen.Int[0, Tables.Length - 1], AnyNumber.Allowed.Array[Rows]).Sample(
            (table, numbers) =>
            {
                // One number at a time: a row that is wrong would keep the others from the site.
                var site = numbers.Select((number, i) => (number, i)).Aggregate(Sites.Minimal, (files, next) =>
                    Changed(files, Tables[(table + next.i) % Tables.Length], next.number, next.i) is var changed && IsRight(changed) ? changed : files);
                var scored = Scorer.Score(CatalogueReader.Read(site, new DiagnosticBag())!);

                var diagnostics = new DiagnosticBag();
                var plan = SiteBuilder.Plan(scored, sources, diagnostics);
                var built = plan.Render(diagnostics);
                diagnostics.Report(SiteVerifier.Verify(built, plan.BasePath, plan.ExpectedValues()));
                Assert.DoesNotContain(diagnostics.ToSorted(), problem => problem.Severity == Severity.Error);
                foreach (var changes in (CatalogueChanges[])[CatalogueChanges.Between(before, scored), CatalogueChanges.Between(scored, before)])
                {
                    Assert.NotEmpty(DiffText.Of(changes, "base"));
                    Assert.NotEmpty(DiffMarkdown.Of(changes, "base"));
                    Assert.NotEmpty(DiffJson.Of(changes, "base", null));
                }
            },
            iter: 25);
    }

    private static MemoryTree Changed(MemoryTree files, string path, string number, int seed)
    {
        var lines = Encoding.UTF8.GetString(files.Read(path)).TrimEnd('\n').Split('\n');
        var row = 1 + (seed * 7 % (lines.Length - 1));
        lines[row] = AnyNumber.InTable($"{lines[0]}\n{lines[row]}\n", Enumerable.Repeat(number, seed + 1), seed + 1).TrimEnd('\n').Split('\n')[^1];
        return files.With(path, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
    }

    private static bool IsRight(MemoryTree files)
    {
        var diagnostics = new DiagnosticBag();
        return CatalogueReader.Read(files, diagnostics) is not null && !diagnostics.HasErrors;
    }
}
