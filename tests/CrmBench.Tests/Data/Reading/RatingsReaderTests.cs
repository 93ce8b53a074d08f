using System.Globalization;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data;

namespace CrmBench.Tests.Data.Reading;

public class RatingsReaderTests
{
    private const string Path = "data/benchmarks/tiny/releases/2026-08/submissions/acme-one/ratings.csv";

    [Fact]
    public void Rows_become_columns_in_the_order_of_the_file()
    {
        var table = Read(
            "use_case,item,rater,safety,factuality\nemail-draft,m,ben,0,4\ncall-summary,c,judge-a,,2\nemail-draft,m,judge-a,1,\n",
            out var diagnostics);

        Assert.Empty(diagnostics.ToSorted());
        Assert.NotNull(table);
        Assert.Equal(["email-draft", "call-summary"], table.UseCases);
        Assert.Equal(["m", "c"], table.Items);
        Assert.Equal(["ben", "judge-a"], table.Raters);
        Assert.Equal(["safety", "factuality"], table.Metrics);
        Assert.Equal([0, 1, 0], table.UseCase);
        Assert.Equal([0, 1, 1], table.Rater);
        Assert.Equal([0, RatingTable.Missing, 1], table.Values[0]);
        Assert.Equal([4, 2, RatingTable.Missing], table.Values[1]);
    }

    [Fact]
    public void A_response_may_be_judged_point_by_point_and_in_the_same_table_as_a_whole()
    {
        var table = Read(
            "use_case,item,criterion,rater,factuality\nemail-draft,m,price,ben,4\nemail-draft,m,,ben,2\nemail-draft,m,date,ben,3\nemail-draft,m,date,judge-a,3\n",
            out var diagnostics);

        Assert.Empty(diagnostics.ToSorted());
        Assert.Equal(["price", "date"], table!.Criteria);
        Assert.Equal([0, -1, 1, 1], table.Criterion);
    }

    [Fact]
    public void A_rater_judges_a_criterion_once()
    {
        Read(
            "use_case,item,criterion,rater,factuality\nemail-draft,m,price,ben,4\nemail-draft,m,price,ben,4\n", out var diagnostics);

        Assert.Contains(diagnostics.ToSorted(), problem => problem.Code == "CB0706" && problem.Place.Line == 3);
    }

    [Fact]
    public void A_wrong_use_case_is_reported_once_however_many_rows_it_has()
    {
        Read(
            "use_case,item,rater,safety\ncall-sumary,a,judge-a,1\ncall-sumary,b,judge-a,1\nemail-draft,b,judge-a,1\n",
            out var diagnostics);

        Assert.Equal($"{Path}:2:1", Assert.Single(diagnostics.ToSorted()).Place.ToString());
    }

    [Fact]
    public void Tens_of_thousands_of_rows_are_read_whole()
    {
        var text = new StringBuilder("use_case,item,rater,factuality\n");
        for (var i = 0; i < 40_000; i++)
        {
            var rater = i % 4 == 0 ? "judge-a" : $"rater-{i % 4}";
            text.Append(CultureInfo.InvariantCulture, $"call-summary,item-{i / 4},{rater},{1 + (i % 3)}\n");
        }

        var table = Read(text.ToString(), out var diagnostics);

        Assert.Empty(diagnostics.ToSorted());
        Assert.Equal(40_000, table?.Count);
        Assert.Equal(10_000, table?.Items.Length);
    }

    [Fact]
    public void A_flood_of_problems_is_counted_and_not_listed()
    {
        var text = "use_case,item,rater,factuality\n" +
            string.Concat(Enumerable.Range(0, 5000).Select(i => $"call-summary,{i},judge-a,9\n"));

        Read(text, out var diagnostics);

        var found = diagnostics.ToSorted();
        Assert.Equal(200, found.Count(problem => problem.Code == "CB0713"));
        Assert.Contains(found, problem => problem.Code == "CB0310" && problem.Message.Contains("4800 more", StringComparison.Ordinal));
    }

    private static RatingTable? Read(string ratings, out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        var catalogue = CatalogueReader.Read(Sites.Minimal.With(Path, Encoding.UTF8.GetBytes(ratings)), diagnostics);
        return catalogue?.Benchmarks[0].Releases[0].Submissions[0].Ratings;
    }
}
