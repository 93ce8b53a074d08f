using System.Text.RegularExpressions;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Architecture;

/// <summary>What keeps a pull request from doing something in our name, read from the workflows line by line.</summary>
public partial class WorkflowTests
{
    private static readonly Dictionary<string, string[]> MayWrite = new()
    {
        ["comment.yml"] = ["pull-requests"],
        ["pages.yml"] = ["pages", "id-token"],
        ["release.yml"] = ["contents", "id-token", "attestations"],
    };

    public static TheoryData<string> Workflows =>
        [.. Directory.EnumerateFiles(Repository.PathOf(".github/workflows")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_by_its_hash_and_says_its_version(string workflow) =>
        Assert.All(Used(Lines(workflow)), line => Assert.Matches(PinnedAction(), line));

    // What a release or a reader's board is made with is listed with the place where its hash can be looked up.
    [Fact]
    public void Every_action_in_use_is_listed_with_its_hash_and_no_other_is()
    {
        var action = File.ReadAllLines(Repository.PathOf(".github", "actions", "board", "action.yml"));
        var security = File.ReadAllText(Repository.PathOf(".github", "SECURITY.md"));
        var used = Workflows.SelectMany(workflow => Used(Lines(workflow.Data))).Concat(Used(action)).Select(line => NamedAction().Match(line)).ToList();

        Assert.All(Used(action), line => Assert.Matches(PinnedAction(), line));
        Assert.All(Scripts(action), line => Assert.DoesNotContain("${{", line, StringComparison.Ordinal));
        Assert.All(used, match => Assert.Contains(
            $"| `{match.Groups["name"]}` | {match.Groups["version"]} | `{match.Groups["hash"]}` | https://github.com/{match.Groups["name"]}/releases/tag/{match.Groups["version"]} |",
            security, StringComparison.Ordinal));
        Assert.Equal(used.Select(match => match.Groups["hash"].Value).Distinct().Count(), security.Split('\n').Count(line => line.StartsWith("| `actions/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Permissions_are_stated_for_the_whole_workflow_and_writing_is_rare(string workflow)
    {
        var lines = Lines(workflow);

        Assert.Contains(lines, line => line is "permissions:" or "permissions: {}");
        Assert.DoesNotContain(lines, line => line.Contains("write-all", StringComparison.Ordinal));
        Assert.Equal(
            MayWrite.GetValueOrDefault(workflow, []).Order(StringComparer.Ordinal),
            lines.Where(line => line.TrimEnd().EndsWith(": write", StringComparison.Ordinal)).Select(line => line.Trim().Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_workflow_runs_foreign_code_with_our_rights(string workflow)
    {
        var lines = Lines(workflow);

        Assert.DoesNotContain(lines, line => line.Contains("pull_request_target", StringComparison.Ordinal));
        if (lines.Any(line => line.Trim() == "workflow_run:"))
        {
            // Without these a checkout is of the default branch; and where something may be written, nothing is checked out and no shell runs.
            Assert.DoesNotContain(lines, line => line.Trim().Split(':')[0] is "ref" or "repository");
            Assert.All(Jobs(lines).Where(job => job.Any(line => line.TrimEnd().EndsWith(": write", StringComparison.Ordinal))), job =>
                Assert.DoesNotContain(job, line => line.Contains("actions/checkout", StringComparison.Ordinal) || line.TrimStart(' ', '-').StartsWith("run:", StringComparison.Ordinal)));
        }

        if (lines.Any(line => line.Trim() == "pull_request:"))
        {
            Assert.DoesNotContain(lines, line => line.Contains("secrets.", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_checkout_leaves_no_credentials_behind(string workflow)
    {
        var lines = Lines(workflow);

        Assert.Equal(
            lines.Count(line => line.Contains("actions/checkout@", StringComparison.Ordinal)),
            lines.Count(line => line.Trim() == "persist-credentials: false"));
    }

    // What stands between ${{ and }} is put into a script before anybody can quote it; scripts get it by their environment.
    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_expression_is_written_into_a_script(string workflow) =>
        Assert.All(Scripts(Lines(workflow)), line => Assert.DoesNotContain("${{", line, StringComparison.Ordinal));

    // Once for each change; what is published is checked, built and verified, and no longer waits for the tests of the program.
    [Fact]
    public void The_whole_script_runs_in_one_workflow()
    {
        var running = Workflows.Select(workflow => workflow.Data).Where(workflow => Scripts(Lines(workflow)).Any(line => line.Contains(".ci/run", StringComparison.Ordinal)));

        Assert.Equal(["ci.yml"], running);
    }

    // A workflow that a filter keeps from starting reports nothing, and a required check that reports nothing blocks for ever.
    [Theory]
    [InlineData("ci.yml", "run")]
    [InlineData("submission.yml", "preview")]
    public void A_required_check_starts_for_every_pull_request(string workflow, string job)
    {
        var lines = Lines(workflow);
        var start = Array.IndexOf(lines, $"  {job}:");

        Assert.DoesNotContain(lines, line => line.TrimStart().StartsWith("paths", StringComparison.Ordinal));
        Assert.True(start > 0);
        Assert.DoesNotContain(lines.Skip(start + 1).TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal)), line => line.StartsWith("    if:", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_of_scripts_are_found()
    {
        string[] lines = ["jobs:", "  run:", "steps:", "  - run: one", "  - name: x", "    run: |", "      two", "", "      three", "    env:", "      A: ${{ four }}"];

        Assert.Equal(["one", "two", "three"], Scripts(lines).Where(line => line.Length > 0));
    }

    private static string[] Lines(string workflow) =>
        [.. File.ReadLines(Repository.PathOf(".github/workflows", workflow)).Where(line => !line.TrimStart().StartsWith('#'))];

    // An action of this repository is as good as the repository.
    private static IEnumerable<string> Used(IEnumerable<string> lines) =>
        lines.Where(line => line.Contains("uses:", StringComparison.Ordinal) && !line.EndsWith("uses: ./.github/actions/board", StringComparison.Ordinal));

    // What stands below a name that is indented once, under "jobs:".
    private static IEnumerable<string[]> Jobs(string[] lines)
    {
        var jobs = lines.SkipWhile(line => line != "jobs:").Skip(1).ToArray();
        return from start in Enumerable.Range(0, jobs.Length)
               where JobName().IsMatch(jobs[start])
               select jobs.Skip(start + 1).TakeWhile(line => !JobName().IsMatch(line)).ToArray();
    }

    private static IEnumerable<string> Scripts(string[] lines)
    {
        int? block = null;
        foreach (var line in lines)
        {
            var indent = line.Length - line.TrimStart().Length;
            if (block is { } outer && (line.Length == 0 || indent > outer))
            {
                yield return line.Trim();
                continue;
            }

            block = null;
            if (ScriptKey().Match(line) is { Success: true } key)
            {
                block = key.Groups["before"].Length;
                if (key.Groups["rest"].Value is not ("|" or "|-" or ">" or ">-") and var rest)
                {
                    yield return rest;
                }
            }
        }
    }

    [GeneratedRegex(@"^\s*(- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")]
    private static partial Regex PinnedAction();

    [GeneratedRegex(@"uses: (?<name>[\w./-]+)@(?<hash>[0-9a-f]{40}) # (?<version>v[\d.]+)$")]
    private static partial Regex NamedAction();

    [GeneratedRegex(@"^  [\w-]+:$")]
    private static partial Regex JobName();

    [GeneratedRegex(@"^(?<before>\s*(- )?)(run|script):\s*(?<rest>.+)$")]
    private static partial Regex ScriptKey();
}
