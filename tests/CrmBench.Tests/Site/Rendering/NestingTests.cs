using CrmBench.Core.Diagnostics;
using CrmBench.Site.Rendering;

namespace CrmBench.Tests.Site.Rendering;

/// <summary>However deep a text nests, it ends in a page or in a problem with line and column.</summary>
public class NestingTests
{
    public static TheoryData<string> Forms => [.. ByName.Keys];

    private static readonly Dictionary<string, Func<int, string>> ByName = new()
    {
        ["quotes"] = n => new string('>', n) + " a",
        ["lists"] = n => Many("- ", n) + "a",
        ["numbered lists"] = n => Many("1. ", n) + "a",
        ["lists line by line"] = n => string.Concat(Enumerable.Range(0, Math.Min(n, 300)).Select(i => new string(' ', 2 * i) + "- a\n")),
        ["quotes and lists"] = n => Many("> - ", n) + "a",
        ["emphasis"] = n => Many("*a _b ", n) + Many(" c_ d*", n),
        ["stars"] = n => new string('*', 2 * n) + "a" + new string('*', 2 * n),
        ["images"] = n => Many("![", n) + "a" + Many("](/assets/a.svg)", n),
        ["open brackets"] = n => new string('[', n),
        ["open images"] = n => Many("![", n),
        ["footnotes"] = n => $"a[^1]\n\n[^1]: {Many("> ", n)}b[^1]",
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Deeper_than_the_limit_is_a_problem_at_its_place(string form)
    {
        foreach (var count in (int[])[Nesting.Deepest + 1, 64, 100, 128, 129, 1000, 5000])
        {
            var problem = Assert.Single(Problems("Fine.\n\n" + ByName[form](count)));

            // So many signs that nobody need look how deep they stand are another problem.
            Assert.Contains(problem.Code, (string[])["CB0934", "CB0937"]);
            Assert.Equal("content/a.md", problem.Place.Path);
            Assert.True(problem.Place is { Line: >= 6, Column: >= 1 }, problem.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_people_write_is_no_problem(string form) =>
        Assert.DoesNotContain(Problems(ByName[form](8)), problem => problem.Code == "CB0934");

    [Fact]
    public void The_first_sign_that_is_one_too_many_is_named()
    {
        var problem = Assert.Single(Problems("Fine.\n" + "\n" + new string('>', 40) + " a"));

        Assert.Equal((6, Nesting.Deepest + 1), (problem.Place.Line, problem.Place.Column));
    }

    private static string Many(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static Diagnostic[] Problems(string markdown)
    {
        var diagnostics = new DiagnosticBag();
        var prose = Prose.Read("content/a.md", $"---\ntitle: A\n---\n{markdown}", diagnostics);
        prose!.ToHtml(Sites.Paths("/"), diagnostics);
        return [.. diagnostics.ToSorted().Where(problem => problem.Code != "CB0928")];
    }
}
