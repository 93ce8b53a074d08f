using CrmBench.Site.Pages;
using CrmBench.Site.Words;

namespace CrmBench.Tests.Site.Pages;

public class ContentsTests
{
    [Fact]
    public void Second_level_headings_are_listed_as_plain_text_in_order()
    {
        var body = new Html("<h2 id=\"a\">Cost &amp; <em>speed</em></h2><p>x</p><h3 id=\"b\">No</h3><h2 id=\"c\"><code>pass^k</code></h2>");

        Assert.Equal([("a", "Cost & speed"), ("c", "pass^k")], Contents.Of(body));
    }

    [Fact]
    public void Fewer_than_three_headings_need_no_list() => Assert.Null(Contents.Model([("a", "A"), ("b", "B")]));
}
