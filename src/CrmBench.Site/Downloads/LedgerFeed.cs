using System.Text;
using CrmBench.Core.Model;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

/// <summary>The ledger as an Atom feed (RFC 4287), newest first. Its days are those of the data, never the clock's.</summary>
internal static class LedgerFeed
{
    public const string Path = "/feed.xml";

    // Readers come by now and then; what is older stands on the page and in the downloads.
    private const int MostEntries = 100;

    // RFC 4287 demands a day even of a feed without entries.
    private const string Never = "1970-01-01";

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Catalogue catalogue, SitePaths paths)
    {
        var entries = LedgerText.All(catalogue);
        var site = catalogue.Site;
        var newest = entries.IsEmpty ? Never : Format.IsoDate(entries[0].Entry.On);
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n");
        feed.Append($"""
            <title>{XmlText.Of(site.Title)}: changes</title>
            <subtitle>Every release of every leaderboard, and every result added, corrected or withdrawn.</subtitle>
            <id>{XmlText.Of(paths.Absolute(Path))}</id>
            <link rel="self" type="application/atom+xml" href="{XmlText.Of(paths.Absolute(Path))}"/>
            <link rel="alternate" type="text/html" href="{XmlText.Of(paths.Absolute(Addresses.Changes))}"/>
            <updated>{newest}T00:00:00Z</updated>
            <author><name>{XmlText.Of(site.Title)}</name></author>

            """.ReplaceLineEndings("\n"));
        foreach (var entry in entries.Take(MostEntries))
        {
            var address = XmlText.Of(paths.Absolute(entry.Path));
            feed.Append($"""
                <entry>
                <title>{XmlText.Of(entry.Title)}</title>
                <id>{address}</id>
                <link rel="alternate" type="text/html" href="{address}"/>
                <updated>{Format.IsoDate(entry.Entry.On)}T00:00:00Z</updated>
                <category term="{XmlText.Of(entry.Entry.Benchmark.Id)}" label="{XmlText.Of(entry.Entry.Benchmark.Name)}"/>
                <summary>{XmlText.Of(entry.Summary)}</summary>
                </entry>

                """.ReplaceLineEndings("\n"));
        }

        return Encoding.UTF8.GetBytes(feed.Append("</feed>\n").ToString());
    }
}
