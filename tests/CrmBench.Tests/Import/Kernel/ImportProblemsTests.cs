using CrmBench.Data.Diagnostics;
using CrmBench.Import.Kernel;

namespace CrmBench.Tests.Import.Kernel;

public class ImportProblemsTests
{
    [Fact]
    public void Codes_are_of_one_group_of_their_own()
    {
        Assert.All(ImportProblems.All, kind => Assert.Matches("^CB11[0-9]{2}$", kind.Code));
        Assert.Empty(ImportProblems.All.Select(kind => kind.Code).Intersect(Problems.All.Select(kind => kind.Code)));
    }
}
