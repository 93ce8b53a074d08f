using CrmBench.Core.Comparing;
using CrmBench.Core.Model;
using CrmBench.Tests.Core.Scoring;
using static CrmBench.Tests.Core.Comparing.TwoStates;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Core.Comparing;

/// <summary>Whatever differs between two tables of single ratings is told: a correction of any of their columns is one.</summary>
public class RatingChangesTests
{
    private static readonly RatingTable Table =
        Ratings(["facts", "style"], [("a", "1", "ann", [4, 1]), ("a", "2", "ben", [3, 2])]) with { Criteria = ["price", "date"], Criterion = [0, 1] };

    private static readonly Dictionary<string, RatingTable> Others = new()
    {
        ["name of a use case"] = Table with { UseCases = ["b"] },
        ["name of an item"] = Table with { Items = ["1", "3"] },
        ["name of a rater"] = Table with { Raters = ["ann", "cem"] },
        ["name of a metric"] = Table with { Metrics = ["facts", "tone"] },
        ["name of a criterion"] = Table with { Criteria = ["price", "day"] },
        ["item of a row"] = Table with { Item = [1, 0] },
        ["rater of a row"] = Table with { Rater = [0, 0] },
        ["criterion of a row"] = Table with { Criterion = [1, 0] },
        ["row without its criterion"] = Table with { Criterion = [0, -1] },
        ["table without criteria"] = Table with { Criteria = [], Criterion = [] },
        ["value"] = Table with { Values = [[4, 3], [1, 3]] },
        ["value that is missing"] = Table with { Values = [[4, 3], [1, RatingTable.Missing]] },
    };

    public static TheoryData<string> Kinds => [.. Others.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_column_counts(string kind)
    {
        var changes = Between(World(Table), World(Others[kind]));

        var part = Assert.Single(Assert.Single(changes.Submissions).Parts);
        Assert.Equal(SubmissionPart.Ratings, part.Part);
        Assert.True(part.IsAny);
    }

    [Fact]
    public void A_table_that_was_read_again_is_the_same()
    {
        var again = Table with { Criteria = ["price", "date"], Criterion = [0, 1], Items = ["1", "2"], Values = [[4, 3], [1, 2]] };

        Assert.True(Between(World(Table), World(again)).IsEmpty);
    }

    private static Catalogue World(RatingTable ratings) =>
        new SmallWorld { UseCases = [Case("a"), Case("b")], Dimensions = [Accuracy("facts", "style", "tone")] }.Add("m", ratings).Scored().Catalogue;
}
