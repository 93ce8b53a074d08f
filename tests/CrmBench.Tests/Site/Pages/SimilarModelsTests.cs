using CrmBench.Core.Statistics;
using CrmBench.Site.Pages;

namespace CrmBench.Tests.Site.Pages;

public class SimilarModelsTests
{
    [Theory]
    [InlineData(1, 5, 1, 5, 1)]
    [InlineData(1, 4, 3, 6, 2.0 / 6)]
    [InlineData(2, 3, 1, 8, 2.0 / 8)]
    [InlineData(3, 3, 3, 3, 1)]
    [InlineData(1, 2, 3, 4, 0)]
    [InlineData(1, 2, 7, 9, 0)]
    public void Overlap_is_the_share_of_common_ranks(int best, int worst, int otherBest, int otherWorst, double share)
    {
        Assert.Equal(share, SimilarModels.Overlap(new RankRange(best, worst), new RankRange(otherBest, otherWorst)), 12);
        Assert.Equal(share, SimilarModels.Overlap(new RankRange(otherBest, otherWorst), new RankRange(best, worst)), 12);
    }
}
