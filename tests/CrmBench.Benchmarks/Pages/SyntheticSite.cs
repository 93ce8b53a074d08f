using System.Globalization;
using System.Text;

namespace CrmBench.Benchmarks.Pages;

/// <summary>
/// Data of invented models, each with one submission over 30 use cases. A benchmark holds up to 100 models, so that the boards stay as
/// long as boards are and the number of model pages is what grows.
/// </summary>
/// <param name="models">How many models.</param>
internal sealed class SyntheticSite(int models)
{
    public const int UseCases = 30;
    public const int ModelsOfABenchmark = 100;

    /// <summary>How many models there are.</summary>
    public int Models { get; } = models;

    /// <summary>How many benchmarks they fill.</summary>
    public int Benchmarks { get; } = (models + ModelsOfABenchmark - 1) / ModelsOfABenchmark;

    /// <summary>The score of a model in a use case, in percent with one decimal; any fixed formula does.</summary>
    public static string Score(int model, int useCase) =>
        (((model * 37 + useCase * 101) % 1000) / 10.0).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Writes a repository that crmbench builds: the data, and this repository's own templates and assets.</summary>
    public void Write(string root)
    {
        Workplace.Copy(Path.Combine(Workplace.Repository, "templates"), Path.Combine(root, "templates"));

        // The layout links to the pages of prose; their text links to benchmarks that are not here.
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Workplace.Repository, "content"), "*.md"))
        {
            Workplace.Write(Path.Combine(root, "content", Path.GetFileName(page)), "---\ntitle: Prose\ndescription: Prose.\n---\n\nProse.\n");
        }

        Workplace.Write(Path.Combine(root, "data", "site.json"), SiteJson());
        Workplace.Write(Path.Combine(root, "data", "providers.csv"), "id,name,url,invented\nprovider,Provider,,yes\n");
        Workplace.Write(
            Path.Combine(root, "data", "models.csv"),
            "id,name,provider,released,openness\n" + Lines(Models, model => $"model-{model},Model {model},provider,,\n"));
        Workplace.Write(
            Path.Combine(root, "data", "prices.csv"),
            "model,input_usd_per_mtok,output_usd_per_mtok,valid_from,valid_to,source\n");
        for (var benchmark = 0; benchmark < Benchmarks; benchmark++)
        {
            WriteBenchmark(Path.Combine(root, "data", "benchmarks", $"benchmark-{benchmark}"), benchmark);
        }
    }

    private static string Lines(int count, Func<int, string> line)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            lines.Append(line(i));
        }

        return lines.ToString();
    }

    private void WriteBenchmark(string folder, int benchmark)
    {
        Workplace.Write(Path.Combine(folder, "benchmark.json"), BenchmarkJson(benchmark));
        Workplace.Write(
            Path.Combine(folder, "use-cases.csv"),
            "id,name,area,type,profile\n" + Lines(UseCases, useCase => $"use-case-{useCase},Use case {useCase},,,\n"));
        var release = Path.Combine(folder, "releases", "2026-01");
        Workplace.Write(Path.Combine(release, "release.json"), ReleaseJson);
        var first = benchmark * ModelsOfABenchmark;
        for (var model = first; model < Math.Min(first + ModelsOfABenchmark, Models); model++)
        {
            var submission = Path.Combine(release, "submissions", $"model-{model}");
            Workplace.Write(Path.Combine(submission, "submission.json"), SubmissionJson(model));
            Workplace.Write(
                Path.Combine(submission, "scores.csv"),
                "use_case,metric,value,n,source\n" + Lines(UseCases, useCase => $"use-case-{useCase},solved,{Score(model, useCase)},1000,\n"));
        }
    }

    private string SiteJson() =>
        $$"""
        {
          "schema": 1,
          "title": "Synthetic",
          "description": "Invented results for a benchmark of the program.",
          "base_url": "https://example.org/synthetic/",
          "repository_url": "https://example.org/repository",
          "benchmarks": [{{string.Join(", ", Enumerable.Range(0, Benchmarks).Select(benchmark => $"\"benchmark-{benchmark}\""))}}],
          "featured": "benchmark-0"
        }

        """;

    private static string BenchmarkJson(int benchmark) =>
        $$"""
        {
          "schema": 1,
          "name": "Synthetic benchmark {{benchmark}}",
          "short_name": "Synthetic {{benchmark}}",
          "question": "Which invented model solves most?",
          "summary": "Nothing was measured.",
          "invented": true,
          "confidence_level": 0.95,
          "rank_by": "accuracy",
          "call_noun": "task",
          "methods": [{ "id": "automated", "name": "Automated", "judged_by": "programs", "description": "Invented." }],
          "dimensions": [
            {
              "id": "accuracy",
              "name": "Accuracy",
              "description": "Share of tasks solved.",
              "metrics": [
                { "id": "solved", "name": "Solved", "description": "Share of tasks solved.", "unit": "percent", "better": "higher", "methods": ["automated"] }
              ]
            }
          ]
        }

        """;

    private const string ReleaseJson =
        """
        { "schema": 1, "date": "2026-01-31", "status": "frozen", "changes": "First release.", "known_limits": [] }

        """;

    private static string SubmissionJson(int model) =>
        $$"""
        {
          "schema": 1,
          "model": "model-{{model}}",
          "submitted_by": "A formula",
          "method": "automated",
          "sources": [{ "id": "formula", "title": "A formula", "url": "https://example.org/formula", "licence": "CC0-1.0" }]
        }

        """;
}
