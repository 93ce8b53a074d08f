using CrmBench.CarryOver.Demonstration;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.CarryOver;

public sealed class DemonstrationBoardTests
{
    [Fact]
    public void The_same_seed_makes_the_committed_files_again()
    {
        var files = DemonstrationBoard.Produce().SelectMany(submission => submission.ToFiles()).ToList();

        CarriedData.AssertCommitted(files);
        Assert.Equal(files.Select(file => file.Path).Order(StringComparer.Ordinal), CarriedData.CommittedSubmissions("demonstration"));
    }

    [Fact]
    public void Its_use_cases_are_those_of_the_benchmark()
    {
        var rows = File.ReadLines(Repository.PathOf("data/benchmarks/demonstration/use-cases.csv")).Skip(1);

        Assert.Equal(rows.Select(row => row[..row.IndexOf(',', StringComparison.Ordinal)]), DemonstrationBoard.UseCases);
    }

    [Fact]
    public void Only_invented_models_are_given_invented_figures()
    {
        var invented = File.ReadLines(Repository.PathOf("data/providers.csv"))
            .Where(row => row.EndsWith(",yes", StringComparison.Ordinal))
            .Select(row => row[..row.IndexOf(',', StringComparison.Ordinal)])
            .ToHashSet(StringComparer.Ordinal);
        var providers = InventedModels.Models.ToDictionary(model => model.Id, model => model.Provider, StringComparer.Ordinal);

        Assert.All(DemonstrationBoard.Produce(), submission => Assert.Contains(providers[submission.Model], invented));
    }
}
