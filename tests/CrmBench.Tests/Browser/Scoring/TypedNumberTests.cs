namespace CrmBench.Tests.Browser.Scoring;

/// <summary>What readers type into fields is understood as they mean it, or refused in words.</summary>
public class TypedNumberTests
{
    [Theory]
    [InlineData("5", 5)]
    [InlineData("$5", 5)]
    [InlineData("US$ 5", 5)]
    [InlineData("5 USD", 5)]
    [InlineData("0,5", 0.5)]
    [InlineData("12,50", 12.5)]
    [InlineData(".5", 0.5)]
    [InlineData("1,000", 1000)]
    [InlineData("1 000 000", 1_000_000)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("80 %", 80)]
    [InlineData("3 s", 3)]
    [InlineData("\uff11\uff12", 12)]
    public async Task A_number_is_understood_however_it_is_written(string text, double number)
    {
        var read = await Read(text);

        Assert.Equal((number, "", ""), (read.Value, read.Wrong, read.Note));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Nothing_asks_for_nothing(string text)
    {
        var read = await Read(text);

        Assert.Equal((null, "", ""), (read.Value, read.Wrong, read.Note));
    }

    [Fact]
    public async Task What_may_be_meant_otherwise_is_read_and_told()
    {
        var read = await Read("5.000");

        Assert.Equal((5, "", "“5.000” is read as 5. For thousands write 5000."), (read.Value, read.Wrong, read.Note));
    }

    [Theory]
    [InlineData("500k", 500_000, "500,000")]
    [InlineData("500 K", 500_000, "500,000")]
    [InlineData("1.1m", 1_100_000, "1,100,000")]
    [InlineData("2,5k", 2500, "2,500")]
    public async Task A_letter_for_thousands_or_millions_is_read_and_told(string text, double number, string told)
    {
        var read = await Read(text);

        Assert.Equal((number, "", $"“{text}” is read as {told}."), (read.Value, read.Wrong, read.Note));
    }

    [Theory]
    [InlineData("many")]
    [InlineData("5 €")]
    [InlineData("k")]
    public async Task A_count_that_cannot_be_read_is_refused_in_words_about_counts(string text)
    {
        var read = await ScriptModules.RunAsync<Typed>(["typed-words"], "({ typedwords }, text) => typedwords.typed(text, true)", text);

        Assert.Equal((null, $"“{text}” is not a number that can be read. Write 500000, 500,000 or 500k."), (read.Value, read.Wrong));
    }

    [Theory]
    [InlineData("-5", "below zero")]
    [InlineData("\u22125", "below zero")]
    [InlineData("$-5", "below zero")]
    [InlineData("5 €", "another currency")]
    [InlineData("£5", "another currency")]
    [InlineData("five", "not a number")]
    [InlineData("1.000,50", "not a number")]
    [InlineData("1.2.3", "not a number")]
    [InlineData("1,23,4", "not a number")]
    [InlineData("$", "not a number")]
    [InlineData("1e3", "not a number")]
    public async Task What_cannot_be_read_is_refused_in_words(string text, string word)
    {
        var read = await Read(text);

        Assert.Null(read.Value);
        Assert.Contains($"“{text}”", read.Wrong, StringComparison.Ordinal);
        Assert.Contains(word, read.Wrong, StringComparison.Ordinal);
    }

    private static Task<Typed> Read(string text) => ScriptModules.RunAsync<Typed>(["typed-words"], "({ typedwords }, text) => typedwords.typed(text)", text);

    private sealed record Typed(double? Value, string Wrong, string Note);
}
