using System.Text;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>Whatever got another name is found where it was, and two things never claim one address.</summary>
public sealed class FormerAddressesTests : IDisposable
{
    private const string Benchmark = "data/benchmarks/tiny/benchmark.json";
    private const string Release = "data/benchmarks/tiny/releases/2026-08/release.json";
    private const string UseCases = "data/benchmarks/tiny/use-cases.csv";
    private const string About = "content/about.md";

    private readonly TemporaryFolder _folder = new();

    public FormerAddressesTests()
    {
        _folder.Copy(Repository.PathOf("tests/sites/minimal"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_page_is_found_under_each_former_name()
    {
        Change(Benchmark, "\"short_name\": \"Tiny\"", "\"aliases\": [\"small\"], \"short_name\": \"Tiny\"");
        Change(Release, "\"date\"", "\"aliases\": [\"first\"], \"date\"");
        AddAlias("call-summary", "calls");
        Change(About, "title: ", "aliases: /who/ /old/about/\ntitle: ");

        var site = Build();

        (string From, string To)[] moved =
        [
            ("small", "tiny"), ("small/methodology", "tiny/methodology"), ("small/2026-08", "tiny/2026-08"), ("small/first", "tiny/2026-08"),
            ("tiny/first", "tiny/2026-08"), ("tiny/first/automated", "tiny/2026-08/automated"), ("small/first/automated", "tiny/2026-08/automated"),
            ("tiny/use-cases/calls", "tiny/use-cases/call-summary"), ("small/use-cases/calls", "tiny/use-cases/call-summary"),
            ("small/use-cases/email-draft", "tiny/use-cases/email-draft"), ("who", "about"), ("old/about", "about"),
        ];
        Assert.All(moved, one =>
        {
            Assert.Contains($"<meta http-equiv=\"refresh\" content=\"0; url=/tiny/{one.To}/\">", site[$"{one.From}/index.html"], StringComparison.Ordinal);
            Assert.Contains($"<link rel=\"canonical\" href=\"https://example.org/tiny/{one.To}/\">", site[$"{one.From}/index.html"], StringComparison.Ordinal);
            Assert.DoesNotContain($"/{one.From}/<", site["sitemap.xml"], StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("tiny", "benchmark.json:4:15: error CB0505: The alias 'tiny' is taken by the benchmark 'tiny'.")]
    [InlineData("models", "benchmark.json:4:15: error CB0110: 'models' cannot name a benchmark")]
    [InlineData("No", "benchmark.json:4:15: error CB0402: ")]
    public void An_alias_of_a_benchmark_that_is_taken_or_no_identifier_is_named(string alias, string expected)
    {
        Change(Benchmark, "\"name\": \"Tiny benchmark\"", $"\n  \"aliases\": [\"{alias}\"], \"name\": \"Tiny benchmark\"");

        Fails(expected);
    }

    [Fact]
    public void An_alias_of_a_release_cannot_be_what_stands_beside_releases()
    {
        Change(Release, "\"date\"", "\"aliases\": [\"manual\", \"methodology\"], \"date\"");

        Fails("error CB0110: 'manual' cannot name a release", "error CB0110: 'methodology' cannot name a release");
    }

    [Fact]
    public void An_alias_of_a_use_case_cannot_be_another_use_case()
    {
        AddAlias("call-summary", "email-draft");

        Fails("use-cases.csv:2:57: error CB0505: The alias 'email-draft' is taken by the use case 'email-draft'.");
    }

    [Fact]
    public void An_alias_of_a_text_cannot_be_a_page()
    {
        Change(About, "title: ", "aliases: /models/\ntitle: ");

        Fails("content/about.md:2:10: error CB0910: The path /models/ is taken already");
    }

    [Fact]
    public void A_draft_of_prose_is_no_page_of_the_published_site()
    {
        Change(About, "title: ", "draft: true\ntitle: ");

        var site = Build();

        Assert.DoesNotContain("about/index.html", site.Keys);
        Assert.DoesNotContain("/about/", site["index.html"], StringComparison.Ordinal);
    }

    private void Change(string file, string old, string now)
    {
        var path = _folder.PathOf(file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, now, StringComparison.Ordinal));
    }

    private void AddAlias(string useCase, string alias)
    {
        var path = _folder.PathOf(UseCases);
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Select((line, i) => $"{line},{(i == 0 ? "aliases" : line.StartsWith(useCase, StringComparison.Ordinal) ? alias : "")}"));
    }

    private Dictionary<string, string> Build()
    {
        var run = CrmBenchRun.In(_folder.Path, "build", "--verify");
        Assert.True(run.ExitCode == 0, run.Error);
        return FolderContent.Read(_folder.PathOf("output")).ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value), StringComparer.Ordinal);
    }

    private void Fails(params string[] expected)
    {
        var run = CrmBenchRun.In(_folder.Path, "check");

        Assert.Equal(1, run.ExitCode);
        Assert.All(expected, line => Assert.Contains(line, run.Output + run.Error, StringComparison.Ordinal));
    }
}
