using CrmBench.Data.Values;

namespace CrmBench.Tests.Data.Values;

public class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("model", "model", 0)]
    [InlineData("modle", "model", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("saturday", "sunday", 3)]
    [InlineData("ca", "abc", 3)]
    public void Distance_counts_insertions_deletions_replacements_and_swaps(string a, string b, int expected)
    {
        Assert.Equal(expected, NearestName.Distance(a, b));
        Assert.Equal(expected, NearestName.Distance(b, a));
    }

    [Theory]
    [InlineData("modle", "model")]
    [InlineData("gpt-5.3", "gpt-5.2")]
    [InlineData("GPT-5.2", "gpt-5.2")]
    [InlineData("PROVIDERS", "provider")]
    [InlineData("entirely-different", null)]
    [InlineData("x", null)]
    public void Only_a_near_name_is_suggested(string text, string? expected) =>
        Assert.Equal(expected, NearestName.Of(text, ["model", "gpt-5.2", "provider"]));
}
