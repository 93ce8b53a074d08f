using CrmBench.Core.Diagnostics;
using CrmBench.Data;

namespace CrmBench.Tests.Data;

public class ProblemsTests
{
    public static TheoryData<string> Codes => [.. Problems.All.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_problem_has_a_broken_site_that_prints_it(string code)
    {
        var diagnostics = new DiagnosticBag();

        CatalogueReader.Read(BrokenSite.Open(code), diagnostics);

        var printed = string.Concat(diagnostics.ToSorted().Select(diagnostic => diagnostic + "\n"));
        Assert.Equal(Expected(code, printed), printed);
        Assert.Contains($" {code}: ", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_broken_site_belongs_to_a_problem()
    {
        var folders = Directory.GetDirectories(Path.Combine(Sites.Folder, "broken")).Select(Path.GetFileName);

        Assert.Empty(folders.Except(Problems.All.Select(kind => kind.Code)));
    }

    [Fact]
    public void Codes_are_grouped_and_sanity_only_warns()
    {
        Assert.All(Problems.All, kind => Assert.Matches("^CB0([1-8][0-9]|93)[0-9]$", kind.Code));
        Assert.All(
            Problems.All.Where(kind => kind.Code.StartsWith("CB08", StringComparison.Ordinal)),
            kind => Assert.Equal(Severity.Warning, kind.Severity));
        Assert.Equal(Problems.All.Length, Problems.All.Select(kind => kind.Code).Distinct().Count());
    }

    // With ACCEPT_SNAPSHOTS=1 the text is written instead, to be read in review.
    private static string Expected(string code, string printed)
    {
        var path = Path.Combine(Sites.Folder, "broken", code, "expected.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, printed);
        }

        return File.ReadAllText(path);
    }
}
