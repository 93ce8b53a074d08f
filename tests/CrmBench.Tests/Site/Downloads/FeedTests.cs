using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CrmBench.Core.Model;
using CrmBench.Site.Downloads;
using CrmBench.Site.Publishing;
using CrmBench.Tests.Core.Comparing;
using CrmBench.Tests.Site.Rendering;

namespace CrmBench.Tests.Site.Downloads;

public class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static SitePaths Paths(Catalogue catalogue) =>
        Sites.Paths(["/", "/changes/", .. Feeds.Routes(catalogue).Select(route => route.Path), .. Feeds.All(catalogue).Select(feed => feed.Home).Where(home => home != "/changes/")]);

    private static XElement Whole(Catalogue catalogue) => OfFolder(catalogue, "/");

    private static XElement OfFolder(Catalogue catalogue, string folder) => XDocument.Parse(Encoding.UTF8.GetString(
        Feeds.All(catalogue).Single(feed => feed.Folder == folder).Atom(Paths(catalogue)))).Root!;

    private static Catalogue Withdrawn(string reason) => TwoStates.Of(("one", 90), ("two", 80)).With(
        "one", submission => submission with { Withdrawn = new Withdrawal(new DateOnly(2026, 7, 1), reason) });

    private static Catalogue Moved() => TwoStates.Of(("one", 90), ("two", 80)).With(
        "two", submission => submission with
        {
            SubmittedOn = new DateOnly(2026, 5, 2),
            Corrections = [new Correction(new DateOnly(2026, 7, 3), "A row was read twice.")],
        });

    // RFC 4287, sections 4.1.1 and 4.1.2: what every feed and every entry must have, once each.
    [Fact]
    public void Feeds_and_entries_have_what_atom_demands()
    {
        var catalogue = Withdrawn("Wrong.");
        var paths = Paths(catalogue);

        foreach (var feed in Feeds.All(catalogue).Select(feed => XDocument.Parse(Encoding.UTF8.GetString(feed.Atom(paths))).Root!))
        {
            Assert.Equal(Atom + "feed", feed.Name);
            string[] demanded = ["id", "title", "updated"];
            Assert.All(feed.Elements(Atom + "entry").Prepend(feed), element =>
                Assert.All(demanded, name => Assert.False(string.IsNullOrWhiteSpace(Assert.Single(element.Elements(Atom + name)).Value))));
            Assert.Single(feed.Elements(Atom + "author"));
            Assert.Equal(["self", "alternate"], feed.Elements(Atom + "link").Select(link => link.Attribute("rel")!.Value));
            Assert.All(feed.Descendants(Atom + "updated"), updated => Assert.True(
                DateTimeOffset.TryParseExact(updated.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)));
        }
    }

    // jsonfeed.org/version/1.1: "Top-level", "items": what must be there, and of which type.
    [Fact]
    public void Feeds_and_items_have_what_json_feed_demands()
    {
        var catalogue = Withdrawn("Wrong.");
        var paths = Paths(catalogue);

        foreach (var of in Feeds.All(catalogue))
        {
            using var document = JsonDocument.Parse(of.Json(paths));
            var feed = document.RootElement;
            Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
            Assert.NotEmpty(feed.GetProperty("title").GetString()!);
            Assert.Equal(paths.Absolute($"{of.Folder}feed.json"), feed.GetProperty("feed_url").GetString());
            Assert.All(feed.GetProperty("authors").EnumerateArray(), author => Assert.NotEmpty(author.GetProperty("name").GetString()!));
            Assert.All(feed.GetProperty("items").EnumerateArray(), item =>
            {
                Assert.NotEmpty(item.GetProperty("id").GetString()!);
                Assert.NotEmpty(item.GetProperty("content_text").GetString()!);
                Assert.True(DateTimeOffset.TryParse(item.GetProperty("date_published").GetString(), CultureInfo.InvariantCulture, out _));
            });
        }
    }

    [Fact]
    public void Both_forms_tell_the_same()
    {
        var catalogue = Moved();
        var paths = Paths(catalogue);

        foreach (var of in Feeds.All(catalogue))
        {
            using var json = JsonDocument.Parse(of.Json(paths));
            var atom = XDocument.Parse(Encoding.UTF8.GetString(of.Atom(paths))).Root!;
            Assert.Equal(
                atom.Elements(Atom + "entry").Select(entry => string.Join('\n', ((string[])["id", "title", "updated", "summary"]).Select(name => entry.Element(Atom + name)!.Value))),
                json.RootElement.GetProperty("items").EnumerateArray().Select(item =>
                    string.Join('\n', ((string[])["id", "title", "date_published", "content_text"]).Select(name => item.GetProperty(name).GetString()))));
        }
    }

    [Fact]
    public void Addresses_are_absolute_and_no_two_entries_of_any_feeds_share_one_unless_they_are_the_same()
    {
        var catalogue = Moved();
        var paths = Paths(catalogue);

        var entries = Feeds.All(catalogue).SelectMany(feed => XDocument.Parse(Encoding.UTF8.GetString(feed.Atom(paths))).Root!.Elements(Atom + "entry")).ToList();
        Assert.All(
            entries.SelectMany(entry => entry.Elements(Atom + "link").Select(link => link.Attribute("href")!.Value).Append(entry.Element(Atom + "id")!.Value)),
            address => Assert.StartsWith("https://example.org/crmbench/", address, StringComparison.Ordinal));
        Assert.All(
            entries.GroupBy(entry => entry.Element(Atom + "id")!.Value, entry => entry.ToString()),
            same => Assert.Single(same.Distinct()));
        Assert.Contains("https://example.org/crmbench/changes/#2026-07-03_bench_r_corrected_two", entries.Select(entry => entry.Element(Atom + "id")!.Value));
    }

    [Fact]
    public void The_newest_day_of_the_data_is_the_day_of_the_feed()
    {
        var feed = Whole(Withdrawn("Wrong."));

        Assert.Equal("2026-07-01T00:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal(
            ["2026-07-01T00:00:00Z", "2026-06-01T00:00:00Z"],
            feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "updated")!.Value));
    }

    [Fact]
    public void The_feed_of_a_model_tells_of_its_results_alone()
    {
        var catalogue = Moved();

        string[] Titles(string folder) =>
            [.. OfFolder(catalogue, folder).Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value.Split(": ")[1].Replace(" (invented data)", "", StringComparison.Ordinal))];

        var (one, two) = (catalogue.Models["one"].Name, catalogue.Models["two"].Name);
        Assert.Equal([$"release closed with {one}"], Titles("/models/one/"));
        Assert.Equal([$"{two} corrected", $"release closed with {two}", $"{two} added"], Titles("/models/two/"));
        Assert.Equal(["2026-07-03T00:00:00Z", "2026-06-01T00:00:00Z", "2026-05-02T00:00:00Z"], OfFolder(catalogue, "/models/two/").Elements(Atom + "entry").Select(entry => entry.Element(Atom + "updated")!.Value));
        Assert.DoesNotContain(two, OfFolder(catalogue, "/models/one/").ToString(), StringComparison.Ordinal);
        Assert.Equal("2026-06-01T00:00:00Z", OfFolder(catalogue, "/models/one/").Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void A_former_name_keeps_its_feed_which_names_the_new_address()
    {
        var catalogue = Moved();
        catalogue = catalogue with { Models = catalogue.Models.SetItem("two", catalogue.Models["two"] with { Aliases = ["second"] }) };

        var files = Feeds.Write(catalogue, Paths(catalogue)).ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content.Span));

        Assert.Equal(files["models/two/feed.xml"], files["models/second/feed.xml"]);
        Assert.Equal(files["models/two/feed.json"], files["models/second/feed.json"]);
        Assert.Equal(files.Keys.Order(), Feeds.Routes(catalogue).Select(route => route.Path[1..]).Order());
    }

    [Theory]
    [InlineData("<b> & \"quotes\" ]]>", "<b> & \"quotes\" ]]>")]
    [InlineData("a\0b\u0001c\uFFFEd\uFFFF", "a\uFFFDb\uFFFDc\uFFFDd\uFFFD")]
    [InlineData("🦜", "🦜")]
    public void Any_text_makes_a_feed_that_can_be_read(string reason, string read)
    {
        var entry = Whole(Withdrawn(reason)).Elements(Atom + "entry").First();

        Assert.Equal($"{read} All of this is invented.", entry.Element(Atom + "summary")!.Value);
    }

    // Test data cannot hold half a character, so it is cut here.
    [Fact]
    public void Half_a_character_makes_a_feed_that_can_be_read()
    {
        var entry = Whole(Withdrawn("🦜"[..1])).Elements(Atom + "entry").First();

        Assert.StartsWith("\uFFFD ", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_without_results_has_feeds_without_entries()
    {
        var catalogue = TwoStates.Of(("one", 90)) with { Benchmarks = [] };

        Assert.All(["/", "/models/one/"], (Action<string>)(folder =>
        {
            Assert.Empty(OfFolder(catalogue, folder).Elements(Atom + "entry"));
            Assert.Single(OfFolder(catalogue, folder).Elements(Atom + "updated"));
        }));
    }
}
