using System.Globalization;
using CrmBench.CarryOver.Published;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Tests.Support;

namespace CrmBench.ShippedData;

/// <summary>Shipped data of the benchmark <c>summary-coverage</c>, release <c>2024-09</c>, against what its source prints.</summary>
public class SummaryCoverageDataTests
{
    private static ScoredRelease Release => Shipped.Release("summary-coverage", "2024-09");

    private static readonly Lazy<(string UseCase, string Submission, string Summary, string Rater, int Judgment)[]> Read =
        new(() => [.. Release.Release.Submissions.SelectMany(JudgmentsOf)]);

    private static (string UseCase, string Submission, string Summary, string Rater, int Judgment)[] Judgments
    {
        get
        {
            // Skips the test where the release is not there.
            _ = Release;
            return Read.Value;
        }
    }

    [Fact]
    public void Every_mean_and_count_is_that_of_the_source()
    {
        var rows = SourceFolder.Inputs(Repository.Root).Table("summhay/scores.csv").Rows;

        Assert.Equal(9933, Judgments.Length);
        foreach (var row in rows)
        {
            var judgments = Judgments.Where(judgment => (row["use_case"] == "all" || judgment.UseCase == UseCase(row["use_case"]))
                && judgment.Submission == Submission(row["model"])
                && judgment.Rater == row["rater"].Replace("judge-", "", StringComparison.Ordinal)).ToArray();
            Assert.Equal(row["n"], judgments.Length.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(double.Parse(row["value"], CultureInfo.InvariantCulture), judgments.Average(judgment => judgment.Judgment / 2.0), 0.00005001);
        }

        Assert.Equal(7 * (8 + (3 * 9)), rows.Length);
    }

    // Summary of a Haystack, Eval_Benchmarking.ipynb at commit 4353172: judge minus person, averaged over the pairs of a
    // summary and then over summaries, to three decimals.
    [Theory]
    [InlineData("claude-3-sonnet", 0.027, -0.001, -0.012)]
    [InlineData("gemini-1.5-flash", 0.032, 0.009, -0.025)]
    [InlineData("claude-3-opus", 0.040, 0.011, 0.019)]
    [InlineData("gpt-3.5-turbo", 0.009, 0.050, 0.048)]
    [InlineData("gemini-1.5-pro", 0.057, 0.042, 0.041)]
    [InlineData("gpt-4-turbo", 0.063, 0.080, 0.042)]
    [InlineData("claude-3-haiku", 0.057, 0.088, 0.052)]
    [InlineData("gpt-4o", 0.070, 0.078, 0.080)]
    [InlineData("command-r-plus", 0.064, 0.128, 0.071)]
    public void The_authors_table_of_bias_is_found_again(string submission, double gpt4o, double claude3Opus, double gemini15Pro)
    {
        double Bias(string judge) => Mean(submission, judge) - Mean(submission, "r1");

        Assert.Equal(gpt4o, Bias("gpt-4o"), 0.000501);
        Assert.Equal(claude3Opus, Bias("claude-3-opus"), 0.000501);
        Assert.Equal(gemini15Pro, Bias("gemini-1.5-pro"), 0.000501);
    }

    // Computed independently from the source; the intervals there came from other draws.
    [Theory]
    [InlineData("automated", 0.93, 0.77, 0.98)]
    [InlineData("automated-gpt-4o-9shot", 0.93, 0.73, 1.00)]
    [InlineData("automated-gpt-3.5-turbo", 0.95, 0.55, 0.98)]
    [InlineData("automated-gemini-1.5-pro", 0.90, 0.68, 0.98)]
    [InlineData("automated-claude-3-opus", 0.82, 0.58, 0.97)]
    [InlineData("automated-claude-3-haiku", 0.73, 0.40, 0.93)]
    public void Judges_order_the_models_as_the_independent_computation_says(string method, double spearman, double low, double high)
    {
        var methods = Release.Agreement!.Metrics.Single().Methods.Single(methods => methods.Programs.Id == method);

        Assert.Equal(spearman, Math.Round(methods.Spearman!.Value, 2));
        Assert.Equal(low, methods.SpearmanInterval!.Low, 0.06);
        Assert.Equal(high, methods.SpearmanInterval.High, 0.06);
        Assert.Equal((9, 1419, 200), (methods.Submissions, methods.Responses, methods.Items));
    }

    // The independent computation prints 0.91 for 0.9048 in retail news, having rounded twice.
    [Theory]
    [InlineData("sales-calls", 0.93, 0.87, 0.85, 0.85, 0.72, 0.68)]
    [InlineData("clinic-visits", 0.73, 0.90, 0.75, 0.77, 0.87, 0.47)]
    [InlineData("retail-news", 0.93, 0.90, 0.93, 0.69, 0.93, 0.93)]
    public void Judges_order_the_models_within_use_cases_too(string useCase, params double[] spearman)
    {
        string[] judges = ["gpt-4o", "gpt-4o-9shot", "gpt-3.5-turbo", "gemini-1.5-pro", "claude-3-opus", "claude-3-haiku"];
        var inUseCase = Judgments.Where(judgment => judgment.UseCase == useCase).ToArray();
        var submissions = inUseCase.Select(judgment => judgment.Submission).Distinct().ToArray();
        double[] Means(string rater) => [.. submissions.Select(submission => inUseCase
            .Where(judgment => judgment.Submission == submission && judgment.Rater == rater)
            .Average(judgment => judgment.Judgment))];

        Assert.Equal(spearman, judges.Select(judge => Math.Round(Spearman.Correlation(Means("r1"), Means(judge))!.Value, 2, MidpointRounding.AwayFromZero)));
    }

    [Fact]
    public void Its_models_are_not_ranked_and_their_summaries_are_the_items()
    {
        var board = Release.Boards[0];

        Assert.All(board.Rows, row => Assert.Null(row.Rank));
        Assert.Equal(200, board.Rows.Sum(row => row.RankedBy.Estimate!.Count));
        Assert.Equal(1419, board.Rows.Sum(row => row.RankedBy.Estimate!.Judgments));
    }

    private static double Mean(string submission, string rater) => Judgments
        .Where(judgment => judgment.Submission == submission && judgment.Rater == rater)
        .GroupBy(judgment => judgment.Summary)
        .Average(summary => summary.Average(judgment => judgment.Judgment / 2.0));

    private static IEnumerable<(string, string, string, string, int)> JudgmentsOf(Submission submission)
    {
        var table = submission.Ratings!;
        return Enumerable.Range(0, table.Count).Select(row => (
            table.UseCases[table.UseCase[row]], submission.Id, table.Items[table.Item[row]], table.Raters[table.Rater[row]], (int)table.Values[0][row]));
    }

    private static string UseCase(string name) => name switch
    {
        "sales call conversations" => "sales-calls",
        "clinic visit conversations" => "clinic-visits",
        _ => "retail-news",
    };

    private static string Submission(string model) => model.ToLowerInvariant().Replace("command r+", "command-r-plus", StringComparison.Ordinal).Replace(' ', '-');
}
