using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Tests.Support;
using Microsoft.Playwright;

namespace CrmBench.Benchmarks.Tables;

/// <summary>
/// How soon a board of 1,000 and 10,000 rows in twelve columns answers in Chromium: from a keystroke in the search for a model, and
/// from a sort, to the painted frame; beside Tabulator and DataTables with the same rows in the same run, where npm can install them.
/// </summary>
internal static class TableBenchmark
{
    private const int Times = 15;

    /// <summary>Milliseconds between two things a quick reader does, in which a browser finishes what it draws for the one before.</summary>
    private const int Pause = 100;

    // The frame is painted when the task after its animation callbacks begins. What is timed begins within such a callback: what the
    // reader does then ends in the very frame that it begins in, and no time is lost in waiting for the next.
    private const string Frame =
        "const frame = () => new Promise(done => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));";

    // Our board says by an attribute when it answers; the others call back.
    private const string Watch =
        """
        new MutationObserver(() => { if (document.querySelector("[data-board][data-ready]")) window.ready ??= performance.now(); })
          .observe(document, { subtree: true, attributeFilter: ["data-ready"] });
        """;

    // Without a limit on frames a time is what the work takes, not the wait for the screen.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-frame-rate-limit", "--disable-gpu-vsync",
    ];

    private static readonly string[] Searches = ["m", "mo", "model 1", "model 12", "model", "mod", "model 2", "model 23", "model 3", "1", "12", "setting", "setting 1", "9", "model 4"];

    /// <summary>Runs it, prints a line a table and size, and returns our times.</summary>
    /// <param name="sizes">Numbers of rows; none means the two usual ones.</param>
    public static async Task<ImmutableArray<(string Name, TimeSpan Time)>> RunAsync(int[] sizes)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Installed.Find("chromium") ?? Installed.Find("google-chrome"),
            Headless = true,
            Args = Arguments,
        });
        Console.WriteLine($"Milliseconds to the painted frame, median of {Times}, on {Environment.ProcessorCount} processors");
        Console.WriteLine($"{"rows",8} {"table",-12} {"usable",8} {"search",8} {"sort",8}");
        var figures = ImmutableArray.CreateBuilder<(string Name, TimeSpan Time)>();
        foreach (var rows in sizes is [] ? [1_000, 10_000] : sizes)
        {
            var times = await MeasureAsync(browser, rows);
            string[] names = ["usable", "search", "sort"];
            figures.AddRange(names.Zip(times, (name, time) => ($"{name} in {rows} rows", TimeSpan.FromMilliseconds(time))));
        }

        return figures.ToImmutable();
    }

    private static async Task<double[]> MeasureAsync(IBrowser browser, int rows)
    {
        using var place = new Workplace();
        var site = new TableSite(rows);
        var source = Path.Combine(place.Folder, "source");
        site.Write(source);
        Timing.RunProgram(Workplace.PublishedProgram(), "build", "--no-verify", "--root", source);
        await using (var server = PagesServer.Start(FolderContent.Read(Path.Combine(source, "output")), "/table/"))
        {
            var ours = await MeasureAsync(
                browser,
                server.AddressOf("table/"),
                ".board tbody.complete",
                """
                while (!window.ready) await frame();
                const find = document.querySelector(".find");
                window.find = text => { find.value = text; find.dispatchEvent(new InputEvent("input", { bubbles: true })); };
                window.order = column => document.querySelector(`th[data-col="${column}"] .sort`).click();
                """);
            Print(rows, "crmbench", ours, ours);
            if (Installed.Find("npm") is not { } npm)
            {
                Console.WriteLine("npm is not installed: nothing to compare with.");
                return ours;
            }

            Timing.RunProgram(npm, ["install", "--silent", "--prefix", place.Folder, .. RivalPages.Packages]);
            var files = new Dictionary<string, byte[]>(RivalPages.Write(site), StringComparer.Ordinal);
            foreach (var (path, content) in FolderContent.Read(Path.Combine(place.Folder, "node_modules")))
            {
                files["node_modules/" + path] = content;
            }

            await using var rivals = PagesServer.Start(files);
            foreach (var (name, body) in new[] { ("tabulator", ".tabulator-table"), ("datatables", "#table tbody") })
            {
                Print(rows, name, await MeasureAsync(browser, rivals.AddressOf(name + "/"), body, "while (!window.ready) await frame();"), ours);
            }

            return ours;
        }
    }

    private static async Task<double[]> MeasureAsync(IBrowser browser, string address, string body, string prepare)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(address);
        var times = await page.EvaluateAsync<double[]>(
            $$"""
            async ([searches, columns, body]) => {
              {{Frame}}
              {{prepare}}
              const median = times => times.sort((a, b) => a - b)[times.length >> 1];
              const time = async act => {
                await new Promise(done => setTimeout(done, {{Pause}}));
                await frame();
                const painted = await new Promise(done => requestAnimationFrame(() => {
                  const from = performance.now();
                  const channel = new MessageChannel();
                  channel.port1.onmessage = () => done(performance.now() - from);
                  channel.port2.postMessage(0);
                  act();
                }));
                const shown = document.querySelector(body).textContent.slice(0, 300);
                await frame();
                await frame();
                if (document.querySelector(body).textContent.slice(0, 300) !== shown) throw new Error("What was timed came after the frame.");
                return painted;
              };
              const found = [], sorted = [];
              for (const text of searches) found.push(await time(() => window.find(text)));
              window.find("");
              for (let i = 0; i < {{Times}}; i++) sorted.push(await time(() => window.order(columns[i % columns.length])));
              return [window.ready, median(found), median(sorted)];
            }
            """,
            new object[] { Searches, TableSite.Dimensions, body });
        await page.CloseAsync();
        return times;
    }

    private static void Print(int rows, string name, double[] times, double[] ours) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{rows,8:N0} {name,-12} {times[0],8:0} {times[1],8:0.0} {times[2],8:0.0}   {times[1] / ours[1],5:0.0} x, {times[2] / ours[2],5:0.0} x"));
}
