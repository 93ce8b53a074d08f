using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Files;

namespace CrmBench.Tests.Data.Reading;

/// <summary>Slips that one file shows only together with another, or that look like another slip: each is told once, where it can be mended.</summary>
public class SlipsTests
{
    private const string Benchmark = "data/benchmarks/tiny/benchmark.json";
    private const string Folder = "data/benchmarks/tiny/releases/2026-08/submissions/acme-one/";
    private const string Scores = Folder + "scores.csv";

    [Fact]
    public void A_file_that_is_a_list() => AssertTold(Folder + "submission.json", _ => "[]", "1:1", "CB0206", "This is a list");

    [Fact]
    public void A_number_among_texts() =>
        AssertTold(Folder + "submission.json", text => text.Replace("[\"Invented figures.\"]", "[1]", StringComparison.Ordinal), "22:20", "CB0206", "is a number");

    [Fact]
    public void A_unit_of_ones_own_for_a_percentage() =>
        AssertTold(Benchmark, text => First(text, "\"unit\": \"percent\",", "\"unit\": \"percent\", \"unit_name\": \"tokens\","), "61:43", "CB0728", "'pass-1'");

    [Theory]
    [InlineData("12,11,", false)]
    [InlineData("12,12,", false)]
    [InlineData("12,13,", true)]
    [InlineData("12,4,3", false)]
    [InlineData("12,4,4", true)]
    [InlineData("12,,5", true)]
    [InlineData("12,,6", false)]
    [InlineData(",,6", true)]
    public void Numbers_of_ratings_items_and_raters_go_together(string counts, bool isTold)
    {
        var told = Read(files => files.With(
            Scores, Encoding.UTF8.GetBytes($"use_case,profile,metric,method,value,n,items,raters,sd,source\ncall-summary,,factuality,manual,3.5,{counts},0.5,run\n")));

        Assert.Equal(isTold, told.Any(problem => problem.Code == "CB0721" && problem.Place.Path == Scores && problem.Place.Line == 2));
    }

    [Fact]
    public void Two_sources_without_a_name_are_not_one_that_stands_twice()
    {
        var told = Read(Folder + "submission.json", text => text.Replace("\"id\": \"run\",", "", StringComparison.Ordinal).Replace("{ \"id\": \"list\",", "{", StringComparison.Ordinal));

        Assert.Equal(2, told.Count(problem => problem.Code == "CB0205"));
        Assert.DoesNotContain(told, problem => problem.Code == "CB0415");
    }

    [Fact]
    public void Sums_of_a_metric_that_nobody_rates()
    {
        var told = Read(files => files.Without(Folder + "ratings.csv").With(
            Folder + "item-sums.csv", "use_case,item,ratings,factuality,pass-1,source\ncall-summary,c1,3,9,2,run\n"u8.ToArray()));

        Assert.Equal([$"{Folder}item-sums.csv:1:34 CB0714"], told.Select(problem => $"{problem.Place} {problem.Code}"));
    }

    // Where the column says by which method, the field is wrong; where it is empty, the submission says it, and the column does not fit.
    [Theory]
    [InlineData("method,", "manual,", "2:17")]
    [InlineData("method,", ",", "1:30")]
    [InlineData("", "", "1:23")]
    public void Sums_by_a_method_that_the_metric_does_not_have(string header, string field, string place)
    {
        var benchmark = Encoding.UTF8.GetString(Sites.Minimal.Read(Benchmark));
        var before = "\"methods\": [\"manual\", \"automated\"],\n          \"scale\": { \"lowest\": 1, \"highest\": 4 }";
        Assert.Contains(before, benchmark, StringComparison.Ordinal);

        var told = Read(files => files.Without(Folder + "ratings.csv")
            .With(Benchmark, Encoding.UTF8.GetBytes(benchmark.Replace(before, "\"methods\": [\"automated\"],\n          \"scale\": { \"lowest\": 1, \"highest\": 4 }", StringComparison.Ordinal)))
            .With(Folder + "item-sums.csv", Encoding.UTF8.GetBytes($"use_case,item,{header}ratings,completeness,source\ncall-summary,c1,{field}3,9,run\n")));

        Assert.Equal($"{Folder}item-sums.csv:{place}", Assert.Single(told, problem => problem.Place.Path == $"{Folder}item-sums.csv").Place.ToString());
    }

    private static string First(string text, string from, string to) =>
        text.IndexOf(from, StringComparison.Ordinal) is >= 0 and var at ? $"{text[..at]}{to}{text[(at + from.Length)..]}" : text;

    private static void AssertTold(string path, Func<string, string> change, string place, string code, string words)
    {
        var problem = Assert.Single(Read(path, change), problem => problem.Code == code);

        Assert.Equal($"{path}:{place}", problem.Place.ToString());
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    private static Diagnostic[] Read(string path, Func<string, string> change)
    {
        var before = Encoding.UTF8.GetString(Sites.Minimal.Read(path));
        var after = change(before);
        Assert.NotEqual(before, after);
        return Read(files => files.With(path, Encoding.UTF8.GetBytes(after)));
    }

    private static Diagnostic[] Read(Func<MemoryTree, MemoryTree> change)
    {
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(change(Sites.Minimal), diagnostics);
        return [.. diagnostics.ToSorted()];
    }
}
