using System.Net;
using System.Net.Sockets;
using CrmBench.Cli;
using CrmBench.Cli.Console;
using CrmBench.Cli.Preview;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli.Preview;

/// <summary><c>crmbench serve</c> as a browser and an editor meet it.</summary>
public sealed class ServeTests : IAsyncDisposable
{
    private const string Settings = "data/site.json";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly StringWriter _console = new();
    private Task<int>? _end;

    public ServeTests()
    {
        _folder.Copy(Repository.PathOf("tests/sites/minimal"));
        _folder.Copy(Repository.PathOf("templates"), "templates");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_end is not null)
        {
            Assert.Equal(ExitCodes.Right, await _end);
        }

        _client.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK, "text/html")]
    [InlineData("models/", HttpStatusCode.OK, "text/html")]
    [InlineData("feed.xml", HttpStatusCode.OK, "text/xml")]
    [InlineData("data/prices.json", HttpStatusCode.OK, "application/json")]
    [InlineData("data/", HttpStatusCode.NotFound, "text/html")]
    [InlineData("assets/", HttpStatusCode.NotFound, "text/html")]
    [InlineData("../data/site.json", HttpStatusCode.NotFound, "text/html")]
    public async Task Files_come_as_from_GitHub_Pages(string path, HttpStatusCode status, string type)
    {
        var home = await StartAsync();

        using var answer = await _client.GetAsync(new Uri(home + path), Stop);

        Assert.Equal((status, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_folder_without_its_slash_is_redirected_and_the_root_leads_to_the_base_path()
    {
        var home = await StartAsync();

        using var folder = await _client.GetAsync(new Uri(home + "models"), Stop);
        using var root = await _client.GetAsync(new Uri(home.GetLeftPart(UriPartial.Authority) + "/"), Stop);

        Assert.Equal((HttpStatusCode.MovedPermanently, home.AbsolutePath + "models/"), (folder.StatusCode, folder.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.Found, home.AbsolutePath), (root.StatusCode, root.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task A_name_that_a_stranger_gave_this_machine_is_refused()
    {
        var home = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, home);
        request.Headers.Host = "evil.example";

        using var answer = await _client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_save_is_told_to_open_pages_and_shown()
    {
        var home = await StartAsync();
        using var changes = await ListenAsync(home);
        var before = await NextAsync(changes);

        Save("\"Tiny Bench\"", "\"Renamed while it was open\"");

        Assert.NotEqual(before, await NextAsync(changes));
        Assert.Contains("Renamed while it was open", await TextAsync(home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_stands_on_the_last_good_page_until_it_is_mended()
    {
        var home = await StartAsync();
        using var changes = await ListenAsync(home);
        await NextAsync(changes);

        Save("\"title\"", "\"titel\"");
        await NextAsync(changes);
        var broken = await TextAsync(home);
        Save("\"titel\"", "\"title\"");
        await NextAsync(changes);
        var mended = await TextAsync(home);

        Assert.Contains("data/site.json:3:3", broken, StringComparison.Ordinal);
        Assert.Contains("/problems/cb0203/", broken, StringComparison.Ordinal);
        Assert.DoesNotContain("crmbench-problems", mended, StringComparison.Ordinal);
        Assert.Contains("data/site.json:3:3: error CB0203", _console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_template_is_shown_in_place_of_its_page_and_spares_the_others()
    {
        var template = _folder.PathOf("templates/pages/models.html");
        var whole = await File.ReadAllTextAsync(template, Stop);
        var home = await StartAsync();
        using var changes = await ListenAsync(home);
        await NextAsync(changes);

        await File.WriteAllTextAsync(template, whole + "{{ page.there_is_no_such_thing.at_all }}", Stop);
        await NextAsync(changes);
        using var broken = await _client.GetAsync(new Uri(home + "models/"), Stop);
        using var other = await _client.GetAsync(home, Stop);

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.OK), (broken.StatusCode, other.StatusCode));
        Assert.Contains("templates/pages/models.html", await broken.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_deleted_and_comes_back_is_followed()
    {
        var home = await StartAsync();
        using var changes = await ListenAsync(home);
        await NextAsync(changes);

        Directory.Delete(_folder.PathOf("data"), recursive: true);
        await NextAsync(changes);
        var without = await TextAsync(home);
        _folder.Copy(Repository.PathOf("tests/sites/minimal/data"), "data");

        Assert.Contains("crmbench-problems", without, StringComparison.Ordinal);
        while ((await TextAsync(home)).Contains("crmbench-problems", StringComparison.Ordinal))
        {
            await NextAsync(changes);
        }

    }

    [Fact]
    public async Task The_last_of_many_saves_is_what_is_shown()
    {
        var home = await StartAsync();
        using var changes = await ListenAsync(home);
        var text = await File.ReadAllTextAsync(_folder.PathOf(Settings), Stop);

        for (var save = 1; save <= 200; save++)
        {
            _folder.Write(Settings, text.Replace("\"Tiny Bench\"", $"\"Save {save} of many\"", StringComparison.Ordinal));
        }

        while (!(await TextAsync(home)).Contains("Save 200 of many", StringComparison.Ordinal))
        {
            await NextAsync(changes);
        }

    }

    [Fact]
    public void A_port_that_is_taken_is_told_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var run = CrmBenchRun.In(_folder.Path, "serve", "--port", $"{port}");

        Assert.Equal(ExitCodes.MachineTrouble, run.ExitCode);
        Assert.StartsWith($"crmbench: Port {port} is taken by another program.", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        var before = Files();
        var home = await StartAsync();
        await TextAsync(home);

        Assert.Equal(before, Files());
    }

    private string[] Files() => [.. Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private void Save(string old, string changed)
    {
        var text = File.ReadAllText(_folder.PathOf(Settings));
        Assert.Contains(old, text, StringComparison.Ordinal);
        _folder.Write(Settings, text.Replace(old, changed, StringComparison.Ordinal));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts the command and waits for the address that it says.</summary>
    private async Task<Uri> StartAsync()
    {
        var output = new ServedAddress();
        _end = ServeCommand.RunAsync(_folder.Path, CommandLine.Help(), port: null, new Terminal(output, TextWriter.Synchronized(_console)), _stop.Token);
        await Task.WhenAny(_end, output.Told);
        return await output.Told.WaitAsync(TimeSpan.Zero, Stop);
    }

    private Task<string> TextAsync(Uri address) => _client.GetStringAsync(address, Stop);

    private async Task<StreamReader> ListenAsync(Uri home) => new(await _client.GetStreamAsync(new Uri(home, "/.crmbench/changes"), Stop));

    private static async Task<string> NextAsync(StreamReader changes)
    {
        while (true)
        {
            var line = await changes.ReadLineAsync(Stop) ?? throw new InvalidOperationException("The server stopped.");
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line;
            }
        }
    }
}
