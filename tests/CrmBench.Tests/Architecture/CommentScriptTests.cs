using System.Text.Json;
using CrmBench.Cli.Reports;
using CrmBench.Tests.Core.Comparing;
using CrmBench.Tests.Support;
using static CrmBench.Tests.Core.Comparing.TwoStates;

namespace CrmBench.Tests.Architecture;

/// <summary>The script of the one workflow that may write to pull requests, run by Node with a pretended GitHub.</summary>
public sealed class CommentScriptTests : IDisposable
{
    private const string Head = "0123456789abcdef0123456789abcdef01234567";
    private const string Marker = "<!-- crmbench: report on a submission -->";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_crmbench_writes_is_posted_as_it_is()
    {
        var rows = Enumerable.Range(0, 30).Select(i => ($"Model {i} (a|b)", 99.0 - i)).ToArray();
        var report = DiffMarkdown.Of(
            Between(Of(rows), Of([.. rows.Skip(1), ("new", 100)]).With("new", submission => submission with { Variant = "50 % `x`", Withdrawn = null })),
            "main (3d3c42e5)");
        _folder.Write("report/diff.markdown", report);

        var (action, body) = Assert.Single(await Run());

        Assert.Equal("create", action);
        Assert.StartsWith($"{Marker}\n{report.Trim()}\n\n[", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_posted_as_they_are()
    {
        var report = DiffMarkdown.OfErrors([new("CB0202", CrmBench.Core.Diagnostics.Severity.Error, new("data/x.csv", 3, 19), "Rating 5 is off the scale 1-4.")]);
        _folder.Write("report/diff.markdown", report);

        Assert.Contains(report.Trim(), Assert.Single(await Run()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@everyone look")]
    [InlineData("[click](https://example.org)")]
    [InlineData("![x](https://example.org/x.png)")]
    [InlineData("https://example.org www.example.org a@example.org")]
    [InlineData("<img src=x onerror=alert(1)> <a href='https://example.org'>x</a> <details open>")]
    [InlineData("fixes #1, closes org/repo#2, GH-3")]
    [InlineData("``@everyone`` ```@everyone``` `a @everyone")]
    [InlineData("| `a | @everyone` | `b\\| @everyone` |")]
    [InlineData("\\`@everyone\\` `\\` @everyone `\\`")]
    [InlineData("`a` @everyone `b")]
    [InlineData("<!-- crmbench: report on a submission -->")]
    [InlineData("[x]: https://example.org\n[x]")]
    public async Task Whatever_a_hostile_report_holds_nothing_of_it_is_alive(string report)
    {
        _folder.Write("report/diff.markdown", report);

        var body = Assert.Single(await Run()).Body;

        var posted = body[(Marker.Length + 1)..body.LastIndexOf("\n\n[Problems", StringComparison.Ordinal)];
        Assert.All(posted.Split('\n'), line =>
        {
            // Cells end at strokes even within code, so a span must not hold one.
            Assert.DoesNotContain("``", line, StringComparison.Ordinal);
            var pieces = line.Split('`');
            Assert.Equal(1, pieces.Length % 2);
            Assert.All(pieces.Where((_, i) => i % 2 == 1), code => Assert.DoesNotContain('|', code));
            Assert.All(pieces.Where((_, i) => i % 2 == 0), plain => Assert.DoesNotMatch(@"[@<>\[\]/\\#!&_~]|www\.\S|GH-", plain));
        });
    }

    [Fact]
    public async Task An_earlier_comment_of_ours_is_updated_and_one_that_pretends_to_be_is_not()
    {
        _folder.Write("report/diff.markdown", "News.");

        var updated = await Run(comments: [("somebody", Marker + "\nold"), ("github-actions[bot]", "other"), ("github-actions[bot]", Marker + "\nold")]);
        var created = await Run(comments: [("somebody", Marker + "\nold"), ("github-actions[bot]", "other")]);

        Assert.Equal("update 2", Assert.Single(updated).Action);
        Assert.Equal("create", Assert.Single(created).Action);
    }

    [Fact]
    public async Task A_pull_request_that_concerns_no_board_is_left_in_peace_unless_it_did_before()
    {
        _folder.Write("report/diff.markdown", DiffMarkdown.Of(Between(Of(("one", 90)), Of(("one", 90))), "main"));

        Assert.Empty(await Run());
        Assert.Equal("update 0", Assert.Single(await Run(comments: [("github-actions[bot]", Marker + "\nold")])).Action);
    }

    [Theory]
    [InlineData("open", Head, 8)]
    [InlineData("closed", Head, 7)]
    [InlineData("open", "ffffffffffffffffffffffffffffffffffffffff", 7)]
    public async Task The_number_must_be_that_of_an_open_pull_request_whose_newest_commit_was_built(string state, string head, int repository)
    {
        _folder.Write("report/diff.markdown", "News.");

        Assert.Equal("notice", Assert.Single(await Run(state: state, head: head, repository: repository)).Action);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("12 34")]
    [InlineData("12\n13")]
    [InlineData("1234567890123")]
    [InlineData("12; rm")]
    public async Task A_number_is_digits(string number)
    {
        _folder.Write("report/diff.markdown", "News.");

        Assert.Equal("failed", Assert.Single(await Run(number: number)).Action);
    }

    [Fact]
    public async Task A_flood_a_folder_or_a_link_is_no_report()
    {
        _folder.Write("report/diff.markdown", new string('x', 300_000));
        var flood = await Run();
        File.Delete(_folder.PathOf("report/diff.markdown"));
        Directory.CreateDirectory(_folder.PathOf("report/diff.markdown"));
        var folder = await Run();
        Directory.Delete(_folder.PathOf("report/diff.markdown"));
        File.CreateSymbolicLink(_folder.PathOf("report/diff.markdown"), _folder.Write("secret", "secret"));
        var link = await Run();

        Assert.All([flood, folder, link], actions =>
            Assert.Contains("\nThere is no report, or it is too long for a comment.\n", Assert.Single(actions).Body, StringComparison.Ordinal));
    }

    private async Task<(string Action, string Body)[]> Run(
        string number = "12\n", string state = "open", string head = Head, int repository = 7, (string By, string Body)[]? comments = null)
    {
        _folder.Write("report/number.txt", number);
        var pretended = $$"""
            const calls = [];
            const context = { repo: { owner: 'o', repo: 'r' }, payload: { workflow_run: {
              head_sha: '{{Head}}', head_repository: { id: 7 }, html_url: 'https://github.com/o/r/actions/runs/1' } } };
            const core = { setFailed: text => calls.push(['failed', text]), notice: text => calls.push(['notice', text]) };
            const comments = {{JsonSerializer.Serialize((comments ?? []).Select((comment, i) =>
                new Dictionary<string, object> { ["id"] = i, ["body"] = comment.Body, ["user"] = new Dictionary<string, string> { ["login"] = comment.By } }))}};
            const github = {
              paginate: async () => comments,
              rest: {
                pulls: { get: async asked => ({ data: {
                  number: asked.pull_number, state: '{{state}}', head: { sha: '{{head}}', repo: { id: {{repository}} } } } }) },
                issues: {
                  listComments: {},
                  createComment: async made => calls.push(['create', made.body]),
                  updateComment: async made => calls.push([`update ${made.comment_id}`, made.body]),
                },
              },
            };
            (async () => {
            {{Script()}}
            })().then(() => console.log(JSON.stringify(calls)));
            """;
        var file = _folder.Write("comment.js", pretended);
        try
        {
            var run = await ChildProcess.Run("node", new Dictionary<string, string> { ["RUNNER_TEMP"] = _folder.Path }, file);
            Assert.Equal("", run.Error);
            return [.. JsonSerializer.Deserialize<string[][]>(run.Output)!.Select(call => (call[0], call[1]))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no Node.");
            throw;
        }
    }

    private static string Script()
    {
        var lines = File.ReadAllLines(Repository.PathOf(".github/workflows/comment.yml"));
        return string.Join('\n', lines.SkipWhile(line => line.Trim() != "script: |").Skip(1));
    }
}
