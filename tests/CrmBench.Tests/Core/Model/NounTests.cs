using CrmBench.Core.Model;

namespace CrmBench.Tests.Core.Model;

public class NounTests
{
    [Theory]
    [InlineData("model", "models", "a model")]
    [InlineData("issue", "issues", "an issue")]
    [InlineData("agent", "agents", "an agent")]
    [InlineData("query", "queries", "a query")]
    [InlineData("survey", "surveys", "a survey")]
    [InlineData("batch", "batches", "a batch")]
    [InlineData("box", "boxes", "a box")]
    public void Plural_and_article_follow_the_noun(string one, string many, string any)
    {
        var noun = Noun.Of(one);

        Assert.Equal((many, any), (noun.Many, noun.AnyOne));
    }

    [Fact]
    public void What_is_given_wins_over_the_rules()
    {
        var noun = Noun.Of("hour", "horae", "an");

        Assert.Equal(("horae", "an hour", "Hour", "Horae"), (noun.Many, noun.AnyOne, noun.Title, noun.Titles));
    }
}
