using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>The demonstration's boards, computed once more from its files in the plainest way.</summary>
public class DemonstrationTests
{
    private static readonly string[] Metrics = ["factuality", "instruction-following", "conciseness", "completeness"];

    private static readonly string Folder = BoardsSite.PathOf("data/benchmarks/demonstration");

    [Theory]
    [InlineData("manual", "person-")]
    [InlineData("automated", "judge-")]
    public void Accuracy_is_the_plain_mean_over_raters_then_items_then_metrics_then_use_cases(string method, string raters)
    {
        var board = BoardResults.Release("demonstration", "2026-09").Boards.Single(board => board.Method.Id == method);
        var rows = board.Complete.Concat(board.Partial).ToArray();
        foreach (var row in rows)
        {
            var ratings = CommaTable.Read(FileOf(row, "ratings.csv"))
                .Where(rating => rating["rater"].StartsWith(raters, StringComparison.Ordinal))
                .ToArray();
            var accuracy = ratings
                .GroupBy(rating => rating["use_case"])
                .Select(useCase => Metrics.Average(metric => useCase
                    .Where(rating => rating[metric].Length > 0)
                    .GroupBy(rating => rating["item"])
                    .Average(item => item.Average(rating => Number(rating[metric])))))
                .Average();

            Assert.Equal(accuracy, row.RankedBy.Estimate!.Value, 10);
            Assert.Equal(ratings.Select(rating => rating["use_case"]).Distinct().Count(), row.RankedBy.Coverage.Count);
        }

        Assert.Equal((10, 1), (board.Complete.Length, board.Partial.Length));
    }

    [Fact]
    public void Seconds_are_the_mean_of_calls_that_ended_well_in_the_profile_of_each_use_case()
    {
        var board = BoardResults.Release("demonstration", "2026-09").Boards[0];
        foreach (var row in board.Rows)
        {
            var byProfile = CommaTable.Read(FileOf(row, "latencies.csv"))
                .Where(call => call["status"] == "ok")
                .GroupBy(call => call["profile"])
                .ToDictionary(calls => calls.Key, calls => calls.Average(call => Number(call["seconds"])));

            var mean = UseCases().Average(useCase => byProfile[useCase["profile"]]);

            Assert.Equal(mean, row.In(Unit.Seconds).Estimate!.Value, 10);
        }
    }

    [Fact]
    public void Trust_is_the_mean_of_safety_privacy_truthfulness_and_fairness_and_privacy_that_of_its_four_tests()
    {
        var board = BoardResults.Release("demonstration", "2026-09").Boards[0];
        foreach (var row in board.Rows)
        {
            var passed = CommaTable.Read(FileOf(row, "scores.csv"))
                .ToDictionary(score => score["metric"], score => Number(score["value"]));
            var privacy = passed.Where(metric => metric.Key.StartsWith("privacy-", StringComparison.Ordinal)).Average(metric => metric.Value);
            var expected = (passed["safety"] + privacy + passed["truthfulness"] + passed["crm-fairness"]) / 4;

            Assert.Equal(expected, row.Dimensions.Single(score => score.Dimension.Id == "trust").Estimate!.Value, 10);
        }
    }

    [Fact]
    public void Cost_is_measured_where_measured_and_else_the_price_of_the_release_day_times_the_tokens_of_the_profile()
    {
        var board = BoardResults.Release("demonstration", "2026-09").Boards[0];
        var tokens = new Dictionary<string, (int Input, int Output)> { ["short"] = (500, 250), ["long"] = (3000, 250) };
        foreach (var row in board.Rows)
        {
            var measured = FileOf(row, "costs.csv");
            var byProfile = File.Exists(measured)
                ? CommaTable.Read(measured).ToDictionary(cost => cost["profile"], cost => Number(cost["usd"]) / Number(cost["per"]))
                : tokens.ToDictionary(profile => profile.Key, profile => PriceOf(row.Model.Id, profile.Value));

            Assert.Equal(UseCases().Average(useCase => byProfile[useCase["profile"]]), row.In(Unit.Usd).Estimate!.Value, 12);
        }
    }

    [Fact]
    public void A_withdrawn_submission_is_a_reminder_and_no_row()
    {
        var board = BoardResults.Release("demonstration", "2026-09").Boards[0];

        var withdrawn = Assert.Single(board.Withdrawn);
        Assert.DoesNotContain(board.Rows, row => row.Submission.Id == withdrawn.Id);
        Assert.NotEmpty(withdrawn.Withdrawn!.Reason);
    }

    [Fact]
    public void Judges_of_the_judged_models_provider_are_flagged()
    {
        var agreement = BoardResults.Release("demonstration", "2026-09").Agreement!;

        Assert.NotEmpty(agreement.SharedProviders);
        Assert.All(agreement.Metrics, metric => Assert.Equal(2, metric.Raters.Length));
        Assert.All(agreement.Metrics, metric => Assert.Single(metric.Methods));
    }

    private static double PriceOf(string model, (int Input, int Output) tokens)
    {
        var day = new DateOnly(2026, 9, 30);
        var price = CommaTable.Read(BoardsSite.PathOf("data/prices.csv"))
            .Where(price => price["model"] == model)
            .Single(price => (price["valid_from"].Length == 0 || Day(price["valid_from"]) <= day)
                && (price["valid_to"].Length == 0 || Day(price["valid_to"]) > day));
        return ((tokens.Input * Number(price["input_usd_per_mtok"])) + (tokens.Output * Number(price["output_usd_per_mtok"]))) / 1e6;
    }

    private static IEnumerable<Dictionary<string, string>> UseCases() => CommaTable.Read(Path.Combine(Folder, "use-cases.csv"));

    private static string FileOf(LeaderboardRow row, string name) =>
        Path.Combine(Folder, "releases", "2026-09", "submissions", row.Submission.Id, name);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
