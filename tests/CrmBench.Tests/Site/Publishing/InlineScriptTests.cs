using CrmBench.Site.Publishing;

namespace CrmBench.Tests.Site.Publishing;

public class InlineScriptTests
{
    // The example of a hash for a script element in Content Security Policy Level 3 (W3C).
    [Fact]
    public void The_policy_source_is_the_published_one() =>
        Assert.Equal("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='", new InlineScript("alert('Hello, world.');").PolicySource);

    [Fact]
    public void Line_ends_are_those_that_browsers_hash() =>
        Assert.Equal(new InlineScript("a\nb").PolicySource, new InlineScript("a\r\nb").PolicySource);

    [Theory]
    [InlineData("x = '</script>'")]
    [InlineData("x = '</SCRIPT'")]
    [InlineData("<!-- x")]
    public void Code_that_would_end_its_element_throws(string code) => Assert.Throws<ArgumentException>(() => new InlineScript(code));

    [Fact]
    public void The_policy_allows_this_server_and_the_given_scripts()
    {
        var script = new InlineScript("x");

        Assert.Contains($"script-src 'self' {script.PolicySource};", ContentSecurityPolicy.For(script));
        Assert.Contains("script-src 'self';", ContentSecurityPolicy.For());
    }
}
