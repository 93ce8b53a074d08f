using CrmBench.Core.Diagnostics;
using CrmBench.Data.Values;

namespace CrmBench.Tests.Data.Values;

public class AlphabetsTests
{
    [Theory]
    [InlineData("\u0410cme", 0x410, "Cyrillic")]
    [InlineData("GPT-\u041E1x", 0x41E, "Cyrillic")]
    [InlineData("M\u03BFdel", 0x3BF, "Greek")]
    [InlineData("so\u0570o", 0x570, "Armenian")]
    public void A_word_with_a_letter_that_passes_for_a_Latin_one_is_found(string text, int letter, string alphabet) =>
        Assert.Equal((letter, alphabet), Alphabets.Mixed(text));

    [Theory]
    [InlineData("Acme One")]
    [InlineData("\u042F\u043D\u0434\u0435\u043A\u0441 GPT")]
    [InlineData("\u0421\u0411\u0415\u0420 Acme")]
    [InlineData("5 \u03BCs")]
    [InlineData("\u03B1-nDCG")]
    [InlineData("\u00C5ngstr\u00F6m \u5343\u554F")]
    [InlineData("GPT-\u041E")]
    public void Words_that_are_of_one_alphabet_each_are_not(string text) => Assert.Null(Alphabets.Mixed(text));

    [Theory]
    [InlineData("\u0421\u041E\u0420\u0410", "COPA", true)]
    [InlineData("\uFF27\uFF30\uFF34\uFF0D4", "GPT-4", true)]
    [InlineData("GPT-4", "GPT-4", false)]
    [InlineData("GPT-4o", "GPT-4O", false)]
    [InlineData("\u0414\u041E\u041C", "DOM", false)]
    public void A_name_that_looks_like_one_before_is_found(string name, string before, bool isFound)
    {
        var looks = new Looks();
        var first = new Located<string>(before, new SourcePlace("a.csv", 2));

        Assert.Null(looks.Before(first));
        Assert.Equal(isFound ? first : null, looks.Before(new Located<string>(name, new SourcePlace("a.csv", 3))));
    }
}
