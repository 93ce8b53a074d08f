using CrmBench.Data.Values;

namespace CrmBench.Tests.Data.Values;

public class IdentifierTests
{
    [Theory]
    [InlineData("gpt-5.2", true)]
    [InlineData("a", true)]
    [InlineData("404", true)]
    [InlineData("", false)]
    [InlineData("GPT", false)]
    [InlineData("-a", false)]
    [InlineData("a.", false)]
    [InlineData("..", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    [InlineData("\u00E4", false)]
    [InlineData("con", false)]
    [InlineData("nul.json", false)]
    [InlineData("aux.2026.08", false)]
    [InlineData("com1", false)]
    [InlineData("lpt9.x", false)]
    [InlineData("com", true)]
    [InlineData("com10", true)]
    [InlineData("console", true)]
    [InlineData("a.con", true)]
    public void Identifiers_are_lower_case_and_safe_in_a_path(string text, bool expected) =>
        Assert.Equal(expected, Identifier.IsValid(text));

    [Fact]
    public void Identifiers_have_at_most_eighty_characters()
    {
        Assert.True(Identifier.IsValid(new string('a', 80)));
        Assert.False(Identifier.IsValid(new string('a', 81)));
    }
}
