using CrmBench.Core.Model;
using CrmBench.Site.Pages;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Pages;

public class AgreementFindingTests
{
    // People set c far apart from a and b, which they hold level.
    private static readonly int[] A = [4, 3, 4, 3, 4, 3], B = [3, 4, 3, 4, 3, 4], C = [1, 1, 2, 1, 1, 2];

    [Fact]
    public void A_judge_that_sees_a_weak_model_as_people_do_is_said_to_do_no_more_than_that()
    {
        var finding = Of(Models((A, [3, 3, 4, 3, 3, 4]), (B, [4, 4, 4, 4, 3, 4]), (C, [2, 1, 1, 2, 1, 1])));

        Assert.StartsWith("On this evidence the method “Programs” puts every pair of models that people tell apart the same way round", finding.Verdict(), StringComparison.Ordinal);
        Assert.Contains("Of 2\u00a0pairs that people tell apart it puts 2 the same way round.", finding.Figures(), StringComparison.Ordinal);
        Assert.Contains("All of these pairs set c apart from the others.", Meaning(finding), StringComparison.Ordinal);
        Assert.Contains("ratings do not tell the other 1 of 3 pairs apart", Meaning(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void A_judge_that_puts_the_weak_model_first_is_not_said_to_tell_models_apart()
    {
        var finding = Of(Models((A, [1, 2, 1, 2, 1, 2]), (B, [2, 1, 2, 2, 1, 2]), (C, [4, 4, 4, 4, 4, 3])));

        Assert.StartsWith("On this evidence the method “Programs” often orders models that people tell apart otherwise than they do, and is not shown", finding.Verdict(), StringComparison.Ordinal);
        Assert.Contains("the method “Programs” put 2 the other way round or level.", Meaning(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void A_judge_of_another_level_is_never_to_be_set_beside_people()
    {
        var finding = Of(Models((A, [4, 4, 4, 4, 4, 4]), (B, [4, 4, 4, 4, 4, 4]), (C, [3, 3, 4, 3, 3, 3])));

        Assert.Contains("Its level is not that of people (facts +0.94", Meaning(finding), StringComparison.Ordinal);
        Assert.Contains("never set figures by the method “Programs” beside figures by people.", Meaning(finding), StringComparison.Ordinal);
    }

    private static string Meaning(AgreementFinding finding) => string.Join(' ', finding.Meaning());

    private static AgreementFinding Of(SmallWorld world)
    {
        var scored = world.Scored();
        var release = scored.Benchmarks[0].Releases[0];
        return AgreementFinding.Of(new SiteIndex(scored, []), scored.Benchmarks[0].Benchmark, release.Release, release.Agreement!)!;
    }

    private static SmallWorld Models(params (int[] People, int[] Judge)[] models)
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] };
        foreach (var (model, i) in models.Select((model, i) => (model, i)))
        {
            var rows = model.People.Select((grade, item) => ("a", $"{item}", "ann", (int?[])[grade]))
                .Concat(model.Judge.Select((grade, item) => ("a", $"{item}", "judge", (int?[])[grade])));
            world.Add($"{(char)('a' + i)}", Ratings(["facts"], rows), judges: [new Judge("judge", null, "programs")]);
        }

        return world;
    }
}
