using CrmBench.Core.Statistics;
using MathNet.Numerics;

namespace CrmBench.Tests.Core.Statistics;

public class DistributionTests
{
    // Student's t table, two-sided 90, 95 and 99 %: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, to three decimals.
    [Theory]
    [InlineData(1, 6.314, 12.706, 63.657)]
    [InlineData(2, 2.920, 4.303, 9.925)]
    [InlineData(3, 2.353, 3.182, 5.841)]
    [InlineData(4, 2.132, 2.776, 4.604)]
    [InlineData(5, 2.015, 2.571, 4.032)]
    [InlineData(9, 1.833, 2.262, 3.250)]
    [InlineData(10, 1.812, 2.228, 3.169)]
    [InlineData(20, 1.725, 2.086, 2.845)]
    [InlineData(30, 1.697, 2.042, 2.750)]
    [InlineData(60, 1.671, 2.000, 2.660)]
    [InlineData(100, 1.660, 1.984, 2.626)]
    [InlineData(double.PositiveInfinity, 1.645, 1.960, 2.576)]
    public void T_quantiles_agree_with_the_published_table(double df, double p95, double p975, double p995)
    {
        Assert.Equal(p95, StudentT.Quantile(0.95, df), 0.00051);
        Assert.Equal(p975, StudentT.Quantile(0.975, df), 0.00051);
        Assert.Equal(p995, StudentT.Quantile(0.995, df), 0.00051);
    }

    // With one and two degrees of freedom the distribution has closed forms.
    [Theory]
    [InlineData(0.6)]
    [InlineData(0.975)]
    [InlineData(0.9999999)]
    [InlineData(1e-60)]
    public void T_quantiles_with_one_and_two_degrees_agree_with_their_closed_forms(double p)
    {
        var exactOne = -1 / Math.Tan(Math.PI * p);
        var exactTwo = ((2 * p) - 1) / Math.Sqrt(2 * p * (1 - p));

        Assert.Equal(1, StudentT.Quantile(p, 1) / exactOne, 1e-9);
        Assert.Equal(1, StudentT.Quantile(p, 2) / exactTwo, 1e-9);
    }

    // Independent oracle: mpmath with 40 digits, as the root of its incomplete beta function.
    [Theory]
    [InlineData(0.975, 1.5, 6.0166631044279319)]
    [InlineData(0.975, 2.37, 3.7189208397974584)]
    [InlineData(0.995, 7.25, 3.4587559624438095)]
    [InlineData(0.9, 33.3, 1.3074964090874819)]
    [InlineData(0.975, 999.5, 1.9623402703838458)]
    [InlineData(0.975, 1000.5, 1.9623378924593485)]
    [InlineData(0.9995, 1234567.8, 3.2905346125915242)]
    [InlineData(0.6, 3.3, 0.27450197422105701)]
    [InlineData(1e-10, 4.5, -241.11742919193402)]
    public void T_quantiles_hold_for_degrees_that_are_not_whole(double p, double df, double quantile) =>
        Assert.Equal(1, StudentT.Quantile(p, df) / quantile, 1e-12);

    // Independent oracle: SciPy 1.10 (scipy.stats.t.cdf).
    [Theory]
    [InlineData(1.3, 2.5, 0.849756605364646)]
    [InlineData(-2.2, 11.7, 0.02434267081959989)]
    [InlineData(-4.4, 1500.5, 5.7946062865623084e-06)]
    [InlineData(-30, 3.3, 1.9414696771561513e-05)]
    [InlineData(0.01, 5.5, 0.5038129900502237)]
    public void T_probabilities_agree_with_an_independent_program(double t, double df, double probability) =>
        Assert.Equal(1, StudentT.Cdf(t, df) / probability, 1e-10);

    [Fact]
    public void T_probabilities_agree_with_MathNet_over_a_grid()
    {
        foreach (var df in (double[])[1, 1.7, 4, 12.34, 99, 640.5, 999, 1001, 50_000])
        {
            var oracle = new MathNet.Numerics.Distributions.StudentT(0, 1, df);
            for (var t = -8.0; t <= 8; t += 0.37)
            {
                Assert.Equal(oracle.CumulativeDistribution(t), StudentT.Cdf(t, df), 1e-10);
            }
        }
    }

    [Fact]
    public void T_quantile_and_probability_undo_each_other()
    {
        foreach (var df in (double[])[1, 2.5, 9, 99, 999, 1000, 4000, 1e7, double.PositiveInfinity])
        {
            foreach (var p in (double[])[1e-12, 0.001, 0.025, 0.3, 0.499999, 0.5, 0.7, 0.995])
            {
                Assert.Equal(1, StudentT.Cdf(StudentT.Quantile(p, df), df) / p, 1e-11);
            }
        }
    }

    [Theory]
    [InlineData(0.975, 0.5)]
    [InlineData(0.975, double.NaN)]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(double.NaN, 5)]
    public void T_refuses_what_has_no_quantile(double p, double df) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(p, df));

    // Independent oracle: SciPy 1.10 (scipy.stats.norm).
    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.995, 2.5758293035489004)]
    [InlineData(0.6, 0.2533471031357997)]
    [InlineData(0.9999999, 5.199337582290661)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-100, -21.273453560965322)]
    public void Normal_quantiles_agree_with_an_independent_program(double p, double quantile) =>
        Assert.Equal(1, NormalDistribution.Quantile(p) / quantile, 1e-13);

    // Independent oracle: SciPy 1.10 (scipy.stats.norm).
    [Theory]
    [InlineData(-1, 0.15865525393145707)]
    [InlineData(-2.99, 0.0013948872354922468)]
    [InlineData(-3.01, 0.0013062384487694675)]
    [InlineData(-8, 6.22096057427174e-16)]
    [InlineData(-30, 4.906713927147908e-198)]
    public void Normal_probabilities_agree_with_an_independent_program(double z, double probability) =>
        Assert.Equal(1, NormalDistribution.Cdf(z) / probability, 1e-12);

    [Fact]
    public void Infinite_values_have_probability_0_or_1()
    {
        Assert.Equal(0, NormalDistribution.Cdf(double.NegativeInfinity));
        Assert.Equal(1, NormalDistribution.Cdf(double.PositiveInfinity));
        Assert.Equal(1, StudentT.Cdf(double.PositiveInfinity, 3));
    }

    // Independent oracle: SciPy 1.10 (scipy.special.betainc).
    [Theory]
    [InlineData(0.2, 0.5, 3.5, 0.7725471819402369)]
    [InlineData(0.9, 20.5, 2.25, 0.4179712258713765)]
    [InlineData(0.01, 1, 300, 0.950959105928724)]
    [InlineData(0.5, 1000, 1010, 0.5882698275434065)]
    [InlineData(0.3, 0.25, 0.75, 0.6775447961774937)]
    [InlineData(0, 2, 3, 0)]
    [InlineData(1, 2, 3, 1)]
    public void Incomplete_beta_agrees_with_an_independent_program(double x, double a, double b, double value) =>
        Assert.Equal(value, BetaFunction.Regularized(x, a, b), 1e-12);

    [Fact]
    public void Logarithms_of_gamma_and_beta_agree_with_MathNet()
    {
        foreach (var a in (double[])[0.5, 1, 3.3, 9.99, 10, 47.5, 2000])
        {
            var gamma = SpecialFunctions.GammaLn(a);
            Assert.Equal(gamma, GammaFunction.Log(a), 1e-12 * Math.Max(1, Math.Abs(gamma)));
            foreach (var b in (double[])[0.5, 2, 9.5, 12, 800])
            {
                var beta = SpecialFunctions.BetaLn(a, b);
                Assert.Equal(beta, BetaFunction.Log(a, b), 1e-10 * Math.Max(1, Math.Abs(beta)));
            }
        }
    }
}
