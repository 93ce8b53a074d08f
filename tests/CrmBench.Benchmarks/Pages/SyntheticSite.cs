using System.Globalization;
using System.Text;

namespace CrmBench.Benchmarks.Pages;

/// <summary>
/// Data of invented models, each with one submission over 30 use cases. A release holds up to 20 models and a provider up to 10, so that
/// boards and pages stay as long as they are and the number of model pages is what grows.
/// </summary>
/// <param name="models">How many models.</param>
internal sealed class SyntheticSite(int models)
{
    public const int UseCases = 30;
    public const int ModelsOfARelease = 20;
    private const int ModelsOfAProvider = 10;

    /// <summary>How many models there are.</summary>
    public int Models { get; } = models;

    private int Providers => (Models + ModelsOfAProvider - 1) / ModelsOfAProvider;

    /// <summary>The score of a model in a use case, in percent with one decimal; any fixed formula does.</summary>
    public static string Score(int model, int useCase) =>
        (((model * 37 + useCase * 101) % 1000) / 10.0).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Writes a repository that crmbench builds.</summary>
    /// <param name="root">A new folder.</param>
    /// <param name="templates">The templates to use, from the root of this repository.</param>
    public void Write(string root, string templates)
    {
        Workplace.Copy(Path.Combine(Workplace.Repository, templates), Path.Combine(root, "templates"));

        // A set of templates need only have what is compared; the few other pages get a line of text.
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Workplace.Repository, "templates", "pages")))
        {
            var copy = Path.Combine(root, "templates", "pages", Path.GetFileName(page));
            if (!File.Exists(copy))
            {
                Workplace.Write(copy, "<p>{{ page.description }}</p>\n");
            }
        }


        // The layout links to the pages of prose; their text links to benchmarks that are not here.
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Workplace.Repository, "content"), "*.md"))
        {
            Workplace.Write(
                Path.Combine(root, "content", Path.GetFileName(page)), "---\ntitle: Prose\ndescription: Prose.\n---\n\nProse.\n");
        }

        Workplace.Write(Path.Combine(root, "data", "site.json"), SiteJson);
        Workplace.Write(
            Path.Combine(root, "data", "providers.csv"),
            "id,name,url,invented\n" + Lines(Providers, provider => $"provider-{provider},Provider {provider},,yes\n"));
        Workplace.Write(
            Path.Combine(root, "data", "models.csv"),
            "id,name,provider,released,openness\n"
                + Lines(Models, model => $"model-{model},Model {model},provider-{model / ModelsOfAProvider},,\n"));
        Workplace.Write(
            Path.Combine(root, "data", "prices.csv"),
            "model,input_usd_per_mtok,output_usd_per_mtok,valid_from,valid_to,source\n");
        var benchmark = Path.Combine(root, "data", "benchmarks", "synthetic");
        Workplace.Write(Path.Combine(benchmark, "benchmark.json"), BenchmarkJson);
        Workplace.Write(
            Path.Combine(benchmark, "use-cases.csv"),
            "id,name,area,type,profile\n" + Lines(UseCases, useCase => $"use-case-{useCase},Use case {useCase},,,\n"));
        for (var first = 0; first < Models; first += ModelsOfARelease)
        {
            WriteRelease(Path.Combine(benchmark, "releases", $"release-{first / ModelsOfARelease}"), first);
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

    private void WriteRelease(string folder, int first)
    {
        Workplace.Write(Path.Combine(folder, "release.json"), ReleaseJson(new DateOnly(2020, 1, 1).AddDays(first / ModelsOfARelease)));
        for (var model = first; model < Math.Min(first + ModelsOfARelease, Models); model++)
        {
            var submission = Path.Combine(folder, "submissions", $"model-{model}");
            Workplace.Write(Path.Combine(submission, "submission.json"), SubmissionJson(model));
            Workplace.Write(
                Path.Combine(submission, "scores.csv"),
                "use_case,metric,value,n,source\n"
                    + Lines(UseCases, useCase => $"use-case-{useCase},solved,{Score(model, useCase)},1000,\n"));
        }
    }

    private const string SiteJson =
        """
        {
          "schema": 1,
          "title": "Synthetic",
          "description": "Invented results for a benchmark of the program.",
          "base_url": "https://example.org/synthetic/",
          "repository_url": "https://example.org/repository",
          "benchmarks": ["synthetic"],
          "featured": "synthetic"
        }

        """;

    private const string BenchmarkJson =
        """
        {
          "schema": 1,
          "name": "Synthetic benchmark",
          "short_name": "Synthetic",
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
                {
                  "id": "solved", "name": "Solved", "description": "Share of tasks solved.",
                  "unit": "percent", "better": "higher", "methods": ["automated"]
                }
              ]
            }
          ]
        }

        """;

    private static string ReleaseJson(DateOnly date) =>
        $$"""
        { "schema": 1, "date": "{{date:yyyy-MM-dd}}", "status": "frozen", "changes": "More models.", "known_limits": [] }

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
