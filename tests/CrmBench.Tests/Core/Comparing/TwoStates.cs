using CrmBench.Core.Comparing;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Comparing;

/// <summary>Small states of the data that differ in what a test says.</summary>
internal static class TwoStates
{
    /// <summary>A frozen release of one use case with these results, percent of a hundred tasks each.</summary>
    public static Catalogue Of(params (string Model, double Solved)[] results)
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", Percent("solved"))] };
        foreach (var (model, solved) in results)
        {
            world.Add(model, scores: [Score("solved", solved, "a", n: 100)]);
        }

        return world.Scored().Catalogue;
    }

    public static CatalogueChanges Between(Catalogue before, Catalogue after) =>
        CatalogueChanges.Between(Scorer.Score(before), Scorer.Score(after));

    /// <summary>The state with its only release changed.</summary>
    public static Catalogue With(this Catalogue catalogue, Func<Release, Release> change)
    {
        var benchmark = catalogue.Benchmarks[0];
        return catalogue with { Benchmarks = [benchmark with { Releases = [change(benchmark.Releases[0])] }] };
    }

    /// <summary>The state with one submission changed.</summary>
    public static Catalogue With(this Catalogue catalogue, string submission, Func<Submission, Submission> change) =>
        catalogue.With(release => release with
        {
            Submissions = [.. release.Submissions.Select(each => each.Id == submission ? change(each) : each)],
        });

    /// <summary>The submission with another share of solved tasks.</summary>
    public static Submission WithSolved(this Submission submission, double solved) =>
        submission with { Scores = [Score("solved", solved, "a", n: 100)] };
}
