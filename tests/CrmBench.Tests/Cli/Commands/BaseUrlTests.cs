using CrmBench.Cli.Commands;

namespace CrmBench.Tests.Cli.Commands;

public class BaseUrlTests
{
    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("https://example.org/board", "https://example.org/board/")]
    [InlineData("http://localhost:8080/board/", "http://localhost:8080/board/")]
    public void Gets_its_final_slash(string text, string address) => Assert.Equal(address, BaseUrl.Parse(text)?.AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("example.org")]
    [InlineData("/board/")]
    [InlineData("file:///tmp/")]
    [InlineData("https://example.org/?page=1")]
    [InlineData("https://example.org/#top")]
    public void Is_a_whole_web_address_without_query_and_fragment(string text) => Assert.Null(BaseUrl.Parse(text));
}
