using CrmBench.Core.Diagnostics;

namespace CrmBench.Tests.Core.Diagnostics;

public class DiagnosticBagTests
{
    [Fact]
    public void Two_hundred_of_a_code_in_a_file_are_kept_and_the_rest_is_counted()
    {
        var bag = new DiagnosticBag();
        bag.Report(Many("a.csv", "CB0001", Severity.Error, 250));
        bag.Report(Many("a.csv", "CB0002", Severity.Error, 200));
        bag.Report(Many("b.csv", "CB0001", Severity.Error, 3));

        var found = bag.ToSorted();

        Assert.Equal(200 + 200 + 3 + 1, found.Length);
        Assert.Equal(
            new Diagnostic("CB0310", Severity.Error, new SourcePlace("a.csv"), "There are 50 more problems CB0001 in this file. Correct those listed, and check again."),
            found[0]);
    }

    [Fact]
    public void The_rest_of_warnings_is_a_warning()
    {
        var bag = new DiagnosticBag();
        bag.Report(Many("a.csv", "CB0001", Severity.Warning, 201));

        Assert.False(bag.HasErrors);
        Assert.All(bag.ToSorted(), diagnostic => Assert.Equal(Severity.Warning, diagnostic.Severity));
    }

    [Fact]
    public void Equal_ones_count_once()
    {
        var bag = new DiagnosticBag();
        bag.Report(Enumerable.Repeat(Many("a.csv", "CB0001", Severity.Error, 1).Single(), 1000));

        Assert.Single(bag.ToSorted());
        Assert.False(bag.OnlyCounts("a.csv", "CB0001"));
    }

    [Fact]
    public void A_bag_that_takes_another_keeps_its_count()
    {
        var inner = new DiagnosticBag();
        inner.Report(Many("a.csv", "CB0001", Severity.Error, 1000));
        var outer = new DiagnosticBag();
        outer.Report(inner.ToSorted());

        Assert.Equal(inner.ToSorted(), outer.ToSorted());
    }

    [Fact]
    public void What_was_only_counted_is_an_error_all_the_same()
    {
        var bag = new DiagnosticBag();
        bag.Report(Many("a.csv", "CB0001", Severity.Warning, 200));
        bag.Report(new Diagnostic("CB0001", Severity.Error, new SourcePlace("a.csv", 999), "Last."));

        Assert.True(bag.HasErrors);
        Assert.True(bag.OnlyCounts("a.csv", "CB0001"));
    }

    private static IEnumerable<Diagnostic> Many(string path, string code, Severity severity, int count) =>
        Enumerable.Range(1, count).Select(line => new Diagnostic(code, severity, new SourcePlace(path, line), "Look."));
}
