using CrmBench.Site.Rendering;
using Scriban.Runtime;

namespace CrmBench.Tests.Site.Rendering;

public class BuiltinFunctionsTests
{
    [Fact]
    public void The_names_are_those_that_Scriban_has()
    {
        Assert.Equal(BuiltinFunctions.Make().Keys.Order(StringComparer.Ordinal), BuiltinFunctions.Names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{{ page.x | string.upcase }}", "ABC")]
    [InlineData("{{ page.x | string.size | math.plus 1 }}", "4")]
    [InlineData("{{ string = 1 }}{{ string }}", "1")]
    public void A_template_may_use_them(string template, string expected)
    {
        var (html, problems) = Sites.Render(template, new ScriptObject { ["x"] = "abc" });

        Assert.Empty(problems);
        Assert.Equal(expected, html);
    }

    [Theory]
    [InlineData("{{ date.now }}")]
    [InlineData("{{ page.x | html.escape }}")]
    public void Clock_and_markup_are_not_among_them(string template)
    {
        var (_, problems) = Sites.Render(template, new ScriptObject { ["x"] = "abc" });

        Assert.Contains("CB0904", Assert.Single(problems), StringComparison.Ordinal);
    }
}
