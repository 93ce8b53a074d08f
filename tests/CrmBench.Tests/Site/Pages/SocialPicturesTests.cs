using CrmBench.Core.Scoring;
using CrmBench.Site.Pages;
using CrmBench.Site.Pictures;
using CrmBench.Tests.Core.Scoring;
using CrmBench.Tests.Site.Pictures;
using static CrmBench.Tests.Core.Scoring.SmallWorld;

namespace CrmBench.Tests.Site.Pages;

public class SocialPicturesTests
{
    private const string Long = "A name that somebody made as long as the tables allow, so that it stands in nobody's column and in no heading either, whatever the size of the letters";

    private static SiteIndex Index(string name, params double[] solved)
    {
        var world = new SmallWorld { UseCases = [Case("a")], Dimensions = [Group("accuracy", Percent("solved"))] };
        for (var i = 0; i < solved.Length; i++)
        {
            world.Add($"m{i}", scores: [Score("solved", solved[i], "a", n: 100)]);
        }

        var scored = world.Scored();
        return new SiteIndex(Scorer.Score(scored.Catalogue with { Models = scored.Catalogue.Models.SetItem("m0", scored.Catalogue.Models["m0"] with { Name = name }) }), []);
    }

    private static IEnumerable<SocialPictures.Drawn> All(SiteIndex index) =>
        index.Models.Select(card => SocialPictures.ModelPicture(index, card))
            .Append(SocialPictures.BoardPicture(index, index.Scored.Benchmarks[0].Releases[0].Boards[0]));

    [Theory]
    [InlineData("Short")]
    [InlineData(Long)]
    [InlineData("Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww")]
    [InlineData("ЩЩЩЩЩЩЩЩЩЩ ΩΩΩΩΩΩΩΩ Łódź")]
    public void No_text_is_clipped_or_meets_another(string name)
    {
        foreach (var picture in All(Index(name, 90, 80, 70, 60, 50, 40, 30)).Select(drawn => drawn.Picture))
        {
            var texts = picture.Texts.Where(text => text.Text.Length > 0).ToArray();
            Assert.All(texts, text =>
            {
                Assert.InRange(text.X, 0, Picture.Width);
                Assert.InRange(text.X + text.Width, 0, Picture.Width);
                Assert.InRange(text.Baseline - text.Size, 0, Picture.Height);
                Assert.InRange(text.Baseline + (text.Size / 4), 0, Picture.Height);
                Assert.True(text.Typeface.CanWrite(text.Text), text.Text);
            });
            foreach (var text in texts)
            {
                Assert.DoesNotContain(texts, other => !ReferenceEquals(text, other)
                    && other.X < text.X + text.Width && text.X < other.X + other.Width
                    && other.Baseline - (other.Size * 3 / 4) < text.Baseline && text.Baseline - (text.Size * 3 / 4) < other.Baseline);
            }

            Assert.All(picture.Boxes, box => Assert.True(box.X >= 0 && box.Y >= 0 && box.X + box.Width <= Picture.Width && box.Y + box.Height <= Picture.Height));
        }
    }

    [Fact]
    public void A_name_in_other_letters_is_given_by_its_identifier()
    {
        var drawn = SocialPictures.ModelPicture(Index("模型 🦜", 90), Index("模型 🦜", 90).Models[0]);

        Assert.Contains(drawn.Picture.Texts, text => text.Text == "m0");
        Assert.StartsWith("Invented data. m0 by", drawn.Alt, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranks_are_those_of_the_page_and_invented_data_say_so()
    {
        var index = Index("Alpha", 90, 89, 20);
        var drawn = SocialPictures.ModelPicture(index, index.Models.Single(card => card.Id == "m0"));

        Assert.Contains(drawn.Picture.Texts, text => text.Text == "rank 1–2 of 3");
        Assert.Contains(drawn.Picture.Texts, text => text.Text == "Invented data");
        Assert.Contains("rank 1–2 of 3", drawn.Alt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_a_png_of_the_size_that_is_asked_for()
    {
        var png = All(Index("Alpha", 90, 80)).First().Picture.ToPng();

        Assert.Equal([0, 0, 4, 0xB0, 0, 0, 2, 0x76], PngTests.Chunks(png)[0].Data[..8]);
    }

    // A letter drawn large: its left stem is ink, its right half is paper, its foot is ink.
    [Fact]
    public void Letters_are_filled_where_their_outlines_are()
    {
        var letter = Typeface.SemiBold.Bitmap(new System.Text.Rune('L'), 100)!;

        byte At(int x, int y) => letter.Coverage[(y * letter.Width) + x];
        Assert.InRange(letter.Height, 65, 80);
        Assert.All(Enumerable.Range(2, letter.Height - 4), y => Assert.Equal(GlyphBitmap.Levels, At(5, y)));
        Assert.All(Enumerable.Range(2, letter.Height / 2), y => Assert.Equal(0, At(letter.Width - 5, y)));
        Assert.All(Enumerable.Range(2, letter.Width - 4), x => Assert.Equal(GlyphBitmap.Levels, At(x, letter.Height - 5)));
    }
}
