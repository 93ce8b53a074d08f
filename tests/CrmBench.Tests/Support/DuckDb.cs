using System.Text.Json;

namespace CrmBench.Tests.Support;

/// <summary>
/// DuckDB from the npm registry (MIT; in tests alone): a reader of CSV and Parquet that nobody here wrote. Where there is no npm it is installed through
/// apt, if we may; else the tests are skipped with the reason.
/// </summary>
public sealed class DuckDb : IAsyncLifetime
{
    private const string Entry = "@duckdb/node-api/lib/index.js";

    private const string Script = """
        import { readFileSync } from 'node:fs';
        import { DuckDBInstance } from 'MODULES/@duckdb/node-api/lib/index.js';
        const connection = await (await DuckDBInstance.create(':memory:')).connect();
        const all = [];
        for (const sql of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
            all.push((await connection.runAndReadAll(sql)).getRowObjectsJson());
        }
        process.stdout.write(JSON.stringify(all));
        """;

    private static readonly NpmPackages Packages = new("duckdb-1.5.6", "@duckdb/node-api@1.5.6-r.1");

    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync() => await Packages.InstallAsync(Entry);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs queries one after the other.</summary>
    /// <param name="queries">SQL.</param>
    /// <returns>Per query its rows, each an object by column; whole numbers of 64 bits and days are text.</returns>
    public async Task<JsonElement[][]> QueryAsync(params string[] queries)
    {
        Prerequisite.Require(File.Exists(Packages.PathOf(Entry)), "There is no DuckDB. Install npm and let it reach its registry.");
        var modules = new Uri(Packages.PathOf("").TrimEnd('/')).AbsoluteUri;
        var script = _folder.Write("query.mjs", Script.Replace("MODULES", modules, StringComparison.Ordinal));
        var input = _folder.Write("queries.json", JsonSerializer.Serialize(queries));
        var run = await ChildProcess.Run(Installed.Find("node")!, new Dictionary<string, string>(), script, input);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonSerializer.Deserialize<JsonElement[][]>(run.Output)!;
    }
}
