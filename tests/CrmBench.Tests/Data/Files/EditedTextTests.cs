using System.Text;
using CrmBench.Data.Files;
using CsCheck;

namespace CrmBench.Tests.Data.Files;

public class EditedTextTests
{
    [Fact]
    public void Edits_are_made_in_the_order_of_the_text_and_places_lead_back()
    {
        var edited = EditedText.Apply("abcdef"u8, [new TextEdit(4, 1, ""), new TextEdit(1, 2, "XYZ"), new TextEdit(3, 0, "!")]);

        Assert.Equal("aXYZ!df", Encoding.UTF8.GetString(edited.Utf8.Span));
        Assert.Equal([0, 1, 1, 1, 3, 3, 5, 6], Enumerable.Range(0, 8).Select(edited.OffsetBefore));
    }

    [Fact]
    public void Edits_that_overlap_are_a_mistake() =>
        Assert.Throws<ArgumentException>(() => EditedText.Apply("abc"u8, [new TextEdit(0, 2, ""), new TextEdit(1, 1, "")]));

    // Every byte that no edit touched is found again where it was.
    [Fact]
    public void Untouched_bytes_keep_their_places() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 0, 40], Gen.Int[0, 40].Array[0, 6], Gen.String[Gen.Char['A', 'Z'], 0, 4]).Sample((text, cuts, written) =>
        {
            int[] at = [.. cuts.Where(cut => cut <= text.Length).Distinct().Order()];
            var edits = at.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new TextEdit(pair[0], pair[1] - pair[0], written));

            var edited = EditedText.Apply(Encoding.UTF8.GetBytes(text), edits);

            var after = Encoding.UTF8.GetString(edited.Utf8.Span);
            for (var i = 0; i < after.Length; i++)
            {
                if (char.IsAsciiLetterLower(after[i]))
                {
                    Assert.Equal(after[i], text[edited.OffsetBefore(i)]);
                }
            }
        });
}
