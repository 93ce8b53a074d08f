using CrmBench.Site.Charts;
using CsCheck;

namespace CrmBench.Tests.Site.Charts;

public class TextWidthTests
{
    [Fact]
    public void A_cut_text_fits_its_room() => Gen.Select(Gen.String, Gen.Double[20, 300]).Sample((text, room) =>
        Assert.True(TextWidth.Of(TextWidth.Cut(text, 12, room), 12) <= room));

    [Fact]
    public void A_text_that_fits_is_not_cut() => Assert.Equal("GPT-5.2", TextWidth.Cut("GPT-5.2", 12, 100));

    [Fact]
    public void A_family_of_joined_emoji_is_never_split()
    {
        const string family = "👨‍👩‍👧‍👦";

        var cut = TextWidth.Cut(family + family + family, 12, 170);

        Assert.Contains(cut, (string[])["…", family + "…", family + family + "…"]);
    }

    [Fact]
    public void Lines_hold_all_words_and_fit()
    {
        var lines = TextWidth.Lines("Too few models have a published cost to draw this chart.", 12, 150);

        Assert.Equal("Too few models have a published cost to draw this chart.", string.Join(' ', lines));
        Assert.All(lines, line => Assert.True(TextWidth.Of(line, 12) <= 150));
    }
}
