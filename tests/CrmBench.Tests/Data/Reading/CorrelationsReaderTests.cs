using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data;

namespace CrmBench.Tests.Data.Reading;

public class CorrelationsReaderTests
{
    private const string Folder = "data/benchmarks/tiny/releases/2026-08/submissions/acme-two-high/";

    private const string Header = "use_case,profile,method,first,second,correlation\n";

    private const string Automated =
        "call-summary,,factuality,automated,3.4,20,0.6,,,,,,\ncall-summary,,completeness,automated,3.2,20,0.7,,,,,,\ncall-summary,,safety,automated,90,20,,,,,18,20,\n";

    [Fact]
    public void A_row_is_a_pair_of_figures_and_its_method_is_the_submissions_unless_stated()
    {
        var rows = Read("call-summary,,,factuality,completeness,0.4\ncall-summary,,automated,factuality,safety,-1\n", out var problems);

        Assert.Empty(problems);
        Assert.Equal(
            [
                new(new("call-summary", null), "manual", "factuality", "completeness", 0.4, new SourcePlace(Folder + "correlations.csv", 2)),
                new(new("call-summary", null), "automated", "factuality", "safety", -1, new SourcePlace(Folder + "correlations.csv", 3)),
            ],
            rows);
    }

    [Theory]
    [InlineData("call-summary,,,factuality,completeness,1.01", "CB0408", 2)]
    [InlineData("call-summary,,,factuality,completeness,-40", "CB0408", 2)]
    [InlineData("call-summary,,,factualty,completeness,0.4", "CB0416", 2)]
    [InlineData("call-summary,,,factuality,factuality,1", "CB0725", 2)]
    [InlineData("email-draft,,automated,factuality,completeness,0.4", "CB0725", 2)]
    [InlineData("call-summary,,,factuality,completeness,0.4\ncall-summary,,manual,completeness,factuality,0.4", "CB0723", 3)]
    [InlineData("call-summary,,automated,factuality,completeness,-0.6\ncall-summary,,automated,factuality,safety,-0.6\ncall-summary,,automated,safety,completeness,-0.6", "CB0724", 4)]
    public void What_is_no_correlation_of_two_figures_is_reported_where_it_stands(string text, string code, int line)
    {
        Read(text + "\n", out var problems);

        Assert.Contains(problems, problem => problem.Code == code && problem.Place.Line == line);
    }

    // Three figures that move against each other can do so to -0.5 each; 0.9, 0.9 and 0.63 is at the edge, and two digits round.
    [Theory]
    [InlineData(-0.5, -0.5, -0.5)]
    [InlineData(0.9, 0.9, 0.63)]
    [InlineData(1, 1, 1)]
    [InlineData(-1, -1, 1)]
    public void What_rounded_numbers_of_real_figures_can_be_is_no_problem(double one, double two, double three)
    {
        Read(
            FormattableString.Invariant(
                $"call-summary,,automated,factuality,completeness,{one}\ncall-summary,,automated,factuality,safety,{two}\ncall-summary,,automated,safety,completeness,{three}\n"),
            out var problems);

        Assert.Empty(problems);
    }

    [Fact]
    public void Figures_of_different_samples_have_no_correlation()
    {
        const string Scores = "use_case,metric,value,n,sd,sample\ncall-summary,factuality,3.5,20,0.6,calls\ncall-summary,completeness,3.25,20,0.7,mails\n";

        Read("call-summary,,,factuality,completeness,0.4\n", out var problems, Scores);

        Assert.Contains(problems, problem => problem.Code == "CB0725" && problem.Place.Line == 2);
    }

    [Fact]
    public void Correlations_alone_are_no_data()
    {
        var tree = Sites.Minimal.Without(Folder + "scores.csv").With(Folder + "correlations.csv", Encoding.UTF8.GetBytes(Header));
        var diagnostics = new DiagnosticBag();

        CatalogueReader.Read(tree, diagnostics);

        Assert.Contains(diagnostics.ToSorted(), problem => problem.Code == "CB0703");
    }

    private static ImmutableArray<ErrorCorrelation> Read(string rows, out IReadOnlyList<Diagnostic> problems, string? scores = null)
    {
        var before = scores ?? Encoding.UTF8.GetString(Sites.Minimal.Read(Folder + "scores.csv")) + Automated;
        var tree = Sites.Minimal
            .With(Folder + "scores.csv", Encoding.UTF8.GetBytes(before))
            .With(Folder + "correlations.csv", Encoding.UTF8.GetBytes(Header + rows));
        var diagnostics = new DiagnosticBag();
        var catalogue = CatalogueReader.Read(tree, diagnostics);
        problems = [.. diagnostics.ToSorted().Where(problem => problem.Place.Path.EndsWith("correlations.csv", StringComparison.Ordinal))];
        return catalogue?.Benchmarks[0].Releases[0].Submissions.First(one => one.Id == "acme-two-high").Correlations ?? [];
    }
}
