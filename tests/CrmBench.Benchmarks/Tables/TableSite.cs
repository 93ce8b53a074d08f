using System.Globalization;
using System.Text;

namespace CrmBench.Benchmarks.Tables;

/// <summary>One board of many invented rows in twelve columns: rank, model, score, eight more dimensions, source.</summary>
/// <param name="rows">How many rows.</param>
internal sealed class TableSite(int rows)
{
    private const int RowsOfAModel = 20;

    /// <summary>Dimensions; the first ranks.</summary>
    public static readonly string[] Dimensions = ["solved", "tone", "recall", "format", "safety", "privacy", "fairness", "truth", "calm"];

    /// <summary>How many rows there are.</summary>
    public int Rows { get; } = rows;

    private int Models => (Rows + RowsOfAModel - 1) / RowsOfAModel;

    /// <summary>Name of a row's model.</summary>
    public static string Model(int row) => $"Model {Number(row / RowsOfAModel)}";

    /// <summary>What sets a row apart from the others of its model.</summary>
    public static string Variant(int row) => $"setting {Number(row % RowsOfAModel)}";

    /// <summary>A figure in percent with one decimal; any fixed formula does.</summary>
    public static double Value(int row, int dimension) => (((row * 7919L) + (dimension * 104729L)) % 1000) / 10.0;

    /// <summary>Writes a repository that crmbench builds.</summary>
    public void Write(string root)
    {
        Workplace.Copy(Path.Combine(Workplace.Repository, "templates"), Path.Combine(root, "templates"));
        Directory.CreateDirectory(Path.Combine(root, "content"));
        var data = Path.Combine(root, "data");
        Workplace.Write(Path.Combine(data, "site.json"), SiteJson);
        Workplace.Write(Path.Combine(data, "providers.csv"), "id,name,url,invented\nprovider,Provider,,yes\n");
        Workplace.Write(
            Path.Combine(data, "models.csv"),
            "id,name,provider,released,openness\n"
                + string.Concat(Enumerable.Range(0, Models).Select(model => $"model-{Number(model)},Model {Number(model)},provider,,\n")));
        Workplace.Write(Path.Combine(data, "prices.csv"), "model,input_usd_per_mtok,output_usd_per_mtok,valid_from,valid_to,source\n");
        var benchmark = Path.Combine(data, "benchmarks", "table");
        Workplace.Write(Path.Combine(benchmark, "benchmark.json"), BenchmarkJson());
        Workplace.Write(Path.Combine(benchmark, "use-cases.csv"), "id,name,area,type,profile\nonly,Only one,,,\n");
        var release = Path.Combine(benchmark, "releases", "2026-01");
        Workplace.Write(
            Path.Combine(release, "release.json"),
            """{ "schema": 1, "date": "2026-01-01", "status": "frozen", "changes": "First.", "known_limits": [] }""" + "\n");
        for (var row = 0; row < Rows; row++)
        {
            WriteSubmission(Path.Combine(release, "submissions", $"row-{Number(row)}"), row);
        }
    }

    private static void WriteSubmission(string folder, int row)
    {
        Workplace.Write(
            Path.Combine(folder, "submission.json"),
            $$"""
            {
              "schema": 1, "model": "model-{{Number(row / RowsOfAModel)}}", "variant": "{{Variant(row)}}", "submitted_by": "A formula", "method": "automated",
              "sources": [{ "id": "formula", "title": "A formula", "url": "https://example.org/formula", "licence": "CC0-1.0" }]
            }

            """);
        var scores = new StringBuilder("use_case,metric,value,n,source\n");
        for (var dimension = 0; dimension < Dimensions.Length; dimension++)
        {
            scores.Append(CultureInfo.InvariantCulture, $"only,{Dimensions[dimension]}-rate,{Value(row, dimension):0.0},1000,formula\n");
        }

        Workplace.Write(Path.Combine(folder, "scores.csv"), scores.ToString());
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private const string SiteJson =
        """
        {
          "schema": 1, "title": "Table", "description": "Invented results for a benchmark of the browser's table.",
          "base_url": "https://example.org/table/", "repository_url": "https://example.org/repository",
          "benchmarks": ["table"], "featured": "table"
        }

        """;

    private static string BenchmarkJson()
    {
        var dimensions = Dimensions.Select(id =>
            $$"""
            {
              "id": "{{id}}", "name": "{{id}}", "description": "Invented.",
              "metrics": [{
                "id": "{{id}}-rate", "name": "{{id}} rate", "description": "Invented.", "unit": "percent", "better": "higher", "methods": ["automated"]
              }]
            }
            """);
        return $$"""
            {
              "schema": 1, "name": "Table", "short_name": "Table", "question": "Which invented row is first?", "summary": "Nothing was measured.",
              "invented": true, "confidence_level": 0.95, "rank_by": "solved", "call_noun": "task",
              "methods": [{ "id": "automated", "name": "Automated", "judged_by": "programs", "description": "Invented." }],
              "dimensions": [{{string.Join(",\n", dimensions)}}]
            }

            """;
    }
}
