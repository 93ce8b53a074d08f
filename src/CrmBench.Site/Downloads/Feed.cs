using System.Collections.Immutable;
using System.Text;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Downloads;

/// <summary>
/// What happened to some of the results, newest first, as programs watch it: as Atom (RFC 4287) and as JSON Feed (version 1.1). Its days are those of
/// the data, never the clock's.
/// </summary>
/// <param name="Folder">The path of the folder that both files stand in: <c>/models/gpt-5.2/</c>.</param>
/// <param name="Title">What it follows.</param>
/// <param name="About">The same in a sentence.</param>
/// <param name="Home">The path of the page about it.</param>
/// <param name="Entries">The entries, newest first.</param>
/// <param name="Day">The day of the newest entry; of a feed without entries that of the data's newest, since nothing happened until then.</param>
internal sealed record Feed(string Folder, string Title, string About, string Home, ImmutableArray<LedgerText> Entries, DateOnly? Day)
{
    // Readers come by now and then; what is older stands on the page of changes and in the downloads.
    private const int MostEntries = 100;

    // RFC 4287 demands a day even of the feed of a site without results.
    private static readonly DateOnly Never = new(1970, 1, 1);

    /// <summary>The path of the Atom feed in a folder.</summary>
    public static string AtomIn(string folder) => $"{folder}feed.xml";

    /// <summary>The path of the JSON feed in a folder.</summary>
    public static string JsonIn(string folder) => $"{folder}feed.json";

    /// <summary>The bytes of the Atom feed.</summary>
    public byte[] Atom(SitePaths paths)
    {
        var self = XmlText.Of(paths.Absolute(AtomIn(Folder)));
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n");
        feed.Append($"""
            <title>{XmlText.Of(Title)}</title>
            <subtitle>{XmlText.Of(About)}</subtitle>
            <id>{self}</id>
            <link rel="self" type="application/atom+xml" href="{self}"/>
            <link rel="alternate" type="text/html" href="{XmlText.Of(paths.Absolute(Home))}"/>
            <updated>{Moment(Day ?? Never)}</updated>
            <author><name>{XmlText.Of(Author)}</name></author>

            """.ReplaceLineEndings("\n"));
        foreach (var entry in Entries.Take(MostEntries))
        {
            feed.Append($"""
                <entry>
                <title>{XmlText.Of(entry.Title)}</title>
                <id>{XmlText.Of(IdOf(entry, paths))}</id>
                <link rel="alternate" type="text/html" href="{XmlText.Of(paths.Absolute(entry.Path))}"/>
                <updated>{Moment(entry.Entry.On)}</updated>
                <category term="{XmlText.Of(entry.Entry.Benchmark.Id)}" label="{XmlText.Of(entry.Entry.Benchmark.Name)}"/>
                <summary>{XmlText.Of(entry.Summary)}</summary>
                </entry>

                """.ReplaceLineEndings("\n"));
        }

        return Encoding.UTF8.GetBytes(feed.Append("</feed>\n").ToString());
    }

    /// <summary>The bytes of the JSON feed.</summary>
    public byte[] Json(SitePaths paths) => FileBytes.OfJson(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", Title);
        json.WriteString("description", About);
        json.WriteString("home_page_url", paths.Absolute(Home));
        json.WriteString("feed_url", paths.Absolute(JsonIn(Folder)));
        json.WriteString("language", "en");
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", Author);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("items");
        foreach (var entry in Entries.Take(MostEntries))
        {
            json.WriteStartObject();
            json.WriteString("id", IdOf(entry, paths));
            json.WriteString("url", paths.Absolute(entry.Path));
            json.WriteString("title", entry.Title);
            // The form demands a text, and what was closed without a word has none.
            json.WriteString("content_text", entry.Summary.Length == 0 ? entry.Title : entry.Summary);
            json.WriteString("date_published", Moment(entry.Entry.On));
            json.WriteStartArray("tags");
            json.WriteStringValue(entry.Entry.Benchmark.Id);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The name of the site.</summary>
    public required string Author { get; init; }

    // An entry that speaks of some results alone is another than the one of all: a reader who follows two feeds loses neither.
    private string IdOf(LedgerText entry, SitePaths paths) =>
        entry.Followed.IsEmpty ? paths.Absolute(entry.Path) : paths.Absolute($"{Home}#{entry.Anchor}");

    private static string Moment(DateOnly day) => $"{Format.IsoDate(day)}T00:00:00Z";
}
