using System.Buffers;
using System.Text;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Downloads;
using CrmBench.Site.Words;

namespace CrmBench.Site.Metadata;

/// <summary>
/// What search engines for data read in a page: a <c>Dataset</c> of schema.org as JSON-LD. Such a block is data and no script, so that the
/// policy of the page has nothing to allow.
/// </summary>
internal static class DatasetMarkup
{
    /// <summary>A board of a release. Null for what search engines shall not keep: drafts and invented results.</summary>
    public static Html? Of(SiteSettings site, ScoredRelease release, Leaderboard board)
    {
        var benchmark = board.Benchmark;
        if (benchmark.Invented || board.Release.Status == ReleaseStatus.Draft)
        {
            return null;
        }

        return Element(json =>
        {
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "Dataset");
            json.WriteString("name", $"{benchmark.Name}, {board.Release.Id}, {board.Method.Name}");
            json.WriteString("description", $"{benchmark.Question} {benchmark.Summary}");
            json.WriteString("url", Addresses.Absolute(site, Addresses.Kept(release, board)));
            json.WriteString("version", board.Release.Id);
            json.WriteString("datePublished", Format.IsoDate(board.Release.Date));
            WriteOwner(json, site);
            json.WriteString("measurementTechnique", board.Method.Description);
            json.WriteStartArray("variableMeasured");
            foreach (var dimension in benchmark.Dimensions)
            {
                json.WriteStringValue(dimension.Name);
            }

            json.WriteEndArray();
            json.WriteStartArray("distribution");
            WriteDownload(json, site, DownloadFiles.PathOf(board, "csv"), "text/csv");
            WriteDownload(json, site, DownloadFiles.PathOf(board, "json"), "application/json");
            json.WriteEndArray();
        });
    }

    /// <summary>All data of the site, for the page of data.</summary>
    /// <param name="site">The site.</param>
    /// <param name="page">Path of the page.</param>
    /// <param name="files">Paths of what to begin with, with their media types.</param>
    public static Html OfAll(SiteSettings site, string page, params (string Path, string Type)[] files) => Element(json =>
    {
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "Dataset");
        json.WriteString("name", $"{site.Title}: all data");
        json.WriteString("description", $"{site.Description} Every figure of every leaderboard with its interval, count and source.");
        json.WriteString("url", Addresses.Absolute(site, page));
        WriteOwner(json, site);
        json.WriteStartArray("distribution");
        foreach (var (path, type) in files)
        {
            WriteDownload(json, site, path, type);
        }

        json.WriteEndArray();
    });

    private static void WriteOwner(Utf8JsonWriter json, SiteSettings site)
    {
        json.WriteString("license", Addresses.Terms(site));
        json.WriteBoolean("isAccessibleForFree", true);
        json.WriteStartObject("creator");
        json.WriteString("@type", "Organization");
        json.WriteString("name", site.Title);
        json.WriteString("url", site.BaseUrl.AbsoluteUri);
        json.WriteEndObject();
    }

    private static void WriteDownload(Utf8JsonWriter json, SiteSettings site, string path, string type)
    {
        json.WriteStartObject();
        json.WriteString("@type", "DataDownload");
        json.WriteString("encodingFormat", type);
        json.WriteString("contentUrl", Addresses.Absolute(site, path));
        json.WriteEndObject();
    }

    // The writer escapes every sign that could end the element.
    private static Html Element(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new Html($"<script type=\"application/ld+json\">{Encoding.UTF8.GetString(buffer.WrittenSpan)}</script>");
    }
}
