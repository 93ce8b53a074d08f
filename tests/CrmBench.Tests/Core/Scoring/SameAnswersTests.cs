using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

public class SameAnswersTests
{
    private static readonly Dimension Trust = Group("trust", Percent("safe"), Percent("true"));

    private static readonly SourcePlace Stated = new("correlations.csv", 2);

    private static readonly PublishedScore SeFour = WithError("safe", 4);

    private static readonly PublishedScore SeFive = WithError("true", 5);

    [Fact]
    public void Errors_of_published_figures_of_one_use_case_add_and_its_items_count_once()
    {
        var (one, two, both) = Estimates(Score("safe", 80, "a", n: 100), Score("true", 60, "a", n: 100));

        Assert.Equal((one + two) / 2, both.StandardError!.Value, 1e-12);
        Assert.Equal(100, both.Count);
        Assert.Equal(99, both.DegreesOfFreedom);
    }

    [Fact]
    public void Figures_whose_source_names_different_samples_are_independent()
    {
        var (one, two, both) = Estimates(
            Score("safe", 80, "a", n: 100) with { Sample = "prompts" }, Score("true", 60, "a", n: 60) with { Sample = "claims" });

        Assert.Equal(Math.Sqrt((one * one) + (two * two)) / 2, both.StandardError!.Value, 1e-12);
        Assert.Equal(160, both.Count);
    }

    // se 4 and 5, half of each; with r = 0.25: sqrt(2^2 + 2.5^2 + 2 * 0.25 * 2 * 2.5) = sqrt(12.75).
    [Theory]
    [InlineData(1, 4.5)]
    [InlineData(0.25, 3.5707142142714248)]
    [InlineData(0, 3.2015621187164243)]
    [InlineData(-1, 0.5)]
    public void A_stated_correlation_says_how_far_errors_of_the_same_answers_add(double correlation, double error)
    {
        foreach (var (first, second) in new[] { ("safe", "true"), ("true", "safe") })
        {
            var (one, two, both) = Estimates(SeFour, SeFive, new ErrorCorrelation(new("a", null), "programs", first, second, correlation, Stated));

            Assert.Equal((4, 5), (Math.Round(one, 9), Math.Round(two, 9)));
            Assert.Equal(error, both.StandardError!.Value, 1e-9);
        }
    }

    [Theory]
    [InlineData("b", "programs", "true")]
    [InlineData("a", "people", "true")]
    [InlineData("a", "programs", "other")]
    public void A_correlation_of_other_figures_changes_nothing(string useCase, string method, string second)
    {
        var (_, _, both) = Estimates(SeFour, SeFive, new ErrorCorrelation(new(useCase, null), method, "safe", second, 0, Stated));

        Assert.Equal(4.5, both.StandardError!.Value, 1e-9);
    }

    // se 3, 4, 5, a third each, r12 = 0.5 stated: 9 + 16 + 25 + 2 (0.5 * 12 + 15 + 20) = 132, and sqrt(132) / 3.
    [Fact]
    public void Pairs_that_the_source_leaves_out_stay_wholly_dependent()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("trust", Percent("x"), Percent("y"), Percent("z"))], RankBy = "trust" };
        var board = world.Add(
            "m",
            scores: [WithError("x", 3), WithError("y", 4), WithError("z", 5)],
            correlations: [new ErrorCorrelation(new("a", null), "programs", "x", "y", 0.5, Stated)]).Board();

        Assert.Equal(Math.Sqrt(132) / 3, board.Complete.Single().RankedBy.Estimate!.StandardError!.Value, 1e-9);
    }

    // se of each row's mean: sqrt(12.75) with r = 0.25, and 4.5 without; rows are independent of each other.
    [Fact]
    public void The_difference_of_two_rows_takes_each_with_its_own_correlations()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Trust], RankBy = "trust" };
        var stated = new ErrorCorrelation(new("a", null), "programs", "safe", "true", 0.25, Stated);
        var board = world.Add("m", scores: [SeFour, SeFive], correlations: [stated]).Add("n", scores: [SeFour, SeFive]).Board();

        var mixtures = board.Rows.Select(row => row.RankedBy.Mixture!).ToArray();
        var difference = MixtureComparison.Of(mixtures[0], mixtures[1]);

        Assert.Equal(Math.Sqrt(12.75 + 20.25), difference.StandardError!.Value, 1e-9);
    }

    [Fact]
    public void Use_cases_are_independent_and_the_figures_within_each_are_not()
    {
        var world = new SmallWorld { UseCases = [Case("a"), Case("b")], Dimensions = [Trust], RankBy = "trust" };
        var scores = "ab".Select(letter => letter.ToString()).SelectMany(useCase => new[] { Score("safe", 80, useCase, n: 100), Score("true", 60, useCase, n: 100) });

        var row = world.Add("m", scores: scores).Board().Complete.Single();

        var within = row.RankedBy.UseCases.Select(useCase => useCase.Estimate!.StandardError!.Value).ToArray();
        Assert.Equal(Math.Sqrt((within[0] * within[0]) + (within[1] * within[1])) / 2, row.RankedBy.Estimate!.StandardError!.Value, 1e-12);
        Assert.Equal(200, row.RankedBy.Estimate.Count);
    }

    [Fact]
    public void Items_and_raters_may_be_stated_apart_and_items_are_what_an_interval_rests_on()
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] };

        var estimate = world.Add("m", scores: [Score("facts", 3.2, "a", n: 200, sd: 0.5) with { Method = "people", Items = 50, Raters = 4 }])
            .Board().Complete.Single().RankedBy.Estimate!;

        Assert.Equal((50, CountOf.Items, 200), (estimate.Count!.Value, estimate.CountOf, estimate.Judgments!.Value));
        Assert.Equal(0.5 / Math.Sqrt(50), estimate.StandardError!.Value, 1e-12);
    }

    // With as many ratings of every item, sums tell all that single ratings do.
    [Fact]
    public void Sums_by_item_give_what_the_ratings_themselves_give()
    {
        string[] metrics = ["facts", "brevity"];
        (string, string, string, int?[])[] rows =
        [
            .. Enumerable.Range(0, 24).Select(i => ("a", $"{i / 2}", $"{i % 2}", (int?[])[1 + (i % 4), 1 + (i * i % 3)])),
        ];
        var sums = rows.GroupBy(row => row.Item2)
            .Select(item => new ItemSums("a", item.Key, "people", 2, [.. metrics.Select((_, m) => item.Sum(row => row.Item4[m]))], Origin));
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy(metrics)] };

        var board = world
            .Add("ratings", ratings: Ratings(metrics, rows))
            .Add("sums", sums: new ItemSumTable([.. metrics], [.. sums], new SourcePlace("item-sums.csv")))
            .Board();

        var (first, second) = (board.Complete[0].RankedBy.Estimate!, board.Complete[1].RankedBy.Estimate!);
        Assert.Equal(first.Value, second.Value, 1e-12);
        Assert.Equal(first.StandardError!.Value, second.StandardError!.Value, 1e-12);
        Assert.Equal((12, 24), (second.Count!.Value, second.Judgments!.Value));
        Assert.All(board.Complete, row => Assert.Equal(1, row.Rank));
    }

    // Only three of 20 items have grades of brevity, 1, 2 and 4: the others are no evidence on it.
    [Fact]
    public void An_item_that_lacks_a_metric_does_not_count_among_its_items()
    {
        var estimate = Brevity(i => i switch { 0 => 1, 1 => 2, 2 => 4, _ => null });

        Assert.Equal((7 / 3.0, 3, 2.0), (estimate.Value, estimate.Count!.Value, estimate.DegreesOfFreedom));
        Assert.Equal(Math.Sqrt(14 / 3.0 / 2 / 3), estimate.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void A_metric_on_one_item_alone_is_known_as_well_as_one_trial_of_a_share()
    {
        var estimate = Brevity(i => i == 0 ? 4 : null);

        Assert.Equal(3 * 1.959964 / (2 * (1 + (1.959964 * 1.959964))), estimate.StandardError!.Value, 1e-6);
    }

    // Ten items in each of two use cases, each metric on nine of them: an average rests on all twenty, as its use cases do on ten.
    [Fact]
    public void An_average_counts_the_items_that_its_use_cases_count()
    {
        var rows = Enumerable.Range(0, 20).Select(i => (i < 10 ? "a" : "b", $"{i}", "r", (int?[])[i % 10 == 0 ? null : 1 + (i % 4), i % 10 == 1 ? null : 1 + (i % 3)]));
        var score = new SmallWorld { UseCases = [Case("a"), Case("b")], Dimensions = [Accuracy("facts", "brevity")] }
            .Add("m", ratings: Ratings(["facts", "brevity"], rows)).Board().Complete.Single().RankedBy;

        Assert.Equal((10, 10, 20), (score.UseCases[0].Estimate!.Count, score.UseCases[1].Estimate!.Count, score.Estimate!.Count));
    }

    private static Estimate Brevity(Func<int, int?> grade) => new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts", "brevity")] }
        .Add("m", ratings: Ratings(["facts", "brevity"], Enumerable.Range(0, 20).Select(i => ("a", $"{i}", "r", (int?[])[1 + (i % 4), grade(i)]))))
        .Board().Complete.Single().RankedBy.UseCases.Single().Cells.Single(cell => cell.Metric.Id == "brevity").Estimate!;

    // 0 of 20 items flagged in one use case, 6 of 20 in the other: the first is not known any better than Wilson's interval says.
    [Fact]
    public void A_use_case_where_nobody_is_flagged_adds_its_error_to_the_average()
    {
        var harm = Group("harm", Rated("harm") with { Unit = Unit.Percent, Scale = new RatingScale(0, 1, []), Better = Direction.Lower });
        var world = new SmallWorld { UseCases = [Case("a"), Case("b")], Dimensions = [harm], RankBy = "harm" };
        var ratings = Ratings(["harm"], Enumerable.Range(0, 40).Select(i => (i < 20 ? "a" : "b", $"{i}", "r", (int?[])[i >= 34 ? 1 : 0])));

        var score = world.Add("m", ratings: ratings).Board().Complete.Single().RankedBy;

        var (none, some) = (score.UseCases[0].Estimate!, score.UseCases[1].Estimate!);
        Assert.Equal((0, 0), (none.Value, none.Interval!.Low));
        Assert.Equal(16.11, none.Interval.High, 0.005);
        Assert.Equal(
            Math.Sqrt(Math.Pow(none.StandardError!.Value, 2) + Math.Pow(some.StandardError!.Value, 2)) / 2,
            score.Estimate!.StandardError!.Value,
            1e-12);
        Assert.True(score.Estimate.Interval!.Low >= 0);
    }

    // tau-bench's old board, GPT-5 on 50 airline tasks with four trials: 51 and 48 lost the zeros that 55.33333333333332 shows.
    [Theory]
    [InlineData("p2", 42.38, 67.60)]
    [InlineData("p3", 37.73, 64.13)]
    [InlineData("p4", 34.37, 61.94)]
    public void A_whole_percent_beside_exact_ones_is_exact(string metric, double low, double high)
    {
        var powers = Enumerable.Range(1, 4).Select(k => Percent($"p{k}", passPower: k)).ToArray();
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", powers)] };

        var cells = world.Add("m", scores:
        [
            Score("p1", 62.5, "a", 50, 4, decimals: 1), Score("p2", 55.33333333333332, "a", 50, 4, decimals: 14),
            Score("p3", 51, "a", 50, 4, decimals: 0), Score("p4", 48, "a", 50, 4, decimals: 0),
        ]).Board().Complete.Single().RankedBy.UseCases.Single().Cells;

        var estimate = cells.Single(cell => cell.Metric.Id == metric).Estimate!;
        Assert.Equal(Basis.RepeatedTrials, estimate.Basis);
        Assert.Equal(low, estimate.Interval!.Low, 0.005);
        Assert.Equal(high, estimate.Interval.High, 0.005);
    }

    [Fact]
    public void No_interval_that_is_said_to_be_bounded_is_narrower_than_the_exact_one()
    {
        var accuracy = Group("accuracy", Percent("p1", passPower: 1), Percent("p2", counted: false, 2));
        Estimate Of(params PublishedScore[] scores) => new SmallWorld { UseCases = [Case("a")], Dimensions = [accuracy] }
            .Add("m", scores: scores).Board().Complete.Single().RankedBy.Estimate!;

        // 30 of 50 tasks solved both times, 20 never: no tasks vary more.
        var exact = Of(Score("p1", 60, "a", 50, 2), Score("p2", 60, "a", 50, 2));
        var bounded = Of(Score("p1", 60, "a", 50, 2));

        Assert.Equal((Basis.RepeatedTrials, Basis.Bounded), (exact.Basis, bounded.Basis));
        Assert.True(bounded.Interval!.HalfWidth >= exact.Interval!.HalfWidth - 1e-12);
    }

    // An interval of that many normal quantiles to either side.
    private static PublishedScore WithError(string metric, double error) =>
        Score(metric, 50, "a", low: 50 - (1.959963984540054 * error), high: 50 + (1.959963984540054 * error), level: 0.95);

    private static (double One, double Two, Estimate Both) Estimates(PublishedScore one, PublishedScore two, params ErrorCorrelation[] correlations)
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Trust], RankBy = "trust" };
        var score = world.Add("m", scores: [one, two], correlations: correlations).Board().Complete.Single().RankedBy.UseCases.Single();
        var errors = score.Cells.Select(cell => cell.Estimate!.StandardError!.Value).ToImmutableArray();
        return (errors[0], errors[1], score.Estimate!);
    }
}
