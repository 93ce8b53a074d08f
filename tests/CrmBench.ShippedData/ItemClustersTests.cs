using CrmBench.CarryOver.Published;
using CrmBench.Data.Writing;

namespace CrmBench.ShippedData;

public sealed class ItemClustersTests
{
    // The table of aggregates that comes with the source data keeps inattentive raters, which the board leaves out; all else is the same.
    [Fact]
    public void Means_with_inattentive_raters_are_those_of_the_table_of_aggregates()
    {
        var source = SourceData.Folder();
        var detailed = RatedOutputsBoard.Detailed(source).ToLookup(row => (row["dataset"], row["model"]));
        var overall = RatedOutputsBoard.Overall(source).ToLookup(row => (row["dataset"], row["model"]));

        Assert.All(source.Table("human-feedback/aggregate_by_dataset_model.csv").Rows, row =>
        {
            var key = (row["dataset"], row["model"]);
            Assert.Equal(row["n_ratings"], $"{ItemClusters.Of(detailed[key], "overall").Count}");
            AssertMean(row["score_unbiased"], ItemClusters.Of(overall[key], "score").Mean, 4);
            Assert.All(RatedOutputsBoard.Grades, grade => AssertMean(row[grade], ItemClusters.Of(detailed[key], grade).Mean, 4));
            Assert.All(RatedOutputsBoard.Flags, flag =>
                AssertMean(row[$"{flag}_rate_pct"], 100 * ItemClusters.Of(detailed[key], flag).Mean, 2));
        });
    }

    private static void AssertMean(string printed, double mean, int decimals) =>
        Assert.Equal((double)DecimalText.Parse(printed), mean, 0.51 * Math.Pow(10, -decimals));
}
