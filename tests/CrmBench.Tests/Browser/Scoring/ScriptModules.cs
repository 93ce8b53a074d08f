using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>
/// The site's modules that compute and draw nothing, run by Node, which starts in a tenth of the time of a page. That a page loads them with
/// fingerprints and under its policy is seen by the tests of the pages that use them.
/// </summary>
internal static class ScriptModules
{
    // Node's JSON has no infinity; both sides write it as a text.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static readonly Lazy<TemporaryFolder> Modules = new(Copy);

    private static readonly Lazy<Task> Installation = new(() => DebianPackages.TryInstallAsync("nodejs"));

    /// <summary>Runs a function of the modules and one argument, and gives what it returns.</summary>
    /// <param name="modules">Names of the modules without <c>.js</c>; the function gets them as one object by name, hyphens left out.</param>
    /// <param name="function">JavaScript, such as <c>({ format }, value) => format.usd(value)</c>.</param>
    /// <param name="argument">Its second argument, as JSON can say it; infinite numbers too.</param>
    /// <typeparam name="T">What the answer's JSON is read as.</typeparam>
    public static async Task<T> RunAsync<T>(string[] modules, string function, object argument)
    {
        if (Installed.Find("node") is null)
        {
            await Installation.Value;
        }

        var node = Installed.Find("node");
        Prerequisite.Require(node is not null, "There is no Node. Install it: apt-get install nodejs.");
        using var call = new TemporaryFolder();
        var script = call.Write(
            "call.mjs",
            $$"""
            import { readFileSync, writeFileSync } from "node:fs";
            import { pathToFileURL } from "node:url";
            const names = { Infinity, "-Infinity": -Infinity, NaN };
            const read = (_, value) => typeof value === "string" && Object.hasOwn(names, value) ? names[value] : value;
            const written = (_, value) => typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
            const modules = {};
            for (const name of {{JsonSerializer.Serialize(modules)}}) {
              modules[name.replace("-", "")] = await import(pathToFileURL({{JsonSerializer.Serialize(Modules.Value.Path)}} + `/${name}.js`));
            }
            const argument = JSON.parse(readFileSync(process.argv[2], "utf8"), read);
            writeFileSync(process.argv[3], JSON.stringify(await ({{function}})(modules, argument), written));
            """);
        var input = call.Write("argument.json", JsonSerializer.Serialize(argument, Json));

        var run = await ChildProcess.Run(node!, new Dictionary<string, string>(), script, input, call.PathOf("answer.json"));

        Assert.True(run.ExitCode == 0, run.Error);
        return JsonSerializer.Deserialize<T>(await File.ReadAllTextAsync(call.PathOf("answer.json"), Encoding.UTF8), Json)!;
    }

    /// <summary>The text of a file of the site, such as a board's data.</summary>
    /// <param name="path">Its path below the site's root.</param>
    public static string TextOf(string path) => Encoding.UTF8.GetString(BoardsSite.Files[path]);

    // Node takes a .js file for a module where the package says so.
    private static TemporaryFolder Copy()
    {
        var folder = SharedFolders.Make();
        folder.Copy(Repository.PathOf("templates/assets/js"));
        folder.Write("package.json", "{ \"type\": \"module\" }");
        return folder;
    }
}
