using CrmBench.Site.Charts;

namespace CrmBench.Tests.Site.Charts;

public class PlainTextTests
{
    [Theory]
    [InlineData("a\u202Eb", "ab")]
    [InlineData("two\r\nlines\tand  more ", "two lines and more")]
    [InlineData("\u0000", "")]
    public void Becomes_one_line_that_turns_nothing_around(string text, string line) => Assert.Equal(line, PlainText.OneLine(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("half \uFFFD pair", PlainText.OneLine("half " + '\uD83D' + " pair"));

    [Fact]
    public void Right_to_left_names_are_set_apart() => Assert.Equal("\u2068نموذج (high)…\u2069", PlainText.Isolated("نموذج (high)…"));

    [Fact]
    public void Other_names_stay_as_they_are() => Assert.Equal("GPT-5.2", PlainText.Isolated("GPT-5.2"));
}
