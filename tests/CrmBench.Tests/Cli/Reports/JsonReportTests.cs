using System.Text.Json;
using CrmBench.Cli.Reports;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli.Reports;

public class JsonReportTests
{
    [Fact]
    public void The_document_counts_and_lists_the_problems() => Snapshot.Match(JsonReport.Of(ReportExamples.Mixed, ReportExamples.Site) + "\n", "json");

    [Fact]
    public void Any_text_survives_the_way_through_json()
    {
        var report = JsonReport.Of([ReportExamples.Hostile], site: null);

        using var document = JsonDocument.Parse(report);
        Assert.Equal(ReportExamples.Hostile.Message, document.RootElement.GetProperty("diagnostics")[0].GetProperty("message").GetString());
    }
}
