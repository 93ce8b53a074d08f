namespace CrmBench.Tests.EndToEnd;

/// <summary>Data that is right but hard to show: every page is whole, and verification finds nothing.</summary>
public class UnusualSitesTests
{
    public static TheoryData<string> Names => UnusualSite.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Builds_and_verifies_and_markup_in_a_name_stays_text(string name)
    {
        using var site = UnusualSite.Open(name);

        var build = site.Build();

        string[] told =
        [
            .. build.Error.Split('\n').Where(line =>
                line.Contains(": warning ", StringComparison.Ordinal) || line.Contains(": error ", StringComparison.Ordinal)),
        ];
        Assert.Equal(0, build.ExitCode);
        // One of the extremes costs nothing, which a warning says; nothing else is said of any of these sites.
        Assert.Equal(name == "extremes" ? 1 : 0, told.Length);
        Assert.All(told, line => Assert.Contains(": warning CB0814: ", line, StringComparison.Ordinal));
        Assert.Equal(told.Length > 0, build.Error.Length > 0);
        Assert.All(
            Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories),
            page => Assert.DoesNotContain("<script>alert", File.ReadAllText(page), StringComparison.Ordinal));
    }

    [Fact]
    public void Three_hundred_models_over_sixty_use_cases_build_and_verify()
    {
        using var site = UnusualSite.Crowd(models: 300, useCases: 60);

        var build = site.Build();

        Assert.Equal((0, ""), (build.ExitCode, build.Error));
        Assert.True(File.Exists(Path.Combine(site.Output, "models", "m-300", "index.html")));
    }
}
