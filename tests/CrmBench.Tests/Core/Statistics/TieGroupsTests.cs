using CrmBench.Core.Statistics;
using CsCheck;

namespace CrmBench.Tests.Core.Statistics;

public class TieGroupsTests
{
    [Fact]
    public void Nobody_is_told_apart_before_a_comparison() => Assert.Equal([0, 2], new TieGroups(3).Of(1));

    [Fact]
    public void Groups_overlap_because_a_tie_is_not_transitive()
    {
        var ties = new TieGroups(3);

        RankRanges.FromVerdicts(3, (first, second) => (first, second) is (0, 2) ? 1 : 0, ties);

        Assert.Equal([1], ties.Of(0));
        Assert.Equal([0, 2], ties.Of(1));
        Assert.Equal([1], ties.Of(2));
    }

    // Who is neither better nor worse is tied, so the group is as large as the range is wide.
    [Fact]
    public void A_rank_range_is_as_wide_as_its_group_of_ties_is_large() =>
        Gen.Int[0, 80].Select(Gen.Int[-1, 1].Array[80 * 80]).Sample((count, verdicts) =>
        {
            var ties = new TieGroups(count);

            var ranges = RankRanges.FromVerdicts(count, (first, second) => verdicts[(80 * first) + second], ties);

            Assert.All(ranges.Index(), pair => Assert.Equal(pair.Item.Worst - pair.Item.Best, ties.Of(pair.Index).Length));
            Assert.All(ranges.Index(), pair => Assert.DoesNotContain(pair.Index, ties.Of(pair.Index)));
        });
}
