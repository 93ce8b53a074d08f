using System.Globalization;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Forms;

namespace CrmBench.Tests.Data.Reading;

/// <summary>What is as long as it may be is taken, and what is one longer is refused with its place.</summary>
public class GreatestLengthTests
{
    private const string Submission = "data/benchmarks/tiny/releases/2026-08/submissions/acme-one/submission.json";
    private const string Ratings = "data/benchmarks/tiny/releases/2026-08/submissions/acme-one/ratings.csv";

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "CB0413")]
    public void A_name_in_a_table(int more, string? code) => AssertTold(
        "data/models.csv", text => text.Replace("Acme Two", Long(ValueForm.MostOfName + more), StringComparison.Ordinal), code);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "CB0413")]
    public void A_name_in_a_file(int more, string? code) => AssertTold(
        Submission, text => text.Replace("\"submitted_by\": \"Tests\"", $"\"submitted_by\": \"{Long(ValueForm.MostOfName + more)}\"", StringComparison.Ordinal), code);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "CB0413")]
    public void A_text_in_a_list(int more, string? code) => AssertTold(
        Submission, text => text.Replace("Invented figures.", Long(ValueForm.MostOfText + more), StringComparison.Ordinal), code);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_list(int more, bool isRefused)
    {
        var most = SubmissionForms.Submission.Whole.Properties.Single(property => property.Name == "known_issues").Value.MostEntries;
        var issues = string.Join(", ", Enumerable.Range(0, most + more).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"{i}\"")));

        var told = Read(Submission, text => text.Replace("\"Invented figures.\"", issues, StringComparison.Ordinal));

        Assert.Equal(isRefused, told.Any(problem => problem.Message.Contains(string.Create(CultureInfo.InvariantCulture, $"{most}"), StringComparison.Ordinal)));
        Assert.Equal(isRefused, told.Any(problem => problem.Severity == Severity.Error));
    }

    // Each metric says which methods fill it, and who rates says by which method.
    [Fact]
    public void A_rating_by_a_method_that_the_metric_does_not_have_is_told_in_the_header()
    {
        var told = Read(
            "data/benchmarks/tiny/benchmark.json",
            text => text.Replace("\"methods\": [\"manual\", \"automated\"],\n          \"scale\": { \"lowest\": 1, \"highest\": 4 }", "\"methods\": [\"manual\"],\n          \"scale\": { \"lowest\": 1, \"highest\": 4 }", StringComparison.Ordinal),
            files => files.With(Ratings, "use_case,item,rater,factuality,completeness\ncall-summary,c,judge-a,2,2\ncall-summary,c,ben,2,2\n"u8.ToArray()));

        var problem = Assert.Single(told, problem => problem.Code == "CB0707" && problem.Place.Path == Ratings);
        Assert.Equal($"{Ratings}:1:32", problem.Place.ToString());
        Assert.Contains("'automated'", problem.Message, StringComparison.Ordinal);
    }

    private static string Long(int length) => string.Concat(Enumerable.Repeat("Aé", length))[..length];

    private static void AssertTold(string path, Func<string, string> change, string? code)
    {
        var told = Read(path, change);

        Assert.Equal(code is null ? [] : [code], told.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Code));
        Assert.All(told.Where(problem => problem.Code == code), problem => Assert.Equal((path, true), (problem.Place.Path, problem.Place.Line > 0)));
    }

    private static Diagnostic[] Read(string path, Func<string, string> change, Func<CrmBench.Data.Files.MemoryTree, CrmBench.Data.Files.MemoryTree>? more = null)
    {
        var before = Encoding.UTF8.GetString(Sites.Minimal.Read(path));
        var after = change(before);
        Assert.NotEqual(before, after);
        var files = Sites.Minimal.With(path, Encoding.UTF8.GetBytes(after));
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(more is null ? files : more(files), diagnostics);
        return [.. diagnostics.ToSorted()];
    }
}
