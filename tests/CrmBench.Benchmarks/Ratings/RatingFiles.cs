using System.Text;

namespace CrmBench.Benchmarks.Ratings;

/// <summary>A million invented ratings: 100 models x 20 use cases x 100 items x 5 raters, four metrics on a scale from 1 to 4.</summary>
internal static class RatingFiles
{
    private const int Models = 100, UseCases = 20, Items = 100, Raters = 5;

    private static readonly string[] Metrics = ["factuality", "instruction-following", "conciseness", "completeness"];

    /// <summary>Writes a repository with nothing but these data and the templates, which a check reads too.</summary>
    /// <returns>How many rating rows it has.</returns>
    public static int Write(string root)
    {
        Workplace.Copy(Path.Combine(Workplace.Repository, "templates"), Path.Combine(root, "templates"));
        var data = Path.Combine(root, "data");
        Workplace.Write(Path.Combine(data, "site.json"), SiteJson);
        Workplace.Write(Path.Combine(data, "providers.csv"), "id,name,url,invented\nprovider,Provider,,yes\n");
        Workplace.Write(
            Path.Combine(data, "models.csv"),
            Table("id,name,provider,released,openness", Models, model => $"model-{model},Model {model},provider,,"));
        Workplace.Write(Path.Combine(data, "prices.csv"), "model,input_usd_per_mtok,output_usd_per_mtok,valid_from,valid_to,source\n");
        var benchmark = Path.Combine(data, "benchmarks", "ratings");
        Workplace.Write(Path.Combine(benchmark, "benchmark.json"), BenchmarkJson());
        Workplace.Write(
            Path.Combine(benchmark, "use-cases.csv"),
            Table("id,name,area,type,profile", UseCases, useCase => $"use-case-{useCase},Use case {useCase},,,"));
        var release = Path.Combine(benchmark, "releases", "2026-01");
        Workplace.Write(Path.Combine(release, "release.json"), ReleaseJson);
        for (var model = 0; model < Models; model++)
        {
            var submission = Path.Combine(release, "submissions", $"model-{model}");
            Workplace.Write(Path.Combine(submission, "submission.json"), SubmissionJson(model));
            Workplace.Write(Path.Combine(submission, "ratings.csv"), Ratings(model));
        }

        return Models * UseCases * Items * Raters;
    }

    private static string Table(string header, int count, Func<int, string> row) =>
        string.Join('\n', Enumerable.Range(0, count).Select(row).Prepend(header)) + "\n";

    private static string Ratings(int model)
    {
        // Raters agree more or less: the grade belongs to model and item, and each rater strays from it now and then.
        var chance = new Random(model);
        var ratings = new StringBuilder($"use_case,item,rater,{string.Join(',', Metrics)}\n");
        for (var useCase = 0; useCase < UseCases; useCase++)
        {
            for (var item = 0; item < Items; item++)
            {
                var grade = 1 + chance.Next(4);
                for (var rater = 0; rater < Raters; rater++)
                {
                    ratings.Append($"use-case-{useCase},item-{item},rater-{rater}");
                    foreach (var _ in Metrics)
                    {
                        ratings.Append(',').Append(Math.Clamp(grade + (chance.Next(4) == 0 ? chance.Next(-1, 2) : 0), 1, 4));
                    }

                    ratings.Append('\n');
                }
            }
        }

        return ratings.ToString();
    }

    private const string SiteJson =
        """
        {
          "schema": 1,
          "title": "Ratings",
          "description": "Invented ratings for a benchmark of the program.",
          "base_url": "https://example.org/ratings/",
          "repository_url": "https://example.org/repository",
          "benchmarks": ["ratings"],
          "featured": "ratings"
        }

        """;

    private const string ReleaseJson =
        """
        { "schema": 1, "date": "2026-01-31", "status": "frozen", "changes": "First release.", "known_limits": [] }

        """;

    private static string BenchmarkJson() =>
        $$"""
        {
          "schema": 1,
          "name": "Invented ratings",
          "short_name": "Ratings",
          "question": "Which invented model is rated best?",
          "summary": "Nothing was measured.",
          "invented": true,
          "confidence_level": 0.95,
          "rank_by": "accuracy",
          "call_noun": "call",
          "methods": [{ "id": "manual", "name": "Manual", "judged_by": "people", "description": "Invented." }],
          "dimensions": [
            {
              "id": "accuracy",
              "name": "Accuracy",
              "description": "Mean of the metrics.",
              "metrics": [
                {{string.Join(",\n        ", Metrics.Select(MetricJson))}}
              ]
            }
          ]
        }

        """;

    private static string MetricJson(string id) =>
        $$"""
        { "id": "{{id}}", "name": "{{id}}", "description": "Invented.", "unit": "grade", "better": "higher",
          "methods": ["manual"], "scale": { "lowest": 1, "highest": 4 } }
        """;

    private static string SubmissionJson(int model) =>
        $$"""
        {
          "schema": 1,
          "model": "model-{{model}}",
          "submitted_by": "A generator",
          "method": "manual",
          "sources": [{ "id": "generator", "title": "A generator", "url": "https://example.org/generator", "licence": "CC0-1.0" }]
        }

        """;
}
