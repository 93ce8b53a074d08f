using System.Text;
using System.Text.RegularExpressions;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser;

/// <summary>A board about something else, agents that mend software, says nothing of what this program was first made for.</summary>
[Collection(PageTestGroup.Name)]
public sealed partial class NeutralSiteTests(ChromiumFixture browser, NeutralSiteTests.Built site) : IClassFixture<NeutralSiteTests.Built>
{
    // The pages of problems are the program's own, with its examples.
    [Fact]
    public void No_file_of_the_site_has_a_word_of_another_trade()
    {
        string[] texts = [".html", ".xml", ".json", ".csv", ".txt", ".js", ".css"];
        var found = site.Files.Where(file => texts.Contains(Path.GetExtension(file.Key)) && !file.Key.StartsWith("problems/", StringComparison.Ordinal))
            .SelectMany(file => OtherTrades().Matches(Encoding.UTF8.GetString(file.Value)).Select(word => $"{file.Key}: {word.Value}"));

        Assert.Empty(found);
    }

    // The pages of problems tell of files and columns, which keep their names: models.csv, use-cases.csv.
    [Fact]
    public void No_page_calls_an_agent_a_model_or_an_issue_a_use_case()
    {
        var found = site.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal) && !file.Key.StartsWith("problems/", StringComparison.Ordinal))
            .SelectMany(file => OtherNouns().Matches(Tags().Replace(Encoding.UTF8.GetString(file.Value), " ")).Select(word => $"{file.Key}: {word.Value}"));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("index.html", "<strong>5 agents</strong> over <a href=\"#use-cases\">4\u00a0issues</a>")]
    [InlineData("index.html", "US$ per 1,000 issues")]
    [InlineData("about/index.html", "Repair Board shows how well agents mend software.")]
    [InlineData("about/index.html", "<a href=\"https://example.org/repository\">the repository</a>")]
    [InlineData("index.html", "Figures: CC0 1.0.")]
    [InlineData("models/anvil/index.html", "<h1>How good is <span class=\"whole-name\">Anvil</span> at mending software?</h1>")]
    [InlineData("choose/index.html", "<h1>Which agent should I choose?</h1>")]
    [InlineData("defects/use-cases/parser/index.html", "<h1>Which agent is best at “Parser drops a comma”?</h1>")]
    [InlineData("duels/methodology/index.html", "share from 0 to 1; higher is better")]
    [InlineData("defects/index.html", "The frontier, in blue: Anvil. No complete row is both better and faster.")]
    [InlineData("defects/use-cases/parser/index.html", ">24</data><span class=\"unit\">\u00a0steps</span>")]
    [InlineData("defects/use-cases/parser/index.html", ">96.25</data><span class=\"unit\">\u00a0%</span>")]
    [InlineData("defects/use-cases/parser/index.html", "placeholder=\"$412–$812\"")]
    public void Pages_speak_of_what_the_site_measures(string page, string text) =>
        Assert.Contains(
            text.Replace("5 agents", "5\u00a0agents", StringComparison.Ordinal), Encoding.UTF8.GetString(site.Files[page]), StringComparison.Ordinal);

    [Fact]
    public void A_benchmark_without_use_cases_has_no_pages_and_no_lines_of_them()
    {
        Assert.DoesNotContain(site.Files.Keys, path => path.StartsWith("duels/use-cases/", StringComparison.Ordinal));
        var lines = Encoding.UTF8.GetString(site.Files["data/duels/2026-08/votes.csv"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var useCase = Array.IndexOf(lines[0].Split(','), "use_case_id");
        Assert.All(lines.Skip(1), line => Assert.Equal("", line.Split(',')[useCase]));
    }

    [Theory]
    [InlineData("", ".result", "5 rows")]
    [InlineData("models/?q=an\u0301vil", ".found-models", "1 of 5 agents")]
    [InlineData("models/?q=nobody", ".found-models", "No agent fits. The search above looks for tasks, too.")]
    [InlineData("choose/", ".verdict", "Anvil")]
    [InlineData("compare/?board=defects_2026-08_run&rows=anvil,drill", ".verdict", "Cost, US$ per 1,000 issues: $442 with Anvil and $742 with Drill.")]
    [InlineData("compare/?board=duels_2026-08_votes&rows=anvil", ".verdict", "Add a second agent to compare.")]
    [InlineData("compare/?board=duels_2026-08_votes&rows=anvil,drill", ".verdict", "Anvil against Drill on “Rating”: better by 183\u00a0Elo, more than chance.")]
    public async Task What_scripts_say_is_of_agents_too(string path, string at, string text)
    {
        await using var open = await browser.OpenAsync(site.Server.AddressOf(path), new View(390, 844));
        await open.Page.Locator(at).Filter(new() { HasText = text }).First.WaitForAsync();
        var said = await open.Page.EvaluateAsync<string>("document.body.innerText");

        Assert.DoesNotMatch(OtherTrades(), said);
        Assert.DoesNotMatch(OtherNouns(), said);
        Assert.Equal(0, await open.FindOverflowAsync());
    }

    [GeneratedRegex(@"\b(sales|services?|crm|salesforce|language models?|llms?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OtherTrades();

    [GeneratedRegex(@"(?<![/\w-])(models?|use cases?)(?![\w-]|\.csv)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherNouns();

    [GeneratedRegex("<script.*?</script>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    /// <summary>The site, built once and served.</summary>
    public sealed class Built : IAsyncLifetime
    {
        private const string BasePath = "/repairs/";

        private PagesServer? _server;

        /// <summary>Its files by path.</summary>
        public IReadOnlyDictionary<string, byte[]> Files { get; } = Build();

        /// <summary>Its server.</summary>
        public PagesServer Server => _server ?? throw new InvalidOperationException("The fixture was not initialized.");

        public ValueTask InitializeAsync()
        {
            _server = PagesServer.Start(Files, BasePath);
            return ValueTask.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null)
            {
                await _server.DisposeAsync();
            }
        }

        private static Dictionary<string, byte[]> Build()
        {
            using var folder = new TemporaryFolder();
            folder.Copy(Repository.PathOf("tests/sites/repairs"));
            var build = CrmBenchRun.In(folder.Path, "build", "--verify", "--output", folder.PathOf("site"));
            return build.ExitCode == 0
                ? FolderContent.Read(folder.PathOf("site"))
                : throw new InvalidOperationException($"The site did not build.\n{build.Error}");
        }
    }
}
