using CrmBench.Cli.Console;

namespace CrmBench.Tests.Cli.Reports;

public class PrintableTests
{
    [Theory]
    [InlineData("naïve 日本 😀", "naïve 日本 😀")]
    [InlineData("a\e[2Jb", @"a\u001B[2Jb")]
    [InlineData("a\r\n::error::b", @"a\u000D\u000A::error::b")]
    [InlineData("a\u2028b", @"a\u2028b")]
    [InlineData("\u202Eevil", @"\u202Eevil")]
    [InlineData("\U000E0041", @"\uE0041")]
    public void Characters_that_steer_a_terminal_are_spelled_out(string text, string printed) => Assert.Equal(printed, Printable.Of(text));

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => Assert.Equal("a\uFFFD\\u000A", Printable.Of("a" + '\uD800' + "\n"));
}
