using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Metadata;

/// <summary>
/// How a release is cited: as text, as Citation File Format 1.2.0 and as BibTeX. A frozen release keeps its address and its numbers, so that is
/// what is cited, and never the front page of a benchmark.
/// </summary>
internal static class Citation
{
    // YAML reads JSON's strings as its own double-quoted ones.
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The path of a release's <c>CITATION.cff</c> within the site.</summary>
    public static string CffPath(Benchmark benchmark, Release release) => $"/data/{benchmark.Id}/{release.Id}/CITATION.cff";

    /// <summary>The path of a release's BibTeX within the site.</summary>
    public static string BibtexPath(Benchmark benchmark, Release release) => $"/data/{benchmark.Id}/{release.Id}/citation.bib";

    /// <summary>The paths of all releases' files.</summary>
    public static IEnumerable<Route> Routes(Catalogue catalogue) =>
        from benchmark in catalogue.Benchmarks
        from release in benchmark.Releases
        from path in new[] { CffPath(benchmark, release), BibtexPath(benchmark, release) }
        select Route.OfProgram(path);

    /// <summary>Both files of every release.</summary>
    public static ImmutableArray<SiteFile> Write(Catalogue catalogue) =>
    [
        .. from benchmark in catalogue.Benchmarks
           from release in benchmark.Releases
           from file in new (string Path, string Text)[]
           {
               (CffPath(benchmark, release), Cff(catalogue.Site, benchmark, release)),
               (BibtexPath(benchmark, release), Bibtex(catalogue.Site, benchmark, release)),
           }
           select new SiteFile(file.Path[1..], Encoding.UTF8.GetBytes(file.Text)),
    ];

    /// <summary>One paragraph of text that names the site, the benchmark, the release with its day, and its address.</summary>
    public static string Text(SiteSettings site, Benchmark benchmark, Release release) =>
        $"{site.Title}: {TitleOf(benchmark, release)}, {release.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}. {AddressOf(site, benchmark, release)}";

    /// <summary>The release in BibTeX.</summary>
    public static string Bibtex(SiteSettings site, Benchmark benchmark, Release release) => $$$"""
        @misc{{{{benchmark.Id}}}-{{{release.Id}}},
          author = {{{{{Tex(site.Title)}}}}},
          title = {{{{{Tex(TitleOf(benchmark, release))}}}}},
          year = {{{{release.Date.Year.ToString(CultureInfo.InvariantCulture)}}}},
          month = {{{release.Date.ToString("MMM", CultureInfo.InvariantCulture).ToLowerInvariant()}}},
          url = {{{{AddressOf(site, benchmark, release)}}}},
          note = {Cite the sources of the figures as well; the page names them.}
        }

        """.ReplaceLineEndings("\n");

    private static string Cff(SiteSettings site, Benchmark benchmark, Release release)
    {
        var cff = new StringBuilder();
        void Line(string name, string value) => cff.Append(CultureInfo.InvariantCulture, $"{name}: {Quoted(value)}\n");
        Line("cff-version", "1.2.0");
        Line("message", "Please cite the sources of the figures as well as this release.");
        Line("type", "dataset");
        Line("title", TitleOf(benchmark, release));
        Line("abstract", benchmark.Summary);
        Line("version", release.Id);
        Line("date-released", Format.IsoDate(release.Date));
        Line("url", AddressOf(site, benchmark, release));
        Line("repository-code", site.RepositoryUrl);
        if (site.Licence is { } licence)
        {
            Line("license-url", licence);
        }

        cff.Append(CultureInfo.InvariantCulture, $"authors:\n  - name: {Quoted(site.Title)}\n");
        Source[] sources = [.. release.Submissions.SelectMany(submission => submission.Sources).DistinctBy(source => (source.Title, source.Url, source.Date))];
        if (sources.Length > 0)
        {
            cff.Append("references:\n");
        }

        foreach (var source in sources)
        {
            var isAddress = source.Url.StartsWith("https://", StringComparison.Ordinal);
            cff.Append(CultureInfo.InvariantCulture, $"  - type: data\n    title: {Quoted(source.Title)}\n    authors:\n      - name: {Quoted(Publisher(source))}\n");
            cff.Append(CultureInfo.InvariantCulture, $"    notes: {Quoted($"Licence: {source.Licence}")}\n");
            if (isAddress)
            {
                cff.Append(CultureInfo.InvariantCulture, $"    url: {Quoted(source.Url)}\n");
            }

            if (source.Date is { } day)
            {
                cff.Append(CultureInfo.InvariantCulture, $"    date-accessed: {Quoted(Format.IsoDate(day))}\n");
            }
        }

        return cff.ToString();
    }

    /// <summary>The benchmark and its release; drafts and invented results say so.</summary>
    public static string TitleOf(Benchmark benchmark, Release release) =>
        $"{benchmark.Name}, {(release.Status == ReleaseStatus.Draft ? "draft" : "release")} {release.Id}{(benchmark.Invented ? " (invented data)" : "")}";

    private static string AddressOf(SiteSettings site, Benchmark benchmark, Release release) =>
        Addresses.Absolute(site, Addresses.Release(benchmark, release));

    // Sources name no author; whose address it is published at is what is known.
    private static string Publisher(Source source) =>
        Uri.TryCreate(source.Url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : source.Url;

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, Readable)}\"";

    private static string Tex(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{character}",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
