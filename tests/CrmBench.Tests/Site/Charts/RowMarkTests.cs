using System.Xml.Linq;
using CrmBench.Site.Charts;

namespace CrmBench.Tests.Site.Charts;

public class RowMarkTests
{
    [Theory]
    [InlineData(1, 3, 1, 2)]
    [InlineData(2, 3, 2, 1)]
    [InlineData(3, 3, 3, 0)]
    [InlineData(1, 1, 1, 0)]
    public void Tier_fills_as_many_bars_as_its_level(int level, int tiers, int filled, int open)
    {
        var paths = XElement.Parse(TierMark.Render(level, tiers)).Elements("path").ToArray();

        Assert.Equal(filled, Bars(paths[0]));
        Assert.Equal(open, paths.Skip(1).Sum(Bars));
    }

    [Fact]
    public void Tier_beyond_the_last_is_a_broken_promise() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TierMark.Render(4, 3));

    [Fact]
    public void Coverage_has_a_dot_a_use_case_and_says_it_in_words()
    {
        var dots = XElement.Parse(CoverageDots.Render([true, false, true, false], "2 of 4 \"cases\""));

        Assert.Equal("img", dots.Attribute("role")!.Value);
        Assert.Equal("2 of 4 \"cases\"", dots.Attribute("aria-label")!.Value);
        Assert.Equal([2, 2], dots.Elements("path").Select(Bars));
    }

    [Fact]
    public void Sixty_use_cases_fit_in_a_row_of_the_board()
    {
        var dots = XElement.Parse(CoverageDots.Render([.. Enumerable.Repeat(true, 60)], "60 of 60"));

        Assert.InRange((double)dots.Attribute("width")!, 1, 100);
        Assert.InRange((double)dots.Attribute("height")!, 1, 32);
    }

    private static int Bars(XElement path) => path.Attribute("d")!.Value.Count(letter => letter == 'M');
}
