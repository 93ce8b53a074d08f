using CrmBench.Cli;
using CrmBench.Site.Publishing;
using CrmBench.Tests.EndToEnd;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("build", "--help")]
    [InlineData("check", "--help")]
    [InlineData("verify", "--help")]
    [InlineData("import", "--help")]
    [InlineData("new", "--help")]
    [InlineData("new", "submission", "--help")]
    [InlineData("migrate", "--help")]
    public void Help_is_a_result_and_not_an_error(params string[] arguments)
    {
        var run = CrmBenchRun.In(_folder.Path, arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Usage:\n  crmbench", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_command_and_exit_code()
    {
        var run = CrmBenchRun.In(_folder.Path, "--help");

        Assert.All(["build", "check", "verify", "new", "import", "migrate", "--root", "--version", "0 right", "1 problems", "2 trouble", "64 wrong"],
            word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Version_is_the_bare_number()
    {
        var run = CrmBenchRun.In(_folder.Path, "--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", run.Output);
    }

    [Theory]
    [InlineData("No command was given.")]
    [InlineData("'buidl'", "buidl")]
    [InlineData("'--fomat'", "build", "--fomat")]
    [InlineData("'--fomat'", "check", "--fomat", "json")]
    [InlineData("'xml'", "check", "--format", "xml")]
    [InlineData("contradict", "build", "--verify", "--no-verify")]
    [InlineData("'ftp://example.org/'", "build", "--base-url", "ftp://example.org/")]
    [InlineData("'https://example.org/?a'", "build", "--base-url", "https://example.org/?a")]
    [InlineData("'nowhere'", "build", "--root", "nowhere")]
    [InlineData("'nowhere'", "check", "nowhere")]
    [InlineData("'leters'. Did you mean 'letters'?", "check", "leters")]
    [InlineData("'leters/to-a-friend.txt'. Did you mean 'letters/to-a-friend.txt'?", "check", "leters/to-a-friend.txt")]
    [InlineData("'./notes.tx'. Did you mean './notes.txt'?", "import", "lm-eval", "./notes.tx")]
    [InlineData("outside", "check", "..")]
    [InlineData("no site in", "verify")]
    [InlineData("among the sources", "build", "--output", "data/new")]
    [InlineData("among the sources", "build", "--output", ".")]
    [InlineData("among the sources", "build", "--output", "..")]
    [InlineData("is a file", "build", "--output", "notes.txt")]
    [InlineData("did not write", "build", "--output", "letters")]
    [InlineData("'lm-evl'", "import", "lm-evl", "notes.txt")]
    [InlineData("'nowhere.json'", "import", "lm-eval", "nowhere.json")]
    [InlineData("'nowhere.csv'", "import", "lm-eval", "notes.txt", "--model-map", "nowhere.csv")]
    [InlineData("'4.8.2026'", "import", "lm-eval", "notes.txt", "--source-date", "4.8.2026")]
    public void Wrong_use_is_explained_on_the_error_stream_with_64(string explanation, params string[] arguments)
    {
        _folder.Write("data/site.json", "{}");
        _folder.Write("letters/to-a-friend.txt", "Dear friend");
        _folder.Write("notes.txt", "");

        var run = CrmBenchRun.In(_folder.Path, arguments);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.EndsWith("Try 'crmbench --help', or --help after a command.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slip_of_the_finger_is_answered_with_the_command_that_was_meant()
    {
        var run = CrmBenchRun.In(_folder.Path, "buidl");

        Assert.Contains("Did you mean one of the following?\nbuild\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    [InlineData("verify")]
    [InlineData("migrate")]
    public void A_command_away_from_any_repository_says_what_is_missing(string command)
    {
        var run = CrmBenchRun.In(_folder.Path, command);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("There is no data/site.json in", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_repository_is_the_nearest_folder_with_site_json()
    {
        _folder.Write("data/site.json", "broken");
        _folder.Write("content/use-cases/x.md", "");

        var run = CrmBenchRun.In(_folder.PathOf("content/use-cases"), "check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("data/site.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_1_and_leaves_the_old_site_alone()
    {
        _folder.Write("data/site.json", "broken");
        SiteWriter.Write(new BuiltSite([new SiteFile(".nojekyll", default), new SiteFile("index.html", "old"u8.ToArray())]), _folder.PathOf("output"));

        var run = CrmBenchRun.In(_folder.Path, "build");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Matches(@"(?m)^data/site\.json:1:1: error CB\d{4}: [^\n]+$", run.Error);
        Assert.Matches(@"\n\d+ errors?(, \d+ warnings?)?\. Nothing was written\.\nWhat each code means and how to mend it: content/problems/\n$", run.Error);
        Assert.Equal("old", File.ReadAllText(_folder.PathOf("output/index.html")));
    }

    // A line in the data is wrong, but what the site's settings say can be read.
    [Theory]
    [InlineData("text")]
    [InlineData("github")]
    public void A_check_ends_with_the_place_where_codes_are_explained(string format)
    {
        foreach (var (path, content) in FolderContent.Read(Repository.PathOf("tests", "sites", "minimal")))
        {
            _folder.Write(path, System.Text.Encoding.UTF8.GetString(content).Replace(",3,4,1\n", ",5,4,1\n", StringComparison.Ordinal));
        }

        var run = CrmBenchRun.In(_folder.Path, "check", "--format", format);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(" CB0713", (run.Output + run.Error).Replace('=', ' '), StringComparison.Ordinal);
        Assert.EndsWith(".\nWhat each code means and how to mend it: https://example.org/tiny/problems/\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_given_as_values_for_every_command_and_option()
    {
        var help = CommandLine.Help();

        Assert.Equal("crmbench", help[0].Name);
        var check = Assert.Single(help, command => command.Name == "crmbench check");
        Assert.Equal("crmbench check [<path>...] [options]", check.Usage);
        Assert.Equal(["[<path>...]", "--format <text|json|github|sarif>"], check.Parts.Select(part => part.Form));
        Assert.All(help, command => Assert.NotEmpty(command.Text));
        Assert.All(help.SelectMany(command => command.Parts), part => Assert.NotEmpty(part.Text));
        foreach (var command in help.Skip(1))
        {
            var printed = CrmBenchRun.In(_folder.Path, [.. command.Name.Split(' ').Skip(1), "--help"]).Output;
            Assert.All(command.Parts, part => Assert.Contains(part.Text, printed, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_build_says_how_long_its_steps_took_when_asked()
    {
        using var site = UnusualSite.Open("one-model");

        var run = CrmBenchRun.In(site.Root, "build", "--no-verify", "--times", "--output", _folder.PathOf("site"));

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(
            @"^Reading data: [0-9.]+ s\nScoring: [0-9.]+ s\nPlanning pages: [0-9.]+ s\nRendering pages: [0-9.]+ s\n"
                + @"Making downloads: [0-9.]+ s\nWriting the site: [0-9.]+ s\n$",
            run.Error);
    }

    [Fact]
    public void Trouble_of_the_machine_is_2_and_one_line()
    {
        // Nobody can make a folder there, not even root.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux's /proc.");

        using var site = UnusualSite.Open("one-model");

        var run = CrmBenchRun.In(site.Root, "build", "--no-verify", "--output", "/proc/crmbench");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches(@"^crmbench: [^\n]+ Nothing was written\.\n$", run.Error);
    }
}
