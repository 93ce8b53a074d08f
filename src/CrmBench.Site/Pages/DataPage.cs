using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Data.Forms;
using CrmBench.Site.Downloads;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>Where the data are: the prose on licences and citing, every board as CSV and JSON, and the folder of every release.</summary>
internal static class DataPage
{
    private static readonly (string Path, string What)[] Shared =
    [
        ("data/README.md", "The dictionary: every file, column, type, unit and range"),
        ("data/models.csv", "The models"),
        ("data/providers.csv", "The providers"),
        ("data/prices.csv", "List prices of tokens, with their days and sources"),
    ];

    public static ScriptObject Model(SiteIndex index, Text prose)
    {
        var model = TextPage.Model(index, Addresses.Data, "data", "Where are the data, and may I use them?", prose);
        model["files"] = new ScriptObject
        {
            ["releases"] = Models.List(
                index.Scored.Benchmarks.SelectMany(benchmark => benchmark.Releases, (benchmark, release) => (benchmark, release)),
                entry => Release(index, entry.benchmark.Benchmark, entry.release)),
            ["shared"] = Models.List(Shared, file => new ScriptObject
            {
                ["path"] = file.Path,
                ["what"] = file.What,
                ["url"] = index.InRepository(new SourcePlace(file.Path)),
            }),
            ["schemas"] = Models.List(SchemaFiles.All, schema => new ScriptObject
            {
                ["about"] = schema.About,
                ["what"] = schema.Meaning,
                ["kind"] = schema.IsTable ? "Table Schema" : "JSON Schema",
                ["path"] = PublishedSchemas.PathOf(schema),
            }),
        };
        model["contents"] = Contents.Model(
        [
            .. Contents.Of(prose.Body),
            ("files", "The files behind every page"),
            ("schemas", "Schemas for editors and programs"),
        ]);
        return model;
    }

    private static ScriptObject Release(SiteIndex index, Benchmark benchmark, ScoredRelease scored) => new()
    {
        ["name"] = benchmark.Name,
        ["release"] = ReleaseText.Name(scored.Release),
        ["board"] = Addresses.Release(benchmark, scored.Release),
        ["date"] = Format.Date(scored.Release.Date),
        ["count"] = Format.Count(scored.Release.Submissions.Length),
        ["invented"] = benchmark.Invented,
        ["downloads"] = Models.List(scored.Boards, board => new ScriptObject
        {
            ["method"] = board.Method.Name,
            ["csv"] = DownloadFiles.PathOf(board, "csv"),
            ["json"] = DownloadFiles.PathOf(board, "json"),
        }),
        ["url"] = index.InRepository(new SourcePlace($"data/benchmarks/{benchmark.Id}/releases/{scored.Release.Id}")),
    };
}
