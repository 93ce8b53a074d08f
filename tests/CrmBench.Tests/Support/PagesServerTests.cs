using System.Net;
using System.Text;

namespace CrmBench.Tests.Support;

public sealed class PagesServerTests : IAsyncDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });

    private readonly PagesServer _server = PagesServer.Start(
        new[] { "index.html", "404.html", "about.html", "models/index.html", "models/gpt-5.2/index.html", "style.css" }
            .ToDictionary(path => path, Encoding.UTF8.GetBytes),
        "/crmbench/");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
    }

    [Theory]
    [InlineData("/crmbench/", 200, "index.html")]
    [InlineData("/crmbench/models/", 200, "models/index.html")]
    [InlineData("/crmbench/models/gpt-5.2/", 200, "models/gpt-5.2/index.html")]
    [InlineData("/crmbench/about", 200, "about.html")]
    [InlineData("/crmbench/style.css?v=1", 200, "style.css")]
    [InlineData("/crmbench/nothing/", 404, "404.html")]
    [InlineData("/elsewhere/", 404, "")]
    public async Task Answers_as_GitHub_Pages_does(string path, int status, string file)
    {
        using var answer = await _client.GetAsync(new Uri(_server.Origin + path), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(file, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/crmbench")]
    [InlineData("/crmbench/models")]
    public async Task Sends_a_folder_without_its_slash_to_the_one_with_it(string path)
    {
        using var answer = await _client.GetAsync(new Uri(_server.Origin + path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(path + "/", answer.Headers.Location?.OriginalString);
    }
}
