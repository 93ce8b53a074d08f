using CrmBench.Core.Diagnostics;
using CrmBench.Data;

namespace CrmBench.Tests.Data;

public class MinimalSiteTests
{
    [Fact]
    public void The_smallest_complete_site_has_no_problem()
    {
        var diagnostics = new DiagnosticBag();

        var catalogue = CatalogueReader.Read(Sites.Minimal, diagnostics);

        Assert.Empty(diagnostics.ToSorted());
        Assert.NotNull(catalogue);
        var release = Assert.Single(Assert.Single(catalogue.Benchmarks).Releases);
        Assert.Equal(["acme-one", "acme-two-high"], release.Submissions.Select(submission => submission.Id));
        Assert.Equal(12, release.Submissions[0].Ratings?.Count);
        Assert.Equal(7, release.Submissions[1].Scores.Length);
    }
}
