using CrmBench.Site.Charts;

namespace CrmBench.Tests.Site.Charts;

public class SvgWriterTests
{
    [Theory]
    [InlineData(12.34, "12.3")]
    [InlineData(12.35, "12.4")]
    [InlineData(-0.04, "0")]
    [InlineData(100, "100")]
    [InlineData(1e40, "10000000000000000000000000000000000000000")]
    public void Positions_have_one_decimal_at_most(double value, string text)
    {
        var svg = new SvgWriter();

        svg.Write($"{value}");

        Assert.Equal(text, svg.ToString());
    }

    [Fact]
    public void Texts_in_holes_are_escaped_and_literals_are_not()
    {
        var svg = new SvgWriter();

        svg.Write($"<text>{"<b a=\"1\">'&'</b>"}</text>");

        Assert.Equal("<text>&lt;b a=&quot;1&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;</text>", svg.ToString());
    }
}
