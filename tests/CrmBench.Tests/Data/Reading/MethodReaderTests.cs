using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;

namespace CrmBench.Tests.Data.Reading;

public class MethodReaderTests
{
    private const string Benchmark = "data/benchmarks/tiny/benchmark.json";
    private const string Automated = "\"judged_by\": \"programs\", \"description\": \"A program or a model grades each answer.\"";

    [Fact]
    public void Judges_become_views_of_their_method_and_fill_what_it_fills()
    {
        var diagnostics = new DiagnosticBag();
        var text = Encoding.UTF8.GetString(Sites.Minimal.Read(Benchmark)).Replace(
            Automated,
            Automated + ", \"judges\": [{ \"rater\": \"judge-a\", \"name\": \"Judge A\" }, { \"rater\": \"judge-b\", \"name\": \"Judge B\" }]",
            StringComparison.Ordinal);

        var benchmark = CatalogueReader.Read(Sites.Minimal.With(Benchmark, Encoding.UTF8.GetBytes(text)), diagnostics)!.Benchmarks[0];

        Assert.Empty(diagnostics.ToSorted());
        Assert.Equal(["manual", "automated", "automated-judge-b", "automated-all"], benchmark.Methods.Select(method => method.Id));
        Assert.Equal(["manual", "automated"], benchmark.DeclaredMethods.Select(method => method.Id));
        Assert.Equal("Automated, judged by Judge A", benchmark.Methods[1].Name);
        Assert.Equal("Automated, mean of 2 judges", benchmark.Methods[3].Name);
        Assert.Contains("automated-all", benchmark.AllMetrics.First().Methods);
    }
}
