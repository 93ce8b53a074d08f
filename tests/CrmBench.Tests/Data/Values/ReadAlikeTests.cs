using CrmBench.Data.Values;

namespace CrmBench.Tests.Data.Values;

public sealed class ReadAlikeTests
{
    [Theory]
    [InlineData("August 2026", "August 2026")]
    [InlineData("August 2026", "august  2026 ")]
    [InlineData("CRM", "СRM")]
    public void Names_of_the_same_words_read_alike(string first, string second) =>
        Assert.Equal([(second, first)], ReadAlike.Of([first, second], name => name));

    [Theory]
    [InlineData("August 2026", "August 2025")]
    [InlineData("Manual", "Manual, by item")]
    [InlineData("", "")]
    public void Other_names_do_not_and_neither_do_names_that_are_missing(string first, string second) =>
        Assert.Empty(ReadAlike.Of([first, second], name => name));

    [Fact]
    public void Every_further_one_is_held_against_the_first() =>
        Assert.Equal([("b", "a"), ("c", "a")], ReadAlike.Of(["a", "b", "c"], _ => "One name"));
}
