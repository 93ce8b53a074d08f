using System.Text;
using CrmBench.Data.Values;

namespace CrmBench.Tests.Data.Values;

public class InvisibleTests
{
    [Theory]
    [InlineData("plain \u2013 \u00E9 \u4E2D \U0001F600\t\r\n", -1)]
    [InlineData("ab\u0000", 2)]
    [InlineData("\u00E9\u202E", 2)]
    [InlineData("a\u0085", 1)]
    [InlineData("a\u2066", 1)]
    [InlineData("a\uFEFF", 1)]
    [InlineData("\u2013\u200B", 3)]
    [InlineData("\u001B[31m", 0)]
    public void Control_and_direction_characters_are_found(string text, int offset) =>
        Assert.Equal(offset, Invisible.IndexIn(Encoding.UTF8.GetBytes(text), 0, out _));

    [Fact]
    public void What_is_shown_in_a_message_is_one_short_visible_line()
    {
        Assert.Equal("a\\u202Eb\\u000Ac", Invisible.Shown("a\u202Eb\nc"));
        Assert.Equal(63, Invisible.Shown(new string('x', 1000)).Length);
    }
}
