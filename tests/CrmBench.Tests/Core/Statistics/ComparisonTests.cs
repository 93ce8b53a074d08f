using CrmBench.Core.Statistics;
using CrmBench.Tests.Core.Statistics.Simulation;

namespace CrmBench.Tests.Core.Statistics;

public class ComparisonTests
{
    private static readonly ConfidenceLevel Level = new(0.95);
    private static readonly double[] A = [3, 4, 2, 4, 3.5, 1, 4, 3, 2.5, 4];
    private static readonly double[] B = [2.5, 4, 2, 3, 3, 1.5, 3.5, 3, 2, 3];

    // Independent oracle: SciPy 1.10 (scipy.stats.ttest_rel).
    [Fact]
    public void A_paired_comparison_agrees_with_an_independent_program()
    {
        var comparison = TwoSamples.Paired(A, B)!.Value;

        Assert.Equal(0.35, comparison.Difference, 1e-12);
        Assert.Equal(0.044503537305576386, comparison.PValue!.Value, 1e-12);
        Assert.Equal(0.010676425588851235, comparison.ToInterval(Level)!.Low, 1e-10);
        Assert.Equal(0.6893235744111488, comparison.ToInterval(Level)!.High, 1e-10);
        Assert.Equal(1, comparison.Verdict(Level));
        Assert.Equal(10, comparison.Count);
    }

    // Independent oracle: SciPy 1.10 (scipy.stats.ttest_ind with equal_var=False).
    [Fact]
    public void An_unpaired_comparison_agrees_with_an_independent_program()
    {
        var comparison = TwoSamples.Unpaired(ClusteredMean.FromItems(A)!, ClusteredMean.FromItems([2.5, 3, 2, 3, 3, 1.5, 3.0])!)!.Value;

        Assert.Equal(1.333291251199518, comparison.Difference / comparison.StandardError!.Value, 1e-12);
        Assert.Equal(0.20267119197608208, comparison.PValue!.Value, 1e-10);
        Assert.Equal(0, comparison.Verdict(Level));
    }

    [Fact]
    public void Pairing_tells_apart_what_the_same_numbers_unpaired_do_not()
    {
        var unpaired = TwoSamples.Unpaired(ClusteredMean.FromItems(A)!, ClusteredMean.FromItems(B)!)!.Value;

        Assert.Equal(0, unpaired.Verdict(Level));
        Assert.Equal(1, TwoSamples.Paired(A, B)!.Value.Verdict(Level));
    }

    [Fact]
    public void Exchanging_the_two_turns_the_sign_and_nothing_else()
    {
        var (forth, back) = (TwoSamples.Paired(A, B)!.Value, TwoSamples.Paired(B, A)!.Value);

        Assert.Equal(forth.Difference, -back.Difference);
        Assert.Equal(forth.PValue, back.PValue);
        Assert.Equal(-1, back.Verdict(Level));
    }

    [Fact]
    public void Verdict_p_value_and_interval_never_contradict_each_other()
    {
        var random = Xoshiro256.FromText("verdicts");
        for (var i = 0; i < 2000; i++)
        {
            var comparison = new Comparison(new(random.NextNormal() * 2.5, 1, 1 + (random.NextDouble() * 40), 10));
            var significant = comparison.PValue < Level.Outside;

            Assert.Equal(significant, comparison.Verdict(Level) != 0);
            Assert.Equal(significant, !comparison.ToInterval(Level)!.Contains(0));
        }
    }

    [Fact]
    public void The_same_against_itself_is_a_tie()
    {
        var comparison = TwoSamples.Paired(A, A)!.Value;

        Assert.Equal(1, comparison.PValue);
        Assert.Equal(0, comparison.Verdict(Level));
        Assert.Null(comparison.ToInterval(Level));
    }

    [Fact]
    public void A_difference_that_never_varies_cannot_be_judged()
    {
        var comparison = TwoSamples.Paired([3, 4, 2], [2, 3, 1])!.Value;

        Assert.Equal(1, comparison.Difference);
        Assert.Null(comparison.PValue);
        Assert.Null(comparison.Verdict(Level));
    }

    [Fact]
    public void One_shared_item_gives_a_difference_and_no_verdict()
    {
        var comparison = TwoSamples.Paired([3], [2])!.Value;

        Assert.Equal(1, comparison.Difference);
        Assert.Null(comparison.StandardError);
        Assert.Null(comparison.Verdict(Level));
    }

    [Fact]
    public void No_shared_item_and_no_number_give_no_comparison()
    {
        Assert.Null(TwoSamples.Paired([], []));
        Assert.Null(TwoSamples.Paired([double.NaN, 1], [1, 2]));
        Assert.Null(TwoSamples.Paired([double.PositiveInfinity, 1], [1, 2]));
    }

    [Fact]
    public void Items_that_do_not_match_are_refused() => Assert.Throws<ArgumentException>(() => TwoSamples.Paired([1, 2], [1]));
}
