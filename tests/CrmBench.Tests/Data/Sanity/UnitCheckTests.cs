using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;

namespace CrmBench.Tests.Data.Sanity;

public class UnitCheckTests
{
    private const string Folder = "data/benchmarks/tiny/releases/2026-08/submissions";

    [Theory]
    [InlineData(0.86, new[] { 71.5, 70.0 }, 1)]
    [InlineData(0.73, new[] { 49.4 }, 1)]
    [InlineData(0.5, new[] { 1.2, 3.4 }, 0)]
    [InlineData(0.4, new[] { 3.0, 12.0 }, 0)]
    [InlineData(0.05, new[] { 70.0 }, 0)]
    [InlineData(0.9, new[] { 0.8 }, 0)]
    [InlineData(0, new[] { 70.0 }, 0)]
    [InlineData(60, new[] { 70.0 }, 0)]
    public void A_share_among_the_percentages_of_other_rows_is_a_warning(double odd, double[] others, int warnings)
    {
        Assert.Equal(warnings, Warnings("call-summary", odd, others).Count());
    }

    [Fact]
    public void It_is_one_also_where_the_others_were_measured_elsewhere()
    {
        Assert.Single(Warnings("email-draft", 0.86, [71.5]));
    }

    private static IEnumerable<Diagnostic> Warnings(string useCase, double odd, double[] others)
    {
        var site = Sites.Minimal.With($"{Folder}/acme-one/scores.csv", Table(FormattableString.Invariant($"{useCase},safety,automated,{odd}")));
        var one = Sites.Minimal.Read($"{Folder}/acme-two-high/submission.json");
        site = site.Without($"{Folder}/acme-two-high");
        for (var i = 0; i < others.Length; i++)
        {
            var text = Encoding.UTF8.GetString(one).Replace("\"variant\": \"high\"", $"\"variant\": \"v{i}\"", StringComparison.Ordinal);
            site = site.With($"{Folder}/other-{i}/submission.json", Encoding.UTF8.GetBytes(text))
                .With($"{Folder}/other-{i}/scores.csv", Table(FormattableString.Invariant($"call-summary,safety,automated,{others[i]}")));
        }

        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(site, diagnostics);
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.ToSorted()));
        return diagnostics.ToSorted().Where(problem => problem.Code == "CB0815");
    }

    private static byte[] Table(string row) => Encoding.UTF8.GetBytes($"use_case,metric,method,value,source\n{row},\n");
}
