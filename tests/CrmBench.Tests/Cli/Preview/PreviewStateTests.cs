using CrmBench.Cli.Preview;
using CrmBench.Core.Diagnostics;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli.Preview;

/// <summary>A preview keeps what a save did not touch, and must show what a fresh reading of everything shows.</summary>
public sealed class PreviewStateTests : IDisposable
{
    private const string Costs = "data/benchmarks/crm-llm/releases/2024-07/submissions";
    private static readonly Uri s_address = new("http://localhost:8080/");
    private static readonly string[] s_shown = ["index.html", "models/index.html", "crm-llm/index.html", "voice-agents/index.html", "search.json", "feed.xml"];

    private readonly TemporaryFolder _folder = new();

    public PreviewStateTests() => _folder.Copy(BoardsSite.Folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_kept_and_what_is_read_anew_make_the_site_of_a_fresh_reading()
    {
        var costs = Directory.GetFiles(_folder.PathOf(Costs), "costs.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var right = File.ReadAllText(costs);
        var state = PreviewState.Empty.Next(_folder.Path, [], s_address, SourceChanges.All);
        Assert.Empty(state.Problems.Where(problem => problem.Severity == Severity.Error));

        state = Saved(state, costs, right.Replace("short,", "short,1", StringComparison.Ordinal));
        state = Saved(state, costs, "no table");
        Assert.True(state.IsStale);
        // Another benchmark while one is broken, then the one mended: neither may be forgotten.
        state = Saved(state, _folder.PathOf("data/benchmarks/voice-agents/benchmark.json"), text => text.Replace("\"name\": \"", "\"name\": \"New ", StringComparison.Ordinal));
        Assert.True(state.IsStale);
        state = Saved(state, costs, right);
        Assert.False(state.IsStale);
        Assert.Contains("New ", Page(state, "voice-agents/index.html"), StringComparison.Ordinal);
        state = Saved(state, _folder.PathOf("data/models.csv"), text => text.Replace("GPT-4o", "GPT-4o renamed", StringComparison.Ordinal));
        state = Saved(state, _folder.PathOf("data/prices.csv"), text => text.Replace(",0.", ",1.", StringComparison.Ordinal));
        state = Saved(state, _folder.PathOf("content/about.md"), text => text + "\nOne more line.\n");
        Directory.Delete(_folder.PathOf("data/benchmarks/voice-agents"), recursive: true);
        Next(state, ["data", "data/benchmarks/voice-agents"]);
    }

    private PreviewState Saved(PreviewState before, string path, Func<string, string> edit) => Saved(before, path, edit(File.ReadAllText(path)));

    private PreviewState Saved(PreviewState before, string path, string text)
    {
        Assert.NotEqual(text, File.ReadAllText(path));
        File.WriteAllText(path, text);
        return Next(before, [SourceChanges.PartOf(Path.GetRelativePath(_folder.Path, path))]);
    }

    private PreviewState Next(PreviewState before, string[] parts)
    {
        var next = before.Next(_folder.Path, [], s_address, SourceChanges.In([.. parts]));
        var fresh = PreviewState.Empty.Next(_folder.Path, [], s_address, SourceChanges.All);
        Assert.Equal(fresh.Problems, next.Problems);
        Assert.Equal(fresh.IsStale, next.IsStale);
        if (!fresh.IsStale)
        {
            Assert.Equal(fresh.Site!.PageCount, next.Site!.PageCount);
            Assert.All(s_shown, path => Assert.Equal(Page(fresh, path), Page(next, path)));
        }

        return next;
    }

    private static string Page(PreviewState state, string path) =>
        state.Site!.Render(path, new DiagnosticBag()) is { } file ? System.Text.Encoding.UTF8.GetString(file.Content.Span) : "(none)";
}
