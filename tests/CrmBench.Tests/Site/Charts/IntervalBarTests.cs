using System.Text;
using System.Xml.Linq;
using CrmBench.Site.Charts;

namespace CrmBench.Tests.Site.Charts;

public class IntervalBarTests
{
    private static readonly IntervalBar Bar = new(0, 100);

    [Fact]
    public void Takes_about_two_hundred_bytes() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Bar.Render(70.25, new Whisker(66.1, 74.4))), 100, 220);

    [Fact]
    public void Is_hidden_from_screen_readers() => Assert.Equal("true", Parse(50, null).Attribute("aria-hidden")!.Value);

    [Fact]
    public void Bars_of_one_scale_compare() =>
        Assert.Equal(["M0 6H24.5", "M0 6H48", "M0 6H95"], new double[] { 25, 50, 100 }.Select(value => Path(Parse(value, null), "b")));

    [Fact]
    public void Interval_beyond_the_scale_has_an_arrowhead_and_no_cap()
    {
        var path = Path(Parse(98, new Whisker(90, 120)), "i");

        Assert.EndsWith("L95 6l-3 3", path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    public void Missing_value_leaves_the_track_empty(double? value) => Assert.Single(Parse(value, new Whisker(1, 2)).Elements("path"));

    [Fact]
    public void Partial_rows_are_lighter() =>
        Assert.Contains("ibar-partial", Bar.Render(50, null, partial: true), StringComparison.Ordinal);

    private static XElement Parse(double? value, Whisker? interval) => XElement.Parse(Bar.Render(value, interval));

    private static string Path(XElement svg, string kind) =>
        svg.Elements("path").Single(path => path.Attribute("class")!.Value == kind).Attribute("d")!.Value;
}
