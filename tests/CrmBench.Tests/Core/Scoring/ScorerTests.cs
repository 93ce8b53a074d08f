using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Scoring;

public class ScorerTests
{
    private static readonly string[] Metrics = ["facts", "brevity"];

    [Fact]
    public void Raters_are_averaged_within_an_item_before_items_are()
    {
        // Item 1: raters say 1 and 3, item 2: one rater says 4. Over ratings the mean would be 8/3.
        var ratings = Ratings(["facts", "brevity"], [("a", "1", "r1", [1, 1]), ("a", "1", "r2", [3, 1]), ("a", "2", "r1", [4, 1])]);

        var row = new SmallWorld { UseCases = [Case("a")] }.Add("m", ratings).Board().Complete.Single();

        Assert.Equal(3, row.Dimensions[0].Metrics[0].Estimate!.Value, 12);
    }

    [Fact]
    public void Accuracy_is_the_mean_of_metric_means_and_then_of_use_cases()
    {
        var ratings = Ratings(Metrics,
        [
            ("a", "1", "r", [4, 2]), ("a", "2", "r", [2, 2]),
            ("b", "1", "r", [1, 3]), ("b", "2", "r", [1, 1]), ("b", "3", "r", [4, 2]),
        ]);

        var score = new SmallWorld().Add("m", ratings).Board().Complete.Single().RankedBy;

        Assert.Equal([2.5, 2.0], score.UseCases.Select(useCase => useCase.Estimate!.Value));
        Assert.Equal(2.25, score.Estimate!.Value, 12);
    }

    [Fact]
    public void A_missing_metric_leaves_the_use_case_without_accuracy_and_the_rest_shown()
    {
        var ratings = Ratings(Metrics, [("a", "1", "r", [4, null]), ("a", "2", "r", [2, null]), ("b", "1", "r", [3, 3])]);

        var row = new SmallWorld().Add("m", ratings).Board().Partial.Single();

        Assert.Null(row.RankedBy.UseCases[0].Estimate);
        Assert.Equal(3, row.RankedBy.UseCases[0].Cells[0].Estimate!.Value);
        Assert.Equal([false, true], row.RankedBy.Coverage.Covered);
    }

    [Fact]
    public void A_partial_row_is_never_ranked_even_when_its_mean_is_best()
    {
        var board = new SmallWorld()
            .Add("partial", Ratings(Metrics, [("a", "1", "r", [4, 4]), ("a", "2", "r", [4, 4])]))
            .Add("complete", Ratings(Metrics, [("a", "1", "r", [1, 1]), ("b", "1", "r", [1, 1])]))
            .Board();

        Assert.Equal(["complete", "partial"], board.Rows.Select(row => row.Model.Id));
        Assert.Null(board.Partial.Single().Rank);
        Assert.Null(board.Partial.Single().RankRange);
        Assert.Equal(1, board.Complete.Single().Rank);
    }

    [Fact]
    public void A_row_without_any_result_is_listed_and_has_no_number()
    {
        var world = new SmallWorld { Dimensions = [Accuracy("facts"), Group("trust", Percent("safety"))] }
            .Add("rated", Ratings(["facts"], [("a", "1", "r", [3]), ("b", "1", "r", [3])]))
            .Add("silent", scores: [Score("safety", 90)]);

        var row = world.Board().Unscored.Single();

        Assert.Equal("silent", row.Model.Id);
        Assert.Null(row.RankedBy.Estimate);
    }

    [Fact]
    public void A_withdrawn_submission_is_no_row_and_stays_as_a_reminder()
    {
        var gone = new Withdrawal(new DateOnly(2026, 5, 1), "Wrong prompts.");
        var board = new SmallWorld()
            .Add("stays", Ratings(Metrics, [("a", "1", "r", [4, 4]), ("b", "1", "r", [4, 4])]))
            .Add("gone", Ratings(Metrics, [("a", "1", "r", [4, 4]), ("b", "1", "r", [4, 4])]), withdrawn: gone)
            .Board();

        Assert.Equal("stays", board.Rows.Single().Model.Id);
        Assert.Equal(gone, board.Withdrawn.Single().Withdrawn);
    }

    [Fact]
    public void People_and_programs_never_mix_and_have_boards_of_their_own()
    {
        var ratings = Ratings(Metrics,
            [("a", "1", "ann", [4, 4]), ("a", "1", "judge", [1, 1]), ("b", "1", "ann", [4, 4]), ("b", "1", "judge", [2, 2])]);

        var boards = new SmallWorld().Add("m", ratings, judges: [new Judge("judge", null, "programs")]).Release().Boards;

        Assert.Equal(["people", "programs"], boards.Select(board => board.Method.Id));
        Assert.Equal([4.0, 1.5], boards.Select(board => board.Complete.Single().RankedBy.Estimate!.Value));
    }

    [Fact]
    public void Weights_of_use_cases_count_only_where_the_benchmark_states_them()
    {
        var ratings = Ratings(["facts"], [("a", "1", "r", [4]), ("b", "1", "r", [1])]);
        var world = new SmallWorld
        {
            Dimensions = [Accuracy("facts")],
            Weights = System.Collections.Immutable.ImmutableSortedDictionary<string, double>.Empty.Add("a", 2),
        };

        Assert.Equal(3, world.Add("m", ratings).Board().Complete.Single().RankedBy.Estimate!.Value, 12);
    }

    [Fact]
    public void A_figure_for_the_model_as_a_whole_is_one_figure_however_many_use_cases_it_serves()
    {
        var world = new SmallWorld { Dimensions = [Group("trust", Percent("safety"))], RankBy = "trust" };

        var estimate = world.Add("m", scores: [Score("safety", 90, successes: 90, trials: 100)]).Board().Complete.Single().RankedBy.Estimate!;

        // Two use cases that share one sample are not two samples: the interval is that of 90 of 100.
        Assert.Equal(Basis.Proportion, estimate.Basis);
        Assert.Equal(82.56, estimate.Interval!.Low, 2);
        Assert.Equal(94.48, estimate.Interval.High, 2);
    }

    [Fact]
    public void A_metric_is_the_plain_mean_of_its_parts_and_missing_where_a_part_is_missing()
    {
        var privacy = Percent("privacy") with { Parts = [Percent("zero"), Percent("five")] };
        var world = new SmallWorld { Dimensions = [Group("trust", Percent("safety"), privacy)], RankBy = "trust" }
            .Add("whole", scores: [Score("safety", 70), Score("zero", 100), Score("five", 80)])
            .Add("torn", scores: [Score("safety", 70), Score("zero", 100)]);

        var board = world.Board();

        Assert.Equal(80, board.Complete.Single().RankedBy.Estimate!.Value, 12);
        Assert.Equal("torn", board.Unscored.Single().Model.Id);
        Assert.Equal(100, board.Unscored.Single().RankedBy.Metrics[1].Parts[0].Estimate!.Value);
    }

    [Fact]
    public void An_average_over_a_figure_without_spread_has_no_interval()
    {
        var world = new SmallWorld { Dimensions = [Group("trust", Percent("safety"), Percent("truth"))], RankBy = "trust" };

        var estimate = world.Add("m", scores: [Score("safety", 90, n: 100), Score("truth", 80)]).Board().Complete.Single().RankedBy.Estimate!;

        Assert.Equal(85, estimate.Value, 12);
        Assert.Null(estimate.Interval);
    }

    [Fact]
    public void An_average_of_nothing_but_figures_without_spread_says_so()
    {
        var world = new SmallWorld { Dimensions = [Group("trust", Percent("safety"), Percent("privacy"))], RankBy = "trust" };

        var estimate = world.Add("m", scores: [Score("safety", 90), Score("privacy", 80)]).Board().Complete.Single().RankedBy.Estimate!;

        Assert.Equal((85, Basis.AverageOfValues), (estimate.Value, estimate.Basis));
    }

    [Fact]
    public void Ratings_that_are_all_equal_give_the_interval_of_one_trial_an_item_rather_than_one_of_width_zero()
    {
        var ratings = Ratings(["facts"], [("a", "1", "r", [3]), ("a", "2", "r", [3]), ("a", "3", "r", [3])]);

        var estimate = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] }
            .Add("m", ratings).Board().Complete.Single().RankedBy.Estimate!;

        // Two thirds of the way from 1 to 4, seen three times.
        var wilson = new Proportion(2, 3).WilsonInterval(new ConfidenceLevel(0.95));
        Assert.Equal(3, estimate.Value);
        Assert.Equal(1 + (3 * wilson.Low), estimate.Interval!.Low, 9);
        Assert.Equal(1 + (3 * wilson.High), estimate.Interval.High, 9);
    }

    [Fact]
    public void One_item_has_a_mean_and_the_interval_of_one_trial()
    {
        var ratings = Ratings(["facts"], [("a", "1", "r1", [3]), ("a", "1", "r2", [4])]);

        var estimate = new SmallWorld { UseCases = [Case("a")], Dimensions = [Accuracy("facts")] }
            .Add("m", ratings).Board().Complete.Single().RankedBy.Estimate!;

        Assert.Equal(3.5, estimate.Value);
        Assert.True(estimate.Interval!.HalfWidth > 1);
        Assert.Equal(1, estimate.Count);
    }

    [Fact]
    public void A_published_interval_stands_as_given_and_without_its_level_proves_no_difference()
    {
        var world = new SmallWorld { Dimensions = [Group("trust", Percent("fairness"))], RankBy = "trust" };

        var board = world
            .Add("one", scores: [Score("fairness", 98.3, low: 98.2, high: 98.5)])
            .Add("two", scores: [Score("fairness", 90, low: 89.9, high: 90.1)])
            .Board();

        var estimate = board.Complete[0].RankedBy.Estimate!;
        Assert.Equal((98.2, 98.5), (estimate.Interval!.Low, estimate.Interval.High));
        Assert.Null(estimate.Level);
        Assert.All(board.Complete, row => Assert.Null(row.RankRange));
        Assert.Equal([1, 2], board.Complete.Select(row => row.Rank!.Value));
    }

    // Sierra's tau2-bench, airline, Claude Opus 4.5: pass^1 to pass^4 of 50 tasks with 4 trials each; 4.2 points by the formula of
    // the methodology, where the naive binomial over 200 runs says 2.6.
    [Fact]
    public void Repeated_trials_are_clustered_by_task()
    {
        var accuracy = Group("accuracy",
            Percent("p1", passPower: 1), Percent("p2", counted: false, 2), Percent("p3", counted: false, 3), Percent("p4", counted: false, 4));
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [accuracy] };

        var estimate = world.Add("m", scores:
        [
            Score("p1", 84.0, "a", 50, 4, decimals: 1), Score("p2", 77.67, "a", 50, 4),
            Score("p3", 73.5, "a", 50, 4, decimals: 1), Score("p4", 70.0, "a", 50, 4, decimals: 1),
        ]).Board().Complete.Single().RankedBy.Estimate!;

        Assert.Equal(Basis.RepeatedTrials, estimate.Basis);
        Assert.Equal(4.2, estimate.StandardError!.Value, 1);
        Assert.Equal((50, 200), (estimate.Count!.Value, estimate.Judgments!.Value));
    }

    // tau-bench, banking, GLM-5: the printed shares would need six tasks less than none to be solved twice.
    [Fact]
    public void Published_trials_that_contradict_each_other_bound_the_spread_by_the_tasks_alone()
    {
        var accuracy = Group("accuracy",
            Percent("p1", passPower: 1), Percent("p2", counted: false, 2), Percent("p3", counted: false, 3), Percent("p4", counted: false, 4));
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [accuracy] };

        var estimate = world.Add("m", scores:
        [
            Score("p1", 9.79, "a", 97, 4), Score("p2", 7.22, "a", 97, 4), Score("p3", 5.67, "a", 97, 4), Score("p4", 3.09, "a", 97, 4),
        ]).Board().Complete.Single().RankedBy.Estimate!;

        Assert.Equal(Basis.Bounded, estimate.Basis);
        Assert.Equal(100 * Math.Sqrt(0.0979 * 0.9021 / 96), estimate.StandardError!.Value, 10);
    }

    [Fact]
    public void Seconds_are_the_mean_of_calls_that_ended_well_and_failures_are_counted()
    {
        var speed = Group("speed", Plain("mean", Unit.Seconds), Plain("p95", Unit.Seconds, Statistic.P95, counted: false));
        var at = new MeasuredAt("a", null);
        TimedCall[] calls =
        [
            .. Enumerable.Range(1, 4).Select(seconds => new TimedCall(at, "", seconds, CallStatus.Ok, null, null)),
            new(at, "", null, CallStatus.Error, null, null),
            new(at, "", null, CallStatus.Timeout, null, null),
        ];

        var score = new SmallWorld { UseCases = [Case("a")], Dimensions = [speed], RankBy = "speed" }
            .Add("m", calls: calls).Board().Complete.Single().RankedBy;

        Assert.Equal(2.5, score.Estimate!.Value);
        Assert.Equal(3.85, score.Metrics[1].Estimate!.Value, 12);
        Assert.Equal(new CallCounts(4, 1, 1), score.Calls);
    }

    [Fact]
    public void Cost_comes_from_the_price_table_of_the_release_day_times_the_tokens_of_the_profile()
    {
        var cost = Group("cost", Plain("usd", Unit.Usd)) with
        {
            Tiers = new Tiers(false, [new("low", "Low", 0.01), new("high", "High", null)], ""),
        };
        var world = new SmallWorld
        {
            UseCases = [Case("a", "long", 500_000)],
            Dimensions = [cost],
            RankBy = "cost",
            Profiles = [new("long", "Long", 3000, 250)],
        };
        world.Add("m", scores: [])
            .AddPrice(new TokenPrice("m", 2, 8, null, null, new DateOnly(2026, 6, 1), "old"))
            .AddPrice(new TokenPrice("m", 1, 4, null, new DateOnly(2026, 6, 1), null, "new"));

        var today = world.Board().Complete.Single().RankedBy;
        var before = world.Release(new DateOnly(2026, 5, 31)).Boards[0].Complete.Single().RankedBy;

        Assert.Equal(0.004, today.Estimate!.Value, 12);
        Assert.Equal(2000, today.UseCases[0].UsdPerYear!.Value, 9);
        Assert.Equal(new TierSpan(0, 0), today.Tier);
        Assert.Equal(0.008, before.Estimate!.Value, 12);
        Assert.Equal("old", before.Estimate.Evidence.Single().Source.Url);
    }

    [Fact]
    public void An_average_of_price_list_figures_is_one_itself()
    {
        var world = new SmallWorld
        {
            UseCases = [Case("a", "short"), Case("b", "long")],
            Dimensions = [Group("cost", Plain("usd", Unit.Usd))],
            RankBy = "cost",
            Profiles = [new("short", "Short", 500, 250), new("long", "Long", 3000, 250)],
        };
        world.Add("m", scores: []).AddPrice(new TokenPrice("m", 1, 4, null, null, null, "list"));

        var estimate = world.Board().Complete.Single().RankedBy.Estimate!;

        Assert.Equal(0.00275, estimate.Value, 12);
        Assert.Equal(Basis.PriceTable, estimate.Basis);
        Assert.Null(estimate.Interval);
    }

    [Fact]
    public void A_published_cost_goes_before_the_price_table_and_its_band_is_kept_where_tiers_are_as_published()
    {
        var cost = Group("cost", Plain("usd", Unit.Usd)) with
        {
            Tiers = new Tiers(true, [new("low", "Low", null), new("medium", "Medium", null), new("high", "High", null)], ""),
        };
        var world = new SmallWorld
        {
            UseCases = [Case("a", "short"), Case("b", "long")],
            Dimensions = [cost],
            RankBy = "cost",
            Profiles = [new("short", "Short", 500, 250), new("long", "Long", 3000, 250)],
        };
        PublishedCost Cost(string profile, double? usd, string band) => new(new(null, profile), usd, band, Origin, new("costs.csv", 2));
        world.Add("m", costs: [Cost("short", 0.0005, "low"), Cost("long", 0.0016, "medium")])
            .AddPrice(new TokenPrice("m", 100, 100, null, null, null, "list"));

        var score = world.Board().Complete.Single().RankedBy;

        Assert.Equal(0.00105, score.Estimate!.Value, 12);
        Assert.Equal(new TierSpan(0, 1), score.Tier);
        Assert.Equal([new TierSpan(0, 0), new TierSpan(1, 1)], score.UseCases.Select(useCase => useCase.Tier));
    }

    [Fact]
    public void Bounds_decide_the_tier_and_what_a_source_printed_is_kept_beside_it()
    {
        var cost = Group("cost", Plain("usd", Unit.Usd)) with
        {
            Tiers = new Tiers(false, [new("low", "Low", 0.002), new("medium", "Medium", 0.01), new("high", "High", null)], ""),
        };
        var world = new SmallWorld
        {
            UseCases = [Case("a", "short"), Case("b", "long")],
            Dimensions = [cost],
            RankBy = "cost",
            Profiles = [new("short", "Short", 500, 250), new("long", "Long", 3000, 250)],
        };
        PublishedCost Cost(string profile, double? usd, string band) => new(new(null, profile), usd, band, Origin, new("costs.csv", 2));

        // Dearer than the highest bound, and called low by its source.
        var score = world.Add("m", costs: [Cost("short", 0.0155, "low"), Cost("long", 0.0165, "low")]).Board().Complete.Single().RankedBy;

        Assert.Equal(new TierSpan(2, 2), score.Tier);
        Assert.Equal(new TierSpan(0, 0), score.PublishedBand);
    }

    [Fact]
    public void A_band_without_money_is_a_tier_and_no_cost()
    {
        var cost = Group("cost", Plain("usd", Unit.Usd)) with
        {
            Tiers = new Tiers(true, [new("low", "Low", null), new("high", "High", null)], ""),
        };
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [cost], RankBy = "cost" };

        var score = world.Add("m", costs: [new(MeasuredAt.Whole, null, "high", Origin, new("costs.csv", 2))]).Board().Unscored.Single().RankedBy;

        Assert.Null(score.Estimate);
        Assert.Null(score.Metrics[0].Estimate);
        Assert.Equal(new TierSpan(1, 1), score.Tier);
    }
}
