using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CrmBench.Core.Model;
using CrmBench.Site.Downloads;
using CrmBench.Tests.Core.Comparing;
using CrmBench.Tests.Site.Rendering;

namespace CrmBench.Tests.Site.Downloads;

public class LedgerFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static XElement Feed(Catalogue catalogue) => XDocument.Parse(Encoding.UTF8.GetString(
        LedgerFeed.Write(catalogue, Sites.Paths("/", "/changes/", LedgerFeed.Path)))).Root!;

    private static Catalogue Withdrawn(string reason) => TwoStates.Of(("one", 90), ("two", 80)).With(
        "one", submission => submission with { Withdrawn = new Withdrawal(new DateOnly(2026, 7, 1), reason) });

    // RFC 4287, sections 4.1.1 and 4.1.2: what every feed and every entry must have, once each.
    [Fact]
    public void Feed_and_entries_have_what_atom_demands()
    {
        var feed = Feed(Withdrawn("Wrong."));

        Assert.Equal(Atom + "feed", feed.Name);
        string[] demanded = ["id", "title", "updated"];
        Assert.All(feed.Elements(Atom + "entry").Prepend(feed), element =>
            Assert.All(demanded, name => Assert.Single(element.Elements(Atom + name))));
        Assert.Single(feed.Elements(Atom + "author"));
        Assert.Equal(["self", "alternate"], feed.Elements(Atom + "link").Select(link => link.Attribute("rel")!.Value));
        Assert.All(feed.Descendants(Atom + "updated"), updated => Assert.True(
            DateTimeOffset.TryParseExact(updated.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)));
    }

    [Fact]
    public void Addresses_are_absolute_and_no_two_entries_share_one()
    {
        var feed = Feed(Withdrawn("Wrong."));

        var ids = feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(
            feed.Descendants(Atom + "id").Select(id => id.Value).Concat(feed.Descendants(Atom + "link").Select(link => link.Attribute("href")!.Value)),
            address => Assert.StartsWith("https://example.org/crmbench/", address, StringComparison.Ordinal));
        Assert.Contains("https://example.org/crmbench/changes/#2026-07-01_bench_r_withdrawn_one", ids);
    }

    [Fact]
    public void The_newest_day_of_the_data_is_the_day_of_the_feed()
    {
        var feed = Feed(Withdrawn("Wrong."));

        Assert.Equal("2026-07-01T00:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal(
            ["2026-07-01T00:00:00Z", "2026-06-01T00:00:00Z"],
            feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "updated")!.Value));
    }

    [Theory]
    [InlineData("<b> & \"quotes\" ]]>", "<b> & \"quotes\" ]]>")]
    [InlineData("a\0b\u0001c\uFFFEd\uFFFF", "a\uFFFDb\uFFFDc\uFFFDd\uFFFD")]
    [InlineData("🦜", "🦜")]
    public void Any_text_makes_a_feed_that_can_be_read(string reason, string read)
    {
        var entry = Feed(Withdrawn(reason)).Elements(Atom + "entry").First();

        Assert.Equal($"{read} All of this is invented.", entry.Element(Atom + "summary")!.Value);
    }

    // Test data cannot hold half a character, so it is cut here.
    [Fact]
    public void Half_a_character_makes_a_feed_that_can_be_read()
    {
        var entry = Feed(Withdrawn("🦜"[..1])).Elements(Atom + "entry").First();

        Assert.StartsWith("\uFFFD ", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_without_results_has_a_feed_without_entries()
    {
        var feed = Feed(TwoStates.Of() with { Benchmarks = [] });

        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.Single(feed.Elements(Atom + "updated"));
    }
}
