using System.Text.RegularExpressions;
using CrmBench.Cli;
using CrmBench.Cli.Console;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>"Your own board in ten minutes" and "Theme" of the README, followed step by step, for a table with semicolons, decimal commas and gaps.</summary>
public sealed partial class OwnBoardTests : IDisposable
{
    private const string Table =
        """
        Model;Vendor;Bug fixes;Refactoring;Cost ($);Latency (s)
        Swift 2;Lab A;87,5 %;64,0 %;0,0031;2,4
        Swift 1;Lab A;61,2 %;n/a;0,0012;1,9
        Steady;Lab B;74,0 %;70,5 %;0,0105;-1

        """;

    private readonly TemporaryFolder _folder = new();

    public OwnBoardTests() => _folder.Write("results.csv", Table);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--from", "results.csv")]
    public void What_is_begun_passes_the_checks_without_a_warning_and_is_verified(params string[] options)
    {
        Succeeds(["init", "board", "--date", "2026-11-30", .. options]);

        Assert.Equal(("", "No problems.\n"), Run("check", "--root", "board") is { ExitCode: 0 } check ? (check.Output, check.Error) : ("failed", ""));
        Succeeds("build", "--verify", "--root", "board", "--output", "site");
        Assert.True(File.Exists(_folder.PathOf("site/index.html")));
        Assert.Empty(Directory.GetFiles(_folder.PathOf("board"), "*.cs", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(_folder.PathOf("board/templates")));
    }

    [Fact]
    public void The_last_lines_say_what_to_do_next()
    {
        var run = Succeeds("init", "board", "--date", "2026-11-30");

        Assert.Matches(
            """
            ^Wrote [0-9]+ files: a repository with the board 'demonstration', which is invented\. Next:
              cd board
              crmbench serve    shows the board, and again after every save
            data/benchmarks/demonstration/README\.md says what was assumed, README\.md what comes before publishing\.
            $
            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public void The_figures_are_those_of_the_table()
    {
        Succeeds("init", "board", "--from", "results.csv", "--date", "2026-11-30");

        var release = _folder.PathOf("board/data/benchmarks/results/releases/2026-11/submissions");
        Assert.Equal(
            "use_case,metric,value,source\nbug-fixes,score,87.5,table\nrefactoring,score,64,table\n,cost,0.0031,table\n,latency-s,2.4,table\n",
            File.ReadAllText(Path.Combine(release, "swift-2/scores.csv")));
        Assert.Equal("use_case,metric,value,source\nbug-fixes,score,74,table\nrefactoring,score,70.5,table\n,cost,0.0105,table\n", File.ReadAllText(Path.Combine(release, "steady/scores.csv")));
        Assert.Contains("swift-1,Swift 1,lab-a,", File.ReadAllText(_folder.PathOf("board/data/models.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_row_is_read_by_the_command_that_stands_beside_the_board()
    {
        Succeeds("init", "board", "--from", "results.csv", "--date", "2026-11-30");
        var command = ReadAgain().Match(File.ReadAllText(_folder.PathOf("board/data/benchmarks/results/README.md"))).Groups[1].Value;
        File.AppendAllText(_folder.PathOf("board/imports/results/results.csv"), "Fresh;Lab C;50 %;40 %;0,1;3\n");

        var run = CrmBenchRun.In(_folder.PathOf("board"), [.. command.Split(' ').Select(word => word == "\"Not" ? "Not stated" : word).Where(word => word != "stated\"")]);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("fresh,Fresh,not-stated,", File.ReadAllText(_folder.PathOf("board/data/models.csv")), StringComparison.Ordinal);
        Assert.Equal(0, Run("check", "--root", "board").ExitCode);
    }

    // As a spreadsheet of western Europe saves it; umlauts are other bytes there than in UTF-8.
    [Fact]
    public void The_table_is_kept_to_the_byte_whatever_its_encoding()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes("Model;Provider;Lösungen\nSwift 2;Müller;87,5\nSteady;Jäger;74,0\n");
        File.WriteAllBytes(_folder.PathOf("results.csv"), bytes);

        Succeeds("init", "board", "--from", "results.csv", "--date", "2026-11-30");

        Assert.Equal(bytes, File.ReadAllBytes(_folder.PathOf("board/imports/results/results.csv")));
        Assert.Contains(",Müller,", File.ReadAllText(_folder.PathOf("board/data/providers.csv")), StringComparison.Ordinal);
        Assert.Contains("imports/results/results.csv", File.ReadAllText(_folder.PathOf("board/data/benchmarks/results/README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("board/notes.txt")]
    [InlineData("board/data/site.json")]
    public void A_folder_with_files_is_refused_and_stays_as_it_is(string there)
    {
        _folder.Write(there, "mine");

        var run = Run("init", "board", "--date", "2026-11-30");

        Assert.Equal((64, "", "'board' has files already, and none of them is touched: nothing was written. Name an empty or a new folder.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal("mine", File.ReadAllText(_folder.PathOf(there)));
        Assert.Single(Directory.GetFiles(_folder.PathOf("board"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_cloned_repository_without_files_is_a_place_to_begin_in()
    {
        _folder.Write("board/.git/HEAD", "ref: refs/heads/main\n");

        Succeeds("init", "board", "--date", "2026-11-30");
    }

    [Fact]
    public void Nothing_is_written_of_a_table_that_cannot_be_read()
    {
        _folder.Write("results.csv", "day;price\n2026-01-04;12\n");

        var run = Run("init", "board", "--from", "results.csv", "--date", "2026-11-30");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("results.csv:1:1: error CB1150:", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("board")));
    }

    [Fact]
    public void The_prose_it_writes_is_of_no_trade()
    {
        Succeeds("init", "board", "--from", "results.csv", "--date", "2026-11-30", "--title", "Repairs");

        string[] ours = ["README.md", "LICENSE.md", "content/about.md", "content/reading.md", "content/submit.md", "content/data.md", "content/benchmarks/results.md", "data/site.json", "data/benchmarks/results/benchmark.json"];
        Assert.All(ours, path => Assert.DoesNotMatch("(?i)\\b(crm(?!bench)|sales|service|salesforce|customer|language model)", File.ReadAllText(_folder.PathOf($"board/{path}"))));
        Assert.All(ours, path => Assert.DoesNotContain("{{", File.ReadAllText(_folder.PathOf($"board/{path}")), StringComparison.Ordinal));
    }

    [Fact]
    public void Who_is_asked_answers_in_turn_and_an_empty_line_takes_what_is_offered()
    {
        var run = Asked(["init", "board"], "results.csv", "repairs", "Repairs", "Which model repairs best?", "", "2026-11-30", "", "", "", "", "measures", "", "Evaluators", "", "https://example.org/report", "CC BY 4.0");

        Assert.True(run.ExitCode == 0, run.Error);
        var benchmark = File.ReadAllText(_folder.PathOf("board/data/benchmarks/repairs/benchmark.json"));
        Assert.Contains("\"question\": \"Which model repairs best?\"", benchmark, StringComparison.Ordinal);
        Assert.Contains("\"id\": \"bug-fixes\"", benchmark, StringComparison.Ordinal);
        Assert.Contains("Are the columns Bug fixes, Refactoring tasks, or measures of one task? [tasks]: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody said", File.ReadAllText(_folder.PathOf("board/data/benchmarks/repairs/README.md")), StringComparison.Ordinal);
        Assert.Contains("\"licence\": \"CC BY 4.0\"", File.ReadAllText(_folder.PathOf("board/data/benchmarks/repairs/releases/2026-11/submissions/steady/submission.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_board_joins_the_ones_there_are()
    {
        Succeeds("init", "board", "--date", "2026-11-30");

        Succeeds("new", "benchmark", "--from", "results.csv", "--root", "board", "--date", "2026-11-30", "--submitted-by", "Evaluators");

        Assert.Contains("\"results\"", File.ReadAllText(_folder.PathOf("board/data/site.json")), StringComparison.Ordinal);
        Assert.Equal(0, Run("check", "--root", "board").ExitCode);
        Succeeds("build", "--verify", "--root", "board", "--output", "site");
        Assert.True(File.Exists(_folder.PathOf("site/results/index.html")));
    }

    [Fact]
    public void A_file_in_templates_changes_the_look_and_the_rest_stays_the_program_s()
    {
        Succeeds("init", "board", "--date", "2026-11-30");
        _folder.Write("board/templates/assets/icons/favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        _folder.Write("board/templates/pages/text.html", "<h1>{{ page.heading }}</h1><p>Ours: {{ include 'greeting' }}</p>{{~ for body in page.bodies ~}}{{ body }}{{~ end ~}}");
        _folder.Write("board/templates/partials/greeting.html", "hello");

        Assert.Equal("No problems.\n", Run("check", "--root", "board").Error);
        Succeeds("build", "--no-verify", "--root", "board", "--output", "site");

        Assert.Contains("<p>Ours: hello</p>", File.ReadAllText(_folder.PathOf("site/about/index.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("Ours", File.ReadAllText(_folder.PathOf("site/index.html")), StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(_folder.PathOf("site/assets"), "*.css", SearchOption.AllDirectories));
        Assert.Contains(Directory.GetFiles(_folder.PathOf("site/assets"), "*.svg", SearchOption.AllDirectories), icon => File.ReadAllText(icon) == "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    }

    [Fact]
    public void The_workflow_it_writes_uses_the_action_of_the_program_s_version()
    {
        Succeeds("init", "board", "--date", "2026-11-30");

        var uses = Uses().Matches(File.ReadAllText(_folder.PathOf("board/.github/workflows/board.yml"))).Select(use => use.Groups[1].Value).ToHashSet();

        Assert.Contains($"crmbench/crmbench/.github/actions/board@v{ThisProgram.Version}", uses);
        Assert.All(uses, use => Assert.Matches("^(actions/(checkout|configure-pages|deploy-pages)@v[0-9]+|crmbench/crmbench/.github/actions/board@v[0-9.]+)$", use));
    }

    [GeneratedRegex("`crmbench (import csv [^`]*)`")]
    private static partial Regex ReadAgain();

    [GeneratedRegex("uses: (\\S+)")]
    private static partial Regex Uses();

    private CrmBenchRun Run(params string[] arguments) => CrmBenchRun.In(_folder.Path, arguments);

    private CrmBenchRun Succeeds(params string[] arguments)
    {
        var run = Run(arguments);
        Assert.True(run.ExitCode == 0, $"crmbench {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Output}{run.Error}");
        return run;
    }

    private CrmBenchRun Asked(string[] arguments, params string[] answers)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        using var typed = new StringReader(string.Concat(answers.Select(answer => answer + "\n")));
        var exitCode = CommandLine.Run(arguments, _folder.Path, new Terminal(output, error, answers: typed));
        return new CrmBenchRun(exitCode, output.ToString(), error.ToString());
    }
}
