using CrmBench.CarryOver.Published;
using CrmBench.Data.Writing;

namespace CrmBench.ShippedData;

public sealed class CrmArenaBoardTests
{
    // The paper prints the mean of the nine tasks; one of the 25, ReAct with claude-3.5-sonnet, is the paper's slip.
    [Fact]
    public void Means_of_the_nine_tasks_are_the_printed_ones_in_all_rows_but_one()
    {
        var source = SourceData.Folder();
        var printed = source.Table("crmarena/check_averages.csv").Rows
            .ToDictionary(row => $"{row["model"]} {row["framework"]}", row => DecimalText.Parse(row["paper_ALL"]));

        var off = CrmArenaBoard.Produce(source)
            .Where(submission =>
            {
                var values = submission.Scores
                    .Where(score => score.Metric == "correct")
                    .Select(score => DecimalText.Parse(score.Value))
                    .ToList();
                var name = $"{submission.Model.Replace("llama-3", "llama3", StringComparison.Ordinal)} {submission.Variant}";
                return values.Count != 9 || Math.Abs(values.Average() - printed[name]) > 0.05m;
            })
            .Select(submission => submission.Id);

        Assert.Equal(["claude-3.5-sonnet-react"], off);
    }
}
