using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Tests.Data.Diagnostics;

public class ProblemsTests
{
    [Fact]
    public void Codes_are_grouped_and_sanity_only_warns()
    {
        Assert.All(Problems.All, kind => Assert.Matches("^CB0([1-8][0-9]|93|94)[0-9]$", kind.Code));
        Assert.All(
            Problems.All.Where(kind => kind.Code.StartsWith("CB08", StringComparison.Ordinal)),
            kind => Assert.Equal(Severity.Warning, kind.Severity));
        Assert.Equal(Problems.All.Length, Problems.All.Select(kind => kind.Code).Distinct().Count());
    }
}
