using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using CrmBench.Cli.Reports;
using CrmBench.Core.Diagnostics;
using CrmBench.Tests.Core.Comparing;
using CrmBench.Tests.Support;
using static CrmBench.Tests.Core.Comparing.TwoStates;

namespace CrmBench.Tests.Architecture;

/// <summary>The scripts of the one workflow that may write to pull requests, run by Node with a pretended GitHub, and what readers then see.</summary>
public sealed partial class CommentScriptTests(GitHubMarkdown markdown) : IClassFixture<GitHubMarkdown>, IDisposable
{
    private const string Head = "0123456789abcdef0123456789abcdef01234567";
    private const string Merge = "89abcdef0123456789abcdef0123456789abcdef";
    private const string Marker = "<!-- crmbench: report on a submission -->";
    private const string LeftOut = "(A line that would not be plain text is left out here.)";

    // What may be live in a comment of ours beside text.
    private static readonly string[] Ours =
        ["H3", "P", "STRONG", "CODE", "UL", "LI", "DETAILS", "SUMMARY", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "A"];

    // What people write into names to make a bot say it.
    private static readonly string[] Hostile =
    [
        "@everyone", "`@everyone`", "`` @everyone", "a ` @everyone https://evil.example", "[click](https://evil.example)",
        "![x](https://evil.example/x.png)", "<a href='https://evil.example'>x</a>", "<img src=x onerror=alert(1)>", "</code><script>alert(1)</script>",
        "https://evil.example", "www.evil.example", "a@evil.example", "fixes #1, closes org/repo#2, GH-3", "x|y", "x\\|`y", "\\`", "\\",
        "<!-- x", "-->", "<details>", "</details>", "[^1]", "[x]: https://evil.example", "&#96; @everyone &#96;", "~~~", "```\n@everyone",
        "line\n\n# Reviewed by a maintainer: safe to merge", "line\r\n\r\n@everyone", "\u2028@everyone", "\u202e@everyone", "$`x`$", ":tada:", "http://[::1]/",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_crmbench_writes_is_posted_as_it_is()
    {
        var rows = Enumerable.Range(0, 30).Select(i => ($"Model {i} (a|b)", 99.0 - i)).ToArray();
        var report = DiffMarkdown.Of(
            Between(Of(rows), Of([.. rows.Skip(1), ("new", 100)]).With("new", submission => submission with { Variant = "50 % `x`", Withdrawn = null })),
            "main (3d3c42e5)");

        var (action, body) = Assert.Single(await Comment(report));

        Assert.Equal("create", action);
        Assert.StartsWith($"{Marker}\n{report.Trim()}\n\nFor 01234567: [", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_data_can_say_is_alive_in_a_comment()
    {
        var bodies = await Bodies([.. Hostile.SelectMany(text => new[]
        {
            DiffMarkdown.Of(
                Between(
                    Of(("one", 90), ("two", 80)),
                    Of(("one", 91), ("two", 80), (text, 85)).With("two", submission => submission with { Variant = text, SubmittedBy = text })),
                text),
            DiffMarkdown.OfErrors([new("CB0202", Severity.Error, new($"data/{text}.csv", 3, 19), $"Rating '{text}' is off the scale 1-4.")]),
        })]);

        var pages = await markdown.RenderAsync(bodies);

        Assert.All(pages, AssertInert);
        // Our own lines all came through.
        Assert.All(bodies, body => Assert.DoesNotContain(LeftOut, body, StringComparison.Ordinal));
    }

    // The program keeps such texts in code; should it fail to, the script that posts does not pass them on.
    [Fact]
    public async Task Nothing_that_a_faulty_program_could_print_is_alive_in_a_comment()
    {
        var random = new Random(7);
        string[] reports =
        [
            .. Hostile,
            .. Hostile.Select(text => $"- `{text}`"), .. Hostile.Select(text => $"| `a` | {text} | `b` |"), .. Hostile.Select(text => $"**{text}** `a"),
            .. Enumerable.Range(0, 5000).Select(_ => string.Concat(Enumerable.Range(0, 6).Select(_ => Piece(random)))),
        ];
        Assert.All(await markdown.RenderAsync(await Bodies(reports)), AssertInert);
    }

    [Fact]
    public async Task What_is_alive_is_found()
    {
        var pages = await markdown.RenderAsync([.. ((string[])["@everyone", "<img src=x>", "[x](https://evil.example)", "www.evil.example"]).Select(text => $"{Marker}\n{text}")]);

        Assert.All(pages, page => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertInert(page)));
    }

    [Fact]
    public async Task An_earlier_comment_of_ours_is_updated_and_one_that_pretends_to_be_is_not()
    {
        var updated = await Comment("News.", comments: [("somebody", Marker + "\nold"), ("github-actions[bot]", "other"), ("github-actions[bot]", Marker + "\nold")]);
        var created = await Comment("News.", comments: [("somebody", Marker + "\nold"), ("github-actions[bot]", "other")]);

        Assert.Equal("update 2", Assert.Single(updated).Action);
        Assert.Equal("create", Assert.Single(created).Action);
    }

    [Fact]
    public async Task A_pull_request_that_concerns_no_board_is_left_in_peace_unless_it_did_before()
    {
        var report = DiffMarkdown.Of(Between(Of(("one", 90)), Of(("one", 90))), "main");

        Assert.Empty(await Comment(report));
        Assert.Equal("update 0", Assert.Single(await Comment(report, comments: [("github-actions[bot]", Marker + "\nold")])).Action);
    }

    [Fact]
    public async Task The_preview_is_named_by_the_number_that_GitHub_gave_it()
    {
        var with = Assert.Single(await Comment("News.", artifacts: ["report", "preview"])).Body;
        var without = Assert.Single(await Comment("News.", artifacts: ["report"])).Body;

        Assert.Contains("[Preview of the site](https://github.com/o/r/actions/runs/1/artifacts/1)", with, StringComparison.Ordinal);
        Assert.DoesNotContain("Preview of the site", without, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open", Head, 8)]
    [InlineData("closed", Head, 7)]
    [InlineData("open", "ffffffffffffffffffffffffffffffffffffffff", 7)]
    public async Task Only_an_open_pull_request_whose_newest_commit_was_built_is_written_to(string state, string head, int repository)
    {
        Assert.Equal("notice", Assert.Single(await Comment("News.", state: state, head: head, repository: repository)).Action);
        Assert.DoesNotContain(await Find(state: state, head: head, repository: repository), call => call.Action.StartsWith("output", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Merge, Merge)]
    [InlineData("main; rm -rf /", "")]
    [InlineData("--upload-pack=x", "")]
    public async Task The_pull_request_is_found_by_its_branch_and_its_merge_is_a_hash(string merge, string given)
    {
        var calls = await Find(merge: merge);

        Assert.Equal([("output number", "12"), ("output merge", given)], calls);
    }

    [Fact]
    public async Task A_flood_is_no_comment() => Assert.Contains(
        "\nThere is no report, or it is too long for a comment.\n", Assert.Single(await Comment(new string('x', 300_000))).Body, StringComparison.Ordinal);

    private static string Piece(Random random) =>
        random.Next(3) == 0 ? Hostile[random.Next(Hostile.Length)] : ((string[])["`", "``", " ", "|", "\n", "- ", "a", "\\", "**", "<", "@x", "#1"])[random.Next(12)];

    private static void AssertInert(IHtmlDocument page)
    {
        Assert.All(page.Body!.QuerySelectorAll("*"), element =>
        {
            Assert.Contains(element.NodeName, Ours);
            if (element is IHtmlAnchorElement)
            {
                Assert.StartsWith("https://github.com/o/r/actions/runs/1", element.GetAttribute("href"), StringComparison.Ordinal);
            }
            else
            {
                Assert.DoesNotContain(element.Attributes, attribute => attribute.Name is not "align");
            }
        });
        Assert.All(GitHubMarkdown.Words(page), words => Assert.DoesNotMatch(Alive(), words));
    }

    private async Task<(string Action, string Value)[]> Find(string merge = Merge, string state = "open", string head = Head, int repository = 7) =>
        (await Run(0, [""], state, head, repository, [], [], merge))[0];

    private async Task<(string Action, string Body)[]> Comment(
        string report, string state = "open", string head = Head, int repository = 7, (string By, string Body)[]? comments = null, string[]? artifacts = null) =>
        (await Run(1, [report], state, head, repository, comments ?? [], artifacts ?? ["preview"], Merge))[0];

    private async Task<string[]> Bodies(string[] reports) =>
        [.. (await Run(1, reports, "open", Head, 7, [], ["preview"], Merge)).Select(calls => Assert.Single(calls).Value)];

    private async Task<(string Action, string Value)[][]> Run(
        int script, string[] reports, string state, string head, int repository, (string By, string Body)[] comments, string[] artifacts, string merge)
    {
        _folder.Write("reports.json", JsonSerializer.Serialize(reports));
        Directory.CreateDirectory(_folder.PathOf("report"));
        var pretended = $$"""
            const files = require('fs');
            const said = [];
            let calls = [];
            const context = { repo: { owner: 'o', repo: 'r' }, payload: { workflow_run: { id: 1,
              head_sha: '{{Head}}', head_branch: 'b', head_repository: { id: 7, owner: { login: 'u' } }, html_url: 'https://github.com/o/r/actions/runs/1' } } };
            const core = { notice: text => calls.push(['notice', text]), setOutput: (name, value) => calls.push([`output ${name}`, `${value}`]) };
            const lists = {
              comments: {{JsonSerializer.Serialize(comments.Select((comment, i) =>
                  new Dictionary<string, object> { ["id"] = i, ["body"] = comment.Body, ["user"] = new Dictionary<string, string> { ["login"] = comment.By } }))}},
              artifacts: {{JsonSerializer.Serialize(artifacts.Select((artifact, i) => new Dictionary<string, object> { ["id"] = i, ["name"] = artifact, ["expired"] = false }))}},
              pulls: [{ number: 12, state: '{{state}}', merge_commit_sha: {{JsonSerializer.Serialize(merge)}}, mergeable: true,
                head: { sha: '{{head}}', repo: { id: {{repository}} } } }].filter(pull => pull.state === 'open'),
            };
            const github = {
              paginate: async list => lists[list],
              rest: {
                pulls: { list: 'pulls', get: async asked => ({ data: {
                  number: asked.pull_number, state: '{{state}}', merge_commit_sha: {{JsonSerializer.Serialize(merge)}}, mergeable: true,
                  head: { sha: '{{head}}', repo: { id: {{repository}} } } } }) },
                actions: { listWorkflowRunArtifacts: 'artifacts' },
                issues: {
                  listComments: 'comments',
                  createComment: async made => calls.push(['create', made.body]),
                  updateComment: async made => calls.push([`update ${made.comment_id}`, made.body]),
                },
              },
            };
            async function script() {
            {{Scripts()[script]}}
            }

            (async () => {
              for (const report of JSON.parse(files.readFileSync(`${process.env.RUNNER_TEMP}/reports.json`, 'utf8'))) {
                files.writeFileSync(`${process.env.RUNNER_TEMP}/report/report.markdown`, report);
                calls = [];
                await script();
                said.push(calls);
              }
            })().then(() => console.log(JSON.stringify(said)));
            """;
        var file = _folder.Write("comment.js", pretended);
        Prerequisite.Require(Installed.Find("node") is not null, "There is no Node.");
        var run = await ChildProcess.Run("node", new Dictionary<string, string> { ["RUNNER_TEMP"] = _folder.Path, ["NUMBER"] = "12" }, file);
        Assert.Equal("", run.Error);
        return [.. JsonSerializer.Deserialize<string[][][]>(run.Output)!.Select(calls => calls.Select(call => (call[0], call[1])).ToArray())];
    }

    // A script ends where a line is indented less than its first.
    private static string[] Scripts()
    {
        var lines = File.ReadAllLines(Repository.PathOf(".github/workflows/comment.yml"));
        return
        [
            .. from start in Enumerable.Range(0, lines.Length)
               where lines[start].Trim() == "script: |"
               let indent = lines[start].Length - lines[start].TrimStart().Length
               select string.Join('\n', lines.Skip(start + 1).TakeWhile(line => line.Length == 0 || line.TakeWhile(c => c == ' ').Count() > indent)),
        ];
    }

    // A mention, an address, a reference to an issue or to a commit of somebody else's.
    [GeneratedRegex(@"@\w|://|www\.|\w@\w|#\d|\bGH-\d|@[0-9a-f]{7}|:\w+:|[<>\u202e\u2028]", RegexOptions.IgnoreCase)]
    private static partial Regex Alive();
}
