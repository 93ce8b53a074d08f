using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>
/// Drafts are there for who asks, and never in front: they change no page that readers come to first and nothing that search engines read.
/// Of the files for programs those may have them that say of each release or figure whether it is a draft: the lists of the API and the table
/// of all figures. Besides them only the sizes and hashes of these files differ, where other files name them.
/// </summary>
public sealed partial class DraftsTests : IDisposable
{
    private const string Benchmark = "data/benchmarks/tiny";

    private static readonly string[] ListsWithStatus = ["api/v1/benchmarks.json", "api/v1/index.json", "api/v1/leaderboards.json", "api/v1/releases.json"];

    private static readonly string[] TablesWithStatus = ["data/figures.csv", "data/figures.parquet"];

    private static readonly string[] Metadata = ["croissant.json", "datapackage.json"];

    private readonly TemporaryFolder _folder = new();

    public DraftsTests()
    {
        _folder.Copy(Repository.PathOf("tests/sites/minimal"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2026-12", "2026-12-31")]
    [InlineData("2026-05", "2026-05-31")]
    public void An_empty_draft_changes_nothing_but_the_links_to_it(string draft, string day)
    {
        var before = Build();
        AddRelease(draft, day, "draft");

        var after = Build();

        var changed = after.Keys.Where(name => !before.TryGetValue(name, out var old) || old != after[name]).ToList();
        Assert.All(changed, name => Assert.True(IsOfDraft(name, draft) || IsSame(name, before[name], after[name], draft), name));
        Assert.Equal(
            [.. ListsWithStatus, "changes/index.html", "index.html", "tiny/2026-08/automated/index.html", "tiny/2026-08/index.html", "tiny/index.html"],
            changed.Where(name => !IsOfDraft(name, draft)).Order(StringComparer.Ordinal));
        Assert.Empty(before.Keys.Except(after.Keys));
    }

    [Fact]
    public void A_draft_with_results_changes_no_board_in_front_no_ledger_and_nothing_that_search_engines_read()
    {
        var before = Build();
        AddRelease("2026-12", "2026-12-31", "draft", submission: true);

        var after = Build();

        string[] mayDiffer = ["choose/index.html", "compare/index.html", "models/acme-one/index.html"];
        Assert.All(
            before.Keys.Except(mayDiffer).Except(TablesWithStatus),
            name => Assert.True(IsSame(name, before[name], after[name], "2026-12"), name));
        Assert.All([.. mayDiffer, .. ListsWithStatus, .. TablesWithStatus, .. Metadata], name => Assert.NotEqual(before[name], after[name]));
        Assert.Equal(before["data/figures.csv"].Split('\n'), after["data/figures.csv"].Split('\n').Where(line => !line.StartsWith("tiny,2026-12,draft,", StringComparison.Ordinal)));
        Assert.All(before.Keys.Where(name => name.EndsWith(".html", StringComparison.Ordinal)), name => Assert.Equal(Canonical(before[name]), Canonical(after[name])));
        Assert.Contains("<option value=\"tiny_2026-12_manual\" ", after["compare/index.html"], StringComparison.Ordinal);
        string[] ofFrozenAlone = ["sitemap.xml", "feed.xml", "llms.txt", "data/changes.csv", "data/changes.json", .. Metadata];
        Assert.All(ofFrozenAlone, name => Assert.DoesNotContain("2026-12", after[name], StringComparison.Ordinal));
    }

    [Fact]
    public void A_draft_says_on_its_own_pages_that_it_is_one()
    {
        AddRelease("2026-05", "2026-08-01", "draft", submission: true);

        var site = Build();

        var own = site.Where(file => file.Key.StartsWith("tiny/2026-05/", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [
                "tiny/2026-05/agreement/index.html", "tiny/2026-05/automated/index.html", "tiny/2026-05/automated/index.md",
                "tiny/2026-05/index.html", "tiny/2026-05/index.md",
            ],
            own.Select(file => file.Key).Order(StringComparer.Ordinal));
        Assert.All(own.Where(IsMarkdown), file => Assert.Contains(", draft of May 2026 of 2026-08-01, ", file.Value, StringComparison.Ordinal));
        Assert.All(own.Where(file => !IsMarkdown(file)), file =>
        {
            Assert.Contains("<meta name=\"robots\" content=\"noindex\">", file.Value, StringComparison.Ordinal);
            Assert.Null(Canonical(file.Value));
            Assert.Contains("May 2026 (draft)", Text(file.Value, "title"), StringComparison.Ordinal);
        });
        var board = site["tiny/2026-05/index.html"];
        Assert.Equal(
            "This is a draft: results may still come, change and go. Go to the newest frozen release, August 2026.", Text(board, ".superseded"));
        Assert.Contains("draft of May 2026 (to be closed on 1\u00a0Aug\u00a02026)", Text(board, ".lead"), StringComparison.Ordinal);
        Assert.Contains("\"status\":\"draft\"", site["data/tiny/2026-05/manual.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", site["tiny/2026-08/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_model_has_its_draft_apart_from_where_it_stands()
    {
        AddRelease("2026-12", "2026-12-31", "draft", submission: true);

        var page = new HtmlParser().ParseDocument(Build()["models/acme-one/index.html"]);

        Assert.StartsWith("release of August 2026", page.QuerySelector("#tiny .kind")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("draft of December 2026", page.QuerySelector("#tiny_2026-12 .kind")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("December", page.QuerySelector("#positions + div")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_frozen_the_draft_with_results_is_the_board_and_says_so()
    {
        _folder.Write($"{Benchmark}/releases/2026-08/release.json", Release("2026-08-01", "draft"));
        AddRelease("2026-12", "2026-12-31", "draft");

        var site = Build();

        Assert.Contains("draft of August 2026", Text(site["index.html"], ".lead"), StringComparison.Ordinal);
        Assert.Equal("This is a draft: results may still come, change and go.", Text(site["tiny/index.html"], ".superseded"));
        Assert.Contains("draft of ", Text(site["tiny/use-cases/call-summary/index.html"], ".lead"), StringComparison.Ordinal);
        Assert.Contains("/tiny/</loc>", site["sitemap.xml"], StringComparison.Ordinal);
        Assert.DoesNotContain("/tiny/20", site["sitemap.xml"], StringComparison.Ordinal);
        Assert.DoesNotContain("<entry>", site["feed.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_release_stands_in_front_and_the_others_are_called_newer_and_older()
    {
        AddRelease("2026-06", "2026-06-30", "frozen", submission: true);
        AddRelease("2026-03", "2026-03-31", "frozen", submission: true);
        var before = Build();
        Name("2026-06");

        var site = Build();

        Assert.Contains("release of August 2026 (", Text(before["index.html"], ".lead"), StringComparison.Ordinal);
        Assert.Contains("release of June 2026 (", Text(site["index.html"], ".lead"), StringComparison.Ordinal);
        Assert.Equal("This is not the newest release. Go to the newest frozen release, August 2026.", Text(site["tiny/index.html"], ".superseded"));
        Assert.Equal(
            "This is a newer release than the one shown first; it is frozen. Go to the release shown first, June 2026.",
            Text(site["tiny/2026-08/index.html"], ".superseded"));
        Assert.Equal("This is an older release; it is frozen. Go to the release shown first, June 2026.", Text(site["tiny/2026-03/index.html"], ".superseded"));
        Assert.Equal("https://example.org/tiny/tiny/", Canonical(site["tiny/2026-06/index.html"]));
    }

    [Fact]
    public void A_name_that_no_release_has_is_a_problem_at_its_place()
    {
        Name("2026-8");

        var run = CrmBenchRun.In(_folder.Path, "check");

        Assert.StartsWith(
            $"{Benchmark}/benchmark.json:3:22: error CB0416: There is no release '2026-8'. Did you mean '2026-08'?",
            run.Error,
            StringComparison.Ordinal);
    }

    private static bool IsOfDraft(string name, string draft) =>
        name.StartsWith($"tiny/{draft}/", StringComparison.Ordinal) || name.StartsWith($"data/tiny/{draft}/", StringComparison.Ordinal);

    private static bool IsMarkdown(KeyValuePair<string, string> file) => file.Key.EndsWith(".md", StringComparison.Ordinal);

    // Apart from links to the draft, from what a list says of it, and from sizes and hashes of files that have it.
    private static bool IsSame(string name, string before, string after, string draft) => ListsWithStatus.Contains(name) || Metadata.Contains(name)
        ? JsonNode.DeepEquals(WithoutDraft(JsonNode.Parse(before)!, draft), WithoutDraft(JsonNode.Parse(after)!, draft))
        : before == WithoutLinks(after);

    private static JsonNode WithoutDraft(JsonNode list, string draft)
    {
        if (list is JsonArray array)
        {
            array.RemoveAll(node => node is JsonValue
                ? node.ToString() == draft
                : node is JsonObject entry && (Says(entry, "id") == draft || Says(entry, "release") == draft || IsOfDraft(Says(entry, "path"), draft)));
        }
        else if (list is JsonObject entry && (string[])[.. ListsWithStatus, .. TablesWithStatus, .. Metadata] is var differing
            && (differing.Contains(Says(entry, "path")) || differing.Contains(Says(entry, "@id"))))
        {
            Array.ForEach(["bytes", "sha256", "hash", "contentSize"], property => entry.Remove(property));
        }

        foreach (var node in list switch { JsonArray all => all, JsonObject all => all.Select(property => property.Value), _ => [] })
        {
            _ = node is null ? null : WithoutDraft(node, draft);
        }

        return list;
    }

    private static string Says(JsonObject entry, string property) => entry[property] is JsonValue value ? value.ToString() : "";

    // A line at the end of each board's page, and a part of the page of changes.
    private static string WithoutLinks(string page) => LinksToDrafts().Replace(page, "");

    private static string? Canonical(string page) => new HtmlParser().ParseDocument(page).QuerySelector("link[rel='canonical']")?.GetAttribute("href");

    private static string Text(string page, string selector) => new HtmlParser().ParseDocument(page).QuerySelector(selector)!.TextContent;

    private static string Release(string day, string status) =>
        $$"""{ "schema": 1, "date": "{{day}}", "status": "{{status}}", "changes": "For a test.", "known_limits": [] }""";

    private void AddRelease(string id, string day, string status, bool submission = false)
    {
        _folder.Write($"{Benchmark}/releases/{id}/release.json", Release(day, status));
        if (submission)
        {
            _folder.Copy(_folder.PathOf($"{Benchmark}/releases/2026-08/submissions/acme-one"), $"{Benchmark}/releases/{id}/submissions/acme-one");
        }
    }

    private void Name(string release)
    {
        var path = _folder.PathOf($"{Benchmark}/benchmark.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"schema\": 1,\n", $"\"schema\": 1,\n  \"default_release\": \"{release}\",\n", StringComparison.Ordinal));
    }

    private Dictionary<string, string> Build()
    {
        var run = CrmBenchRun.In(_folder.Path, "build", "--verify");
        Assert.True(run.ExitCode == 0, run.Error);
        // What the writer notes of its own files follows from the others.
        return FolderContent.Read(_folder.PathOf("output")).Where(file => file.Key != ".crmbench").ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value), StringComparer.Ordinal);
    }

    [GeneratedRegex("(?s)<(p|section) class=\"drafts\">.*?</\\1>\n")]
    private static partial Regex LinksToDrafts();
}
