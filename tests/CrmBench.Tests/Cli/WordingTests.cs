using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;

namespace CrmBench.Tests.Cli;

public class WordingTests
{
    [Theory]
    [InlineData(3, 1, "3 errors, 1 warning. Nothing was written.")]
    [InlineData(1, 0, "1 error. Nothing was written.")]
    [InlineData(1200, 2, "1,200 errors, 2 warnings. Nothing was written.")]
    public void A_failed_build_counts_errors_and_warnings(int errors, int warnings, string line) =>
        Assert.Equal(line, Wording.NothingWritten(Problems(errors, warnings)));

    [Theory]
    [InlineData(0, 0, "No problems.")]
    [InlineData(0, 1, "1 warning.")]
    [InlineData(2, 0, "2 errors.")]
    public void A_check_ends_with_the_counts(int errors, int warnings, string line) =>
        Assert.Equal(line, Wording.Checked(Problems(errors, warnings)));

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void A_build_says_pages_bytes_and_time_the_same_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        var site = new BuiltSite([new SiteFile("index.html", new byte[21_480_000]), new SiteFile("site.css", new byte[1])]);

        var line = Wording.Written(1432, site, "output/", TimeSpan.FromSeconds(0.42));

        Assert.Equal("Wrote 1,432 pages (21.5 MB) to output/ in 0.42 s.", line);
    }

    private static ImmutableArray<Diagnostic> Problems(int errors, int warnings) =>
    [
        .. Enumerable.Range(1, errors).Select(i => new Diagnostic("CB0001", Severity.Error, new SourcePlace("a", i), "")),
        .. Enumerable.Range(1, warnings).Select(i => new Diagnostic("CB0002", Severity.Warning, new SourcePlace("a", i), "")),
    ];
}
