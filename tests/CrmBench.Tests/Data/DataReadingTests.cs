using System.Text;
using CrmBench.Data;
using CrmBench.Data.Files;

namespace CrmBench.Tests.Data;

/// <summary>Readers see names: no two of a kind may read alike.</summary>
public class DataReadingTests
{
    private const string Tiny = "data/benchmarks/tiny/";

    [Theory]
    [InlineData("Another benchmark", "Another", "")]
    [InlineData("tiny  BENCHMARK", "Another", "'tiny  BENCHMARK'")]
    [InlineData("Another benchmark", "Тiny", "'Тiny'")]
    [InlineData("Tiny benchmark", "Tiny", "'Tiny benchmark'")]
    public void A_benchmark_is_called_by_names_that_no_other_has(string name, string shortName, string taken)
    {
        var problems = Problems(WithSecond(name, shortName, listed: true));

        Assert.Equal(
            taken.Length == 0 ? [] : [$"data/benchmarks/other/benchmark.json: error CB0508: {taken} reads like the name of the benchmark 'tiny'. Give one of the two another name."],
            problems.Where(problem => problem.Contains("CB0508", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_benchmark_that_no_page_shows_may_be_called_like_another() =>
        Assert.DoesNotContain(Problems(WithSecond("Tiny benchmark", "Tiny", listed: false)), problem => problem.Contains("CB0508", StringComparison.Ordinal));

    [Theory]
    [InlineData("Acme Labs", "")]
    [InlineData("ACME", "'ACME'")]
    [InlineData("Асme", "'Асme'")]
    public void A_provider_has_a_name_that_no_other_has(string name, string taken)
    {
        var problems = Problems(Sites.Minimal.With("data/providers.csv", Encoding.UTF8.GetBytes($"id,name,url,invented\nacme,Acme,,yes\nother,{name},,yes\n")));

        Assert.Equal(
            taken.Length == 0 ? [] : [$"data/providers.csv:3:7: error CB0508: {taken} reads like the name of the provider 'acme'. Give one of the two another name."],
            problems.Where(problem => problem.Contains("CB0508", StringComparison.Ordinal)));
    }

    private static MemoryTree WithSecond(string name, string shortName, bool listed)
    {
        var files = Sites.Minimal.Paths.Where(path => path.StartsWith(Tiny, StringComparison.Ordinal))
            .Aggregate(Sites.Minimal, (files, path) => files.With($"data/benchmarks/other/{path[Tiny.Length..]}", files.Read(path)));
        files = Replace(files, "data/benchmarks/other/benchmark.json", "\"Tiny benchmark\"", $"\"{name}\"");
        files = Replace(files, "data/benchmarks/other/benchmark.json", "\"Tiny\"", $"\"{shortName}\"");
        return listed ? Replace(files, "data/site.json", "[\"tiny\"]", "[\"tiny\", \"other\"]") : files;
    }

    private static MemoryTree Replace(MemoryTree files, string path, string old, string text) =>
        files.With(path, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files.Read(path)).Replace(old, text, StringComparison.Ordinal)));

    private static string[] Problems(FileTree files) => [.. DataReading.Of(files).Problems.Select(problem => problem.ToString())];
}
