using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Import;
using CrmBench.Import.Kernel;
using CrmBench.Tests.Data;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Import;

/// <summary>An import into a small site in memory, or into the boards of <c>tests/sites/boards</c>.</summary>
internal sealed record ImportRun(MemoryTree Site, ImportResult Result, ImmutableArray<Diagnostic> Diagnostics)
{
    private static readonly Lazy<MemoryTree> s_boards = new(() => MemoryTree.Copy(new DiskTree(BoardsSite.Folder), "data"));

    // Most imports go into the same two sites.
    private static readonly ConditionalWeakTable<MemoryTree, Catalogue> Catalogues = [];

    /// <summary>Options that every import into the small site needs where its files do not say them.</summary>
    public static ImportOptions Options { get; } = new()
    {
        Benchmark = "tiny",
        SubmittedBy = "Example Evaluators",
        SourceUrl = "https://example.org/results/{file}",
    };

    /// <summary>A file of JSON for each tool that writes such, by the tool's format; it can be imported by itself.</summary>
    public static ImmutableArray<(string Format, string Fixture)> JsonFixtures { get; } =
    [
        ("every-eval-ever", "every-eval-ever/aggregate.json"), ("inspect", "inspect/2026-07-21_call-summary.json"),
        ("lm-eval", "lm-eval/results_2026-07-20T10-00-00.json"), ("promptfoo", "promptfoo/output.json"), ("rated-samples", "rated-samples/run.jsonl"),
        ("tau-bench", "tau-bench/gpt-5-2-low_example_2026-08-30.json"),
    ];

    /// <summary>The site that files of a format are tried on, and the options for it.</summary>
    public static (MemoryTree Site, ImportOptions Options) For(string format) =>
        // These tools have boards of their own.
        format is "crm-space" or "tau-bench" ? (Boards, Options with { Benchmark = null }) : (Sites.Minimal, Options);

    /// <summary>The data of <c>tests/sites/boards</c> in memory.</summary>
    public static MemoryTree Boards => s_boards.Value;

    /// <summary>What was reported as an error, a line each.</summary>
    public IEnumerable<string> Errors =>
        Diagnostics.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.ToString());

    /// <summary>A fixture.</summary>
    /// <param name="path">Path below the folder of fixtures.</param>
    public static ImportFile Fixture(string path) =>
        new(path, File.ReadAllBytes(Repository.PathOf($"tests/CrmBench.Tests/Import/Fixtures/{path}")));

    /// <summary>A file of a text.</summary>
    public static ImportFile FileOf(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Imports fixtures into the small site.</summary>
    public static ImportRun Of(string format, ImportOptions options, params string[] fixtures) =>
        Into(Sites.Minimal, format, options, [.. fixtures.Select(Fixture)]);

    /// <summary>Imports files into a site.</summary>
    public static ImportRun Into(MemoryTree site, string format, ImportOptions options, params ImportFile[] files)
    {
        var catalogue = Catalogues.GetValue(site, Read);
        var diagnostics = new DiagnosticBag();
        options = options with
        {
            ModelsFile = new ImportFile("data/models.csv", site.Read("data/models.csv")),
            ProvidersFile = new ImportFile("data/providers.csv", site.Read("data/providers.csv")),
        };
        var result = Importer.Import(ImportFormats.Find(format)!, files, options, catalogue, diagnostics);
        return new ImportRun(site, result, diagnostics.ToSorted());
    }

    /// <summary>The text of the only file with this name.</summary>
    public string Text(string name) => Assert.Single(Result.Files, file => file.Path.EndsWith("/" + name, StringComparison.Ordinal)).Text;

    /// <summary>The fields left out.</summary>
    public IEnumerable<string> Left => Result.Report.Select(left => left.Field);

    /// <summary>The site with the import in place of submissions of the same names, read without an error.</summary>
    public Catalogue Written()
    {
        var site = Result.Folders.Aggregate(Site, (tree, folder) => tree.Without($"data/{folder}"));
        return Read(Result.Files.Aggregate(site, (tree, file) => tree.With($"data/{file.Path}", Encoding.UTF8.GetBytes(file.Text))));
    }

    /// <summary>The only submission the import made, as the catalogue reads it.</summary>
    public Submission Submission()
    {
        Assert.Empty(Errors);
        var folder = Assert.Single(Result.Files, file => file.Path.EndsWith("/submission.json", StringComparison.Ordinal)).Path.Split('/');
        return Written().Benchmarks.Single(benchmark => benchmark.Id == folder[1])
            .Releases.Single(release => release.Id == folder[3])
            .Submissions.Single(submission => submission.Id == folder[5]);
    }

    private static Catalogue Read(MemoryTree site)
    {
        var diagnostics = new DiagnosticBag();
        var catalogue = CatalogueReader.Read(site, diagnostics);
        Assert.Empty(diagnostics.ToSorted().Where(problem => problem.Severity == Severity.Error));
        return catalogue!;
    }
}
