using System.Collections.Concurrent;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Site;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>A whole site of <c>tests/sites</c>, scored and built in memory once for all tests that look into its files.</summary>
internal sealed class WholeSite
{
    private static readonly ConcurrentDictionary<string, Lazy<WholeSite>> Opened = new(StringComparer.Ordinal);

    private WholeSite(string name)
    {
        Name = name;
        Folder = Path.Combine([Repository.PathOf("tests", "sites"), .. name.Split('/')]);
        var diagnostics = new DiagnosticBag();
        Scored = Scorer.Score(CatalogueReader.Read(Folder, diagnostics)!);
        var plan = SiteBuilder.Plan(Scored, SiteSources.Read(Folder, diagnostics), diagnostics);
        Files = plan.Render(diagnostics).Files.ToDictionary(file => file.Path, file => file.Content.ToArray(), StringComparer.Ordinal);
        Assert.DoesNotContain(diagnostics.ToSorted(), problem => problem.Severity == Severity.Error);
    }

    /// <summary>The sites that are right, by their path below <c>tests/sites</c>.</summary>
    public static TheoryData<string> Names => ["boards", "minimal", "repairs", .. UnusualSite.Names.Select(row => $"unusual/{row.Data}")];

    /// <summary>Its path below <c>tests/sites</c>.</summary>
    public string Name { get; }

    /// <summary>Full path of its repository.</summary>
    public string Folder { get; }

    /// <summary>Its repository in memory.</summary>
    public MemoryTree Tree => MemoryTree.Copy(new DiskTree(Folder), "data");

    /// <summary>What was computed.</summary>
    public ScoredCatalogue Scored { get; }

    /// <summary>The files of the built site by path, <c>models/index.html</c>.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>A site by its name.</summary>
    public static WholeSite Open(string name) => Opened.GetOrAdd(name, of => new Lazy<WholeSite>(() => new WholeSite(of))).Value;

    /// <summary>The text of a file.</summary>
    public string Text(string path) => Encoding.UTF8.GetString(Files[path]);
}
