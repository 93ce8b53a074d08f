using System.Globalization;
using CrmBench.Core.Statistics;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Fuzzing;

/// <summary>
/// Damage by chance with fixed seeds: every case is refused with a place, or taken for what it is. Here a few of each kind; the long run
/// (<see cref="LongFuzzTests"/>) goes on from there. What was found once stays in <c>tests/sites/hostile/</c>.
/// </summary>
public class FuzzTests
{
    public static TheoryData<string, int> Targets => new()
    {
        { "data", 1500 },
        { "prose", 400 },
        { "import", 500 },
        { "mapping", 300 },
        { "page", 8 },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_case_is_taken_for_what_it_is_not(string target, int cases)
    {
        var run = new FuzzRun(FuzzTarget.All.Single(known => known.Name == target));
        for (var number = 0; number < cases; number++)
        {
            run.Run(number, measure: false);
        }

        Assert.Empty(run.Findings.Select(finding => $"{target} {finding.Number}: {finding.What}"));

        // A run that is refused throughout has tried nothing but the first line of a reader.
        Assert.InRange(run.Accepted, cases / 100, cases);
    }

    [Fact]
    public void The_same_number_is_the_same_case()
    {
        foreach (var target in FuzzTarget.All)
        {
            var (one, other) = (target.Make(Xoshiro256.FromText("a")), target.Make(Xoshiro256.FromText("a")));

            Assert.Equal(one.File, other.File);
            Assert.Equal(one.Content, other.Content);
        }
    }

    // What the look for live markup must find: if it does not, it would find nothing.
    [Theory]
    [InlineData("<script>zq()</script>")]
    [InlineData("<script type=application/json>{</script>")]
    [InlineData("<script src=/zq.js></script>")]
    [InlineData("<img src=x onerror=zq()>")]
    [InlineData("<a href=javascript:zq()>a</a>")]
    [InlineData("<a href=' javascript:zq()'>a</a>")]
    [InlineData("<a href=JaVaScRiPt:zq()>a</a>")]
    [InlineData("<a href='data:text/html,a'>a</a>")]
    [InlineData("<p onclick=zq()>a</p>")]
    [InlineData("<p style='color: red'>a</p>")]
    [InlineData("<style>p { color: red }</style>")]
    [InlineData("<iframe></iframe>")]
    [InlineData("<base href=//zq>")]
    [InlineData("<svg><script>zq()</script></svg>")]
    public void Markup_that_is_live_is_found(string markup)
    {
        var control = new LiveMarkup(["<!doctype html><title>a</title><p>a <a href=/>b</a><img src=/c.png><script src=/d.js></script><svg></svg>"]);

        Assert.NotEmpty(control.In($"<!doctype html><title>a</title><p>a {markup}"));
        Assert.Empty(control.In("<!doctype html><title>zq</title><p>&lt;script> <a href=https://example.org/>b</a>"));
    }

    public static TheoryData<string, string> Hostile => [.. HostileFiles()];

    // Files that were slow, large or taken for something else once. The name says what is wrong and, after a "~", the path of the file with
    // "~" for "/"; what begins with "taken-" is right, and was too slow.
    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_was_found_once_is_not_found_again(string target, string file)
    {
        var content = File.ReadAllBytes(Repository.PathOf("tests", "sites", "hostile", target, file));

        var outcome = FuzzTarget.All.Single(known => known.Name == target).Run(file[(file.IndexOf('~', StringComparison.Ordinal) + 1)..].Replace('~', '/'), content);

        Assert.Equal(file.StartsWith("taken-", StringComparison.Ordinal) ? FuzzOutcome.Accepted : FuzzOutcome.Refused, outcome);
    }

    private static IEnumerable<(string Target, string File)> HostileFiles() =>
        Directory.EnumerateFiles(Repository.PathOf("tests", "sites", "hostile"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(Path.GetDirectoryName(path))!, Path.GetFileName(path)))
            .Where(file => file.Item1 != "hostile");
}

/// <summary>
/// The same for hours: <c>FUZZ_CASES=200000 FUZZ_FROM=0 tests/CrmBench.Tests/bin/Release/net10.0/CrmBench.Tests -explicit only -class "*LongFuzzTests"</c>. Time and memory
/// of each case count here, since nothing else runs; findings are written to the folder <c>FUZZ_OUT</c>.
/// </summary>
public class LongFuzzTests
{
    [Fact(Explicit = true)]
    public void No_case_of_many_is_taken_for_what_it_is_not()
    {
        var cases = Number("FUZZ_CASES", 10_000);
        var from = Number("FUZZ_FROM", 0);
        var names = Environment.GetEnvironmentVariable("FUZZ_TARGETS")?.Split(',');
        var found = new List<string>();
        foreach (var target in FuzzTarget.All.Where(target => names?.Contains(target.Name) ?? true))
        {
            // A page is a site with all its pages, and takes a hundred times as long.
            var run = new FuzzRun(target);
            var count = target.Name == "page" ? cases / 100 : cases;

            // Whatever is made once must not be taken for the cost of a case.
            run.Run(from, measure: false);
            for (var number = from; number < from + count; number++)
            {
                run.Run(number, measure: true);
            }

            foreach (var (number, what, content) in run.Findings)
            {
                found.Add($"{target.Name} {number}: {what}");
                if (Environment.GetEnvironmentVariable("FUZZ_OUT") is { } folder)
                {
                    Directory.CreateDirectory(folder);
                    File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{target.Name}-{number}")), content);
                    File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{target.Name}-{number}.txt")), what);
                }
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Name}: {run.Cases} cases, {run.Accepted} taken, {run.Findings.Count} findings; slowest {run.Slowest.TotalSeconds:0.00} s (case {run.SlowestNumber}), most {run.Most >> 20} MB"));
        }

        Assert.Empty(found);
    }

    private static long Number(string name, long otherwise) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
