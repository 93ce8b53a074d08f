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
    [InlineData("so\u00ADft", 2)]
    [InlineData("\u180Ea", 0)]
    [InlineData("a\u206A", 1)]
    [InlineData("a\u3164", 1)]
    [InlineData("a\uFFF9b", 1)]
    [InlineData("a\U000E0041", 1)]
    [InlineData("a\U000E0100", 1)]
    [InlineData("a\u115F", 1)]
    [InlineData("a\u2800", 1)]
    [InlineData("a\uFFFF", 1)]
    [InlineData("a\u200Db", 1)]
    [InlineData("a\uFE0F", 1)]
    [InlineData("\u2764\uFE0F\uFE0F", 6)]
    public void Control_and_direction_characters_are_found(string text, int offset) =>
        Assert.Equal(offset, Invisible.IndexIn(Encoding.UTF8.GetBytes(text), 0, out _));

    // Joiners that Persian and Hindi are written with, and pictures made of several.
    [Theory]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u0915\u094D\u200D\u0937")]
    [InlineData("\u2764\uFE0F\u200D\U0001F525")]
    [InlineData("\U0001F469\U0001F3FD\u200D\U0001F4BB")]
    [InlineData("\u00A9\uFE0F \u2122\uFE0F")]
    [InlineData("\u0600\u0661")]
    public void What_joins_letters_and_signs_may_stand_where_it_does_something(string text) =>
        Assert.Equal((-1, null), (Invisible.IndexIn(Encoding.UTF8.GetBytes(text), 0, out _), Invisible.In(text)));

    [Fact]
    public void A_search_of_bytes_and_of_characters_finds_the_same_of_every_character()
    {
        for (var value = 1; value <= 0x10FFFF; value++)
        {
            if (Rune.IsValid(value))
            {
                var text = $"a{new Rune(value)}";
                var found = Invisible.IndexIn(Encoding.UTF8.GetBytes(text), 0, out var codePoint);

                Assert.True(found < 0 ? Invisible.In(text) is null : (found, codePoint) == (1, value) && Invisible.In(text) == value, $"U+{value:X4}");
                Assert.True(Invisible.In(text) is null || Invisible.Without(text) == "a", $"U+{value:X4}");
            }
        }
    }

    [Fact]
    public void Half_a_pair_is_no_character() => Assert.Equal(0xD800, Invisible.In("a\uD800"));

    [Fact]
    public void What_is_shown_in_a_message_is_one_short_visible_line()
    {
        Assert.Equal("a\\u202Eb\\u000Ac", Invisible.Shown("a\u202Eb\nc"));
        Assert.Equal(63, Invisible.Shown(new string('x', 1000)).Length);
    }
}
