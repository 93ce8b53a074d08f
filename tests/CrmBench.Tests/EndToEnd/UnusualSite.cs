using System.Globalization;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>A folder of <c>tests/sites/unusual</c>, or a generated crowd, made a whole repository without templates and prose of its own.</summary>
internal sealed class UnusualSite : IDisposable
{
    /// <summary>The path in the address that these sites name as their own.</summary>
    public const string BasePath = "/unusual/";

    private readonly TemporaryFolder _folder = new();

    private UnusualSite(string data)
    {
        _folder.Copy(data, "data");
    }

    /// <summary>The folders of <c>tests/sites/unusual</c>.</summary>
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Repository.PathOf("tests", "sites", "unusual")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Full path of the repository.</summary>
    public string Root => _folder.Path;

    /// <summary>Where a build writes the site.</summary>
    public string Output => _folder.PathOf("output");

    public static UnusualSite Open(string name) => new(Repository.PathOf("tests", "sites", "unusual", name, "data"));

    /// <summary>
    /// The definition of <c>one-model</c> with many models and use cases, each model measured in each use case; with <paramref name="more"/>
    /// most have costs and seconds too.
    /// </summary>
    public static UnusualSite Crowd(int models, int useCases, bool more = false)
    {
        var site = Open("one-model");
        site.WriteCrowd(models, useCases, more);
        return site;
    }

    /// <summary>What a model of a crowd has in a use case, in percent; both count from 1, and up to 997 models all differ.</summary>
    public static double CrowdScore(int model, int useCase) => ((model * 31) + (useCase * 17)) % 997 / 10.0;

    public CrmBenchRun Build() => CrmBenchRun.In(_folder.Path, "build", "--verify", "--root", _folder.Path, "--output", Output);

    public void Dispose() => _folder.Dispose();

    private void WriteCrowd(int models, int useCases, bool more)
    {
        const string Benchmark = "data/benchmarks/unusual";
        var template = File.ReadAllText(_folder.PathOf($"{Benchmark}/releases/2026-08/submissions/only/submission.json"));
        Directory.Delete(_folder.PathOf($"{Benchmark}/releases/2026-08/submissions/only"), recursive: true);
        _folder.Write("data/models.csv", "id,name,provider,released,openness\n" + Lines(models, m => $"m-{m},Model {m},acme,,"));
        _folder.Write($"{Benchmark}/use-cases.csv", "id,name,area,type,profile\n" + Lines(useCases, u => $"u-{u},Task {u},,,short"));
        for (var m = 1; m <= models; m++)
        {
            var folder = $"{Benchmark}/releases/2026-08/submissions/m-{m}";
            _folder.Write($"{folder}/submission.json", template.Replace("\"only\"", $"\"m-{m}\"", StringComparison.Ordinal));
            _folder.Write(
                $"{folder}/scores.csv",
                "use_case,metric,value,n,source\n"
                    + Lines(useCases, u => $"u-{u},solved,{CrowdScore(m, u)},100,tests")
                    + (more && m % 3 != 0 ? Lines(useCases, u => $"u-{u},usd-per-task,{m * m % 997 / 50.0},100,tests") : "")
                    + (more && m % 5 != 0 ? Lines(useCases, u => $"u-{u},seconds,{m % 90 / 2.0},100,tests") : ""));
        }
    }

    private static string Lines(int count, Func<int, FormattableString> line) =>
        string.Concat(Enumerable.Range(1, count).Select(i => line(i).ToString(CultureInfo.InvariantCulture) + "\n"));
}
