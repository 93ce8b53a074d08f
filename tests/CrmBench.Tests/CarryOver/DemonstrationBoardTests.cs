using CrmBench.CarryOver.Demonstration;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.CarryOver;

public sealed class DemonstrationBoardTests
{
    // With ACCEPT_SNAPSHOTS=1 the copy is written anew, to be read in review.
    [Fact]
    public void The_same_seed_makes_the_copy_for_the_tests_again()
    {
        var files = DemonstrationBoard.Produce().SelectMany(submission => submission.ToFiles()).ToList();

        Assert.All(files, file => Assert.Equal(Approved.Text(BoardsSite.PathOf($"data/{file.Path}"), file.Text), file.Text));
        var kept = FolderContent.Read(BoardsSite.PathOf("data/benchmarks/demonstration/releases")).Keys
            .Where(path => path.Contains("/submissions/", StringComparison.Ordinal))
            .Select(path => $"benchmarks/demonstration/releases/{path}");
        Assert.Equal(files.Select(file => file.Path).Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_use_cases_are_those_of_the_benchmark()
    {
        var rows = File.ReadLines(BoardsSite.PathOf("data/benchmarks/demonstration/use-cases.csv")).Skip(1);

        Assert.Equal(rows.Select(row => row[..row.IndexOf(',', StringComparison.Ordinal)]), DemonstrationBoard.UseCases);
    }

    [Fact]
    public void Only_invented_models_are_given_invented_figures()
    {
        var invented = File.ReadLines(BoardsSite.PathOf("data/providers.csv"))
            .Where(row => row.EndsWith(",yes", StringComparison.Ordinal))
            .Select(row => row[..row.IndexOf(',', StringComparison.Ordinal)])
            .ToHashSet(StringComparer.Ordinal);
        var providers = InventedModels.Models.ToDictionary(model => model.Id, model => model.Provider, StringComparer.Ordinal);

        Assert.All(DemonstrationBoard.Produce(), submission => Assert.Contains(providers[submission.Model], invented));
    }
}
