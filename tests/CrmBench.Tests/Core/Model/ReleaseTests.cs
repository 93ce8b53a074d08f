using CrmBench.Core.Model;

namespace CrmBench.Tests.Core.Model;

public class ReleaseTests
{
    [Theory]
    [InlineData("2026-08", null, "August 2026")]
    [InlineData("2026-08-03", null, "3 August 2026")]
    [InlineData("2026-13", null, "2026-13")]
    [InlineData("2026-08-rerun", null, "2026-08-rerun")]
    [InlineData("v1", null, "v1")]
    [InlineData("2026-08", "Summer 2026", "Summer 2026")]
    public void Is_called_by_its_name_or_by_the_month_or_day_of_its_identifier(string id, string? given, string name)
    {
        System.Globalization.CultureInfo.CurrentCulture = new("tr-TR");

        var release = new Release
        {
            Id = id,
            GivenName = given,
            Date = new DateOnly(2026, 8, 5),
            Status = ReleaseStatus.Frozen,
            Changes = "The first.",
            KnownLimits = [],
            UseCases = ["calls"],
            RankBy = "accuracy",
            Submissions = [],
        };

        Assert.Equal(name, release.Name);
    }
}
