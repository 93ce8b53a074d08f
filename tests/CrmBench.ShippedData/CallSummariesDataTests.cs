using System.Globalization;
using CrmBench.CarryOver.Published;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Tests.EndToEnd;
using CrmBench.Tests.Support;

namespace CrmBench.ShippedData;

/// <summary>Shipped data of the benchmark <c>call-summaries</c>, release <c>2025-11</c>, against what its source prints.</summary>
public class CallSummariesDataTests
{
    private static ScoredRelease Release => Shipped.Release("call-summaries", "2025-11");

    // Computed independently from the source, over six systems and over 120 summaries.
    [Theory]
    [InlineData("faithfulness", 0.52, 0.56)]
    [InlineData("main-issues", 0.23, 0.46)]
    [InlineData("resolution", 0.94, 0.49)]
    public void The_judge_orders_the_systems_as_the_independent_computation_says(string metric, double systems, double responses)
    {
        var methods = Release.Agreement!.Metrics.Single(agreement => agreement.Metric.Id == metric).Methods.Single();

        Assert.Equal((6, 120, 20), (methods.Submissions, methods.Responses, methods.Items));
        Assert.Equal(systems, Math.Round(methods.Spearman!.Value, 2));
        Assert.Equal(responses, methods.SpearmanOfResponses!.Value, 0.0101);
    }

    [Fact]
    public void Every_mean_and_count_of_people_and_judge_is_that_of_the_source()
    {
        var seen = 0;
        foreach (var row in SourceFolder.Inputs(Repository.Root).Table("decoda-calls/scores.csv").Rows)
        {
            var people = row["method"] == "manual";
            if (people && row["metric"] == "sub_issues")
            {
                continue;
            }

            var ratings = Ratings(Submission(row["model"]), row["metric"].Replace('_', '-'), people);
            Assert.Equal(row["n"], ratings.Length.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(double.Parse(row["value"], CultureInfo.InvariantCulture), ratings.Average(), 0.00005001);
            seen++;
        }

        Assert.Equal(6 * 7, seen);
    }

    [Fact]
    public void Texts_by_people_are_a_yardstick_and_secondary_problems_are_not_counted()
    {
        var board = Release.Boards[0];

        Assert.Equal(5, board.Complete.Length);
        Assert.Equal("human-reference", board.References.Single().Model.Id);
        Assert.DoesNotContain(board.RankBy.CountedMetrics, metric => metric.Id == "sub-issues");
        Assert.All(board.Rows, row => Assert.Null(row.Metric("sub-issues")));
    }

    private static double[] Ratings(string submission, string metric, bool people)
    {
        var table = Release.Release.Submissions.Single(other => other.Id == submission).Ratings!;
        return
        [
            .. Enumerable.Range(0, table.Count)
                .Where(row => table.Raters[table.Rater[row]].StartsWith('r') == people)
                .Select(row => table.Values[table.Metrics.IndexOf(metric)][row])
                .Where(rating => rating != RatingTable.Missing)
                .Select(rating => (double)rating),
        ];
    }

    private static string Submission(string model) => model switch
    {
        "GPT-3.5 Turbo, word limit prompt" => "gpt-3.5-turbo-word-limit",
        "GPT-3.5 Turbo, guideline then word limit" => "gpt-3.5-turbo-guideline",
        "GPT-4, word limit prompt" => "gpt-4-word-limit",
        "GPT-4, guideline then word limit" => "gpt-4-guideline",
        "Human reference summary" => "human-reference",
        _ => "barthez-decoda",
    };
}
