using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class HolmTests
{
    // By hand from the definition: 4 x 0.005, 3 x 0.01, 2 x 0.03, then 0.04 raised to the one before.
    [Fact]
    public void Values_are_multiplied_by_how_many_are_left_and_never_fall() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]), (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Nothing_exceeds_1() => Assert.Equal([1, 1, 1], Holm.Adjust([0.9, 0.5, 1]));

    [Fact]
    public void Nothing_adjusts_to_nothing() => Assert.Empty(Holm.Adjust([]));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1.1)]
    [InlineData(-0.1)]
    public void What_is_no_p_value_is_refused(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([0.5, p]));
}
