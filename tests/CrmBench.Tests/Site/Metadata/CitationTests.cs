using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data;
using CrmBench.Site.Metadata;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Site.Metadata;

/// <summary>A release can be cited in three forms, which say the same.</summary>
public partial class CitationTests
{
    private static readonly Catalogue Minimal = CatalogueReader.Read(Data.Sites.Minimal, new DiagnosticBag())!;

    public static TheoryData<string> Releases =>
    [
        .. BoardsSite.Files.Keys.Where(path => path.EndsWith("/CITATION.cff", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    // Required by the schema of Citation File Format 1.2.0, and what tells one release from another.
    [Theory]
    [MemberData(nameof(Releases))]
    public void A_file_of_a_release_has_what_the_format_requires(string path)
    {
        var lines = Encoding.UTF8.GetString(BoardsSite.Files[path]).Split('\n');
        foreach (var required in new[] { "cff-version: \"1.2.0\"", "type: \"dataset\"", "message: \"", "title: \"", "authors:", "version: \"", "url: \"https://" })
        {
            Assert.Contains(lines, line => line.StartsWith(required, StringComparison.Ordinal));
        }

        Assert.Matches("^date-released: \"[0-9]{4}-[0-9]{2}-[0-9]{2}\"$", lines.Single(line => line.StartsWith("date-released", StringComparison.Ordinal)));

        // Each reference has a type, a title and an author.
        var references = lines.Count(line => line.StartsWith("  - type: data", StringComparison.Ordinal));
        Assert.Equal(references, lines.Count(line => line.StartsWith("    title: \"", StringComparison.Ordinal)));
        Assert.Equal(references, lines.Count(line => line.StartsWith("      - name: \"", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void BibTeX_names_the_same_address_and_year(string path)
    {
        var (cff, bibtex) = (Encoding.UTF8.GetString(BoardsSite.Files[path]), Encoding.UTF8.GetString(BoardsSite.Files[path.Replace("CITATION.cff", "citation.bib", StringComparison.Ordinal)]));

        Assert.Equal(Address().Match(cff).Groups[1].Value, Address().Match(bibtex).Groups[1].Value);
        Assert.Contains($"year = {{{cff.Split("date-released: \"")[1][..4]}}}", bibtex, StringComparison.Ordinal);
        Assert.Equal(bibtex.Count(sign => sign == '{'), bibtex.Count(sign => sign == '}'));
    }

    [Fact]
    public void What_TeX_would_read_as_a_command_is_escaped()
    {
        var benchmark = Minimal.Benchmarks[0] with { Name = @"50 % & #1_{x} ~ ^ $ \end" };

        Assert.Contains(
            @"50 \% \& \#1\_\{x\} \textasciitilde{} \textasciicircum{} \$ \textbackslash{}end, release",
            Citation.Bibtex(Minimal.Site, benchmark, benchmark.Releases.First(release => release.Status == ReleaseStatus.Frozen)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Text_names_site_benchmark_release_day_and_the_address_that_stays()
    {
        var benchmark = Minimal.Benchmarks[0];
        var release = benchmark.Releases[0];

        var text = Citation.Text(Minimal.Site, benchmark, release);

        Assert.Equal(
            $"{Minimal.Site.Title}: {Citation.TitleOf(benchmark, release)}, {release.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}. {Minimal.Site.BaseUrl}{benchmark.Id}/{release.Id}/",
            text);
    }

    [GeneratedRegex("url(?:: \"| = {)([^\"}]+)")]
    private static partial Regex Address();
}
