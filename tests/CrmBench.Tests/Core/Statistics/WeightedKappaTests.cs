using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class WeightedKappaTests
{
    // K. L. Gwet, Handbook of Inter-Rater Reliability, two abstractors and three diagnoses (irrCAC: cont3x3abstractors): 0.8921569.
    [Fact]
    public void A_published_table_of_three_categories_comes_back()
    {
        int[,] table = { { 13, 0, 0 }, { 0, 20, 7 }, { 0, 4, 56 } };
        var cells = Enumerable.Range(0, 9).Select(cell => (A: cell / 3, B: cell % 3));
        var pairs = cells.SelectMany(cell => Enumerable.Repeat(cell, table[cell.A, cell.B])).ToArray();

        Assert.Equal(0.8921569, Kappa(pairs)!.Value, 0.00000005);
    }

    // The test suite of scikit-learn (cohen_kappa_score, weights="quadratic"): 0.9541.
    [Fact]
    public void A_second_published_table_comes_back()
    {
        int[] first = [.. Enumerable.Repeat(0, 46), .. Enumerable.Repeat(1, 44), .. Enumerable.Repeat(2, 10)];
        int[] second = [.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 40), .. Enumerable.Repeat(2, 10)];

        Assert.Equal(0.9541, Kappa([.. first.Zip(second)])!.Value, 0.00005);
    }

    // The anxiety ratings of R's package irr, raters 1 and 2 of 20 subjects, squared weights: 0.297.
    [Fact]
    public void Published_ratings_of_twenty_subjects_come_back()
    {
        double[] first = [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3];
        double[] second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];

        Assert.Equal(0.297, WeightedKappa.Quadratic(first, second)!.Value, 0.0005);
    }

    [Fact]
    public void Full_agreement_is_1_and_opposite_ratings_are_minus_1()
    {
        Assert.Equal(1, WeightedKappa.Quadratic([1, 2, 3], [1, 2, 3]));
        Assert.Equal(-1, WeightedKappa.Quadratic([1, 2, 3], [3, 2, 1]));
    }

    [Fact]
    public void No_units_one_constant_and_no_numbers_have_no_kappa()
    {
        Assert.Null(WeightedKappa.Quadratic([], []));
        Assert.Null(WeightedKappa.Quadratic([2, 2], [2, 2]));
        Assert.Null(WeightedKappa.Quadratic([1, double.NaN], [1, 2]));
        Assert.Null(WeightedKappa.Quadratic([1e200, -1e200], [1, 2]));
    }

    private static double? Kappa((int A, int B)[] pairs) =>
        WeightedKappa.Quadratic([.. pairs.Select(pair => (double)pair.A)], [.. pairs.Select(pair => (double)pair.B)]);
}
