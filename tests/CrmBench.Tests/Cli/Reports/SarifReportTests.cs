using System.Text.Json;
using CrmBench.Cli.Reports;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli.Reports;

public class SarifReportTests
{
    [Fact]
    public void The_log_has_one_run_with_its_rules_and_results() =>
        Snapshot.Match(SarifReport.Of(ReportExamples.Mixed, "1.2.3", ReportExamples.Site) + "\n", "json");

    [Fact]
    public void A_path_becomes_an_escaped_address()
    {
        using var log = JsonDocument.Parse(SarifReport.Of([ReportExamples.Hostile], "1.2.3", site: null));

        var location = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0];
        var address = location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString();
        Assert.Equal("data/a%20b%23%3F.csv", address);
    }
}
