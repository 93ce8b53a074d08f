using System.Globalization;
using CrmBench.Cli.Console;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd.Faults;

/// <summary>A way in which a call fails.</summary>
/// <param name="Kind">As <c>faults.c</c> calls it.</param>
/// <param name="CanSwap">Whether the file system can exchange two names in one step.</param>
internal sealed record Fault(string Kind, bool CanSwap)
{
    public static readonly string[] Kinds = ["kill", "killed", "error", "full"];

    public bool Kills => Kind is "kill" or "killed";
}

/// <summary>What stands where the site should be.</summary>
internal enum SiteState
{
    Missing,
    Old,
    New,
    Neither,
}

/// <summary>A small repository whose site was built, and whose data changed since, so that a build has an old site to replace by a new one.</summary>
internal sealed class Trial
{
    private readonly string _root;
    private readonly string? _preload;
    private readonly Dictionary<string, byte[]> _old;
    private Dictionary<string, byte[]> _new = [];

    private Trial(string root, string? preload, Dictionary<string, byte[]> old) => (_root, _preload, _old) = (root, preload, old);

    private string Output => Path.Combine(_root, "output");

    /// <summary>Builds the old site, and once the new one so that it can be told.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="preload">The compiled <c>faults.c</c>, or null where nothing is to fail.</param>
    public static async Task<Trial> Prepare(TemporaryFolder folder, string? preload)
    {
        folder.Copy(Repository.PathOf("tests", "sites", "minimal"));
        folder.Write("output/.gitignore", "*\n!.gitignore\n");
        await Build(folder.Path, []);
        var trial = new Trial(folder.Path, preload, FolderContent.Read(folder.PathOf("output")));
        var settings = File.ReadAllText(folder.PathOf("data/site.json"));
        var title = System.Text.Json.JsonDocument.Parse(settings).RootElement.GetProperty("title").GetString()!;
        folder.Write("data/site.json", settings.Replace(title, title + " anew", StringComparison.Ordinal));
        await Build(folder.Path, []);
        trial._new = FolderContent.Read(folder.PathOf("output"));
        Assert.Equal(SiteState.New, trial.State());
        trial.BringBackTheOld();
        return trial;
    }

    /// <summary>How many calls of a whole build change something.</summary>
    public async Task<int> CountCalls(bool canSwap)
    {
        BringBackTheOld();
        var counted = Path.Combine(_root, "counted");
        Assert.Equal(ExitCodes.Right, (await Build(_root, Environment(new Fault("", canSwap), 0, counted))).ExitCode);
        // Every process of the run writes a line; those that did nothing here write a zero.
        var calls = File.ReadAllLines(counted).Max(line => int.Parse(line, CultureInfo.InvariantCulture));
        File.Delete(counted);
        return calls;
    }

    /// <summary>The first call before which the new site is in its place, found by halving.</summary>
    public async Task<int> FindChange(bool canSwap, int calls)
    {
        var (before, after) = (0, calls);
        while (after - before > 1)
        {
            BringBackTheOld();
            var middle = before + ((after - before) / 2);
            await Build(_root, Environment(new Fault("kill", canSwap), middle, counted: null));
            (before, after) = State() == SiteState.New ? (before, middle) : (middle, after);
        }

        return after;
    }

    /// <summary>Stops a build at a call, holds what is left against the promises, and lets the next build go through.</summary>
    /// <returns>What happened, in words, to be counted.</returns>
    public async Task<string> Stop(Fault fault, int at)
    {
        BringBackTheOld();
        var where = $"{fault} at {at}";

        var run = await Build(_root, Environment(fault, at, counted: null));

        var state = State();
        var told = $"{where}: {state}, {run.ExitCode}\n{run.Error}";
        Assert.True(state is SiteState.Old or SiteState.New || (state == SiteState.Missing && fault is { Kills: true, CanSwap: false }), told);
        if (!fault.Kills)
        {
            Assert.True(run.ExitCode is ExitCodes.Right or ExitCodes.MachineTrouble, told);
            Assert.True(run.ExitCode == ExitCodes.Right || run.Error.TrimEnd('\n') is { Length: > 0 } line && !line.Contains('\n', StringComparison.Ordinal), told);
            // The words and the disk agree.
            Assert.True((state == SiteState.Old) == run.Error.Contains("Nothing was written.", StringComparison.Ordinal), told);
            Assert.True((state == SiteState.New) == (run.ExitCode == ExitCodes.Right || run.Error.Contains("was written to output/", StringComparison.Ordinal)), told);
        }

        if (fault.Kind == "full")
        {
            Assert.False(Directory.Exists(Path.Combine(_root, ".output.new")), told);
        }

        var next = await Build(_root, []);

        Assert.True(next.ExitCode == ExitCodes.Right && State() == SiteState.New, $"{told}\nthen {State()}, {next.ExitCode}\n{next.Error}");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root, ".output.*"));
        return $"{(fault.CanSwap ? "exchange" : "two renames")}, {fault.Kind}: {state}{(fault.Kills ? "" : $", exit code {run.ExitCode}")}";
    }

    /// <summary>Builds by a shell, with the redirection that is given.</summary>
    public Task<ChildProcess> Shell(string redirection)
    {
        var (program, arguments) = Program;
        var command = string.Join(' ', [program, .. arguments, "build", "--no-verify", "--root", _root]);
        return ChildProcess.Run("/bin/sh", new Dictionary<string, string>(), "-c", $"cd '{_root}' && exec {command} {redirection}");
    }

    public SiteState State() =>
        !Directory.Exists(Output) ? SiteState.Missing
        : FolderContent.Read(Output) is var files && Same(files, _new) ? SiteState.New
        : Same(files, _old) ? SiteState.Old
        : SiteState.Neither;

    private void BringBackTheOld()
    {
        foreach (var folder in Directory.EnumerateDirectories(_root, "*output*"))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, content) in _old)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Output, path))!);
            File.WriteAllBytes(Path.Combine(Output, path), content);
        }
    }

    private Dictionary<string, string> Environment(Fault fault, int at, string? counted)
    {
        var environment = new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = _preload!,
            // The site and the names beside it that a build works with.
            ["FAULT_UNDER"] = _root + "/",
            ["FAULT_AT"] = at.ToString(CultureInfo.InvariantCulture),
            ["FAULT_KIND"] = fault.Kind,
        };
        if (!fault.CanSwap)
        {
            environment["FAULT_NO_SWAP"] = "1";
        }

        if (counted is not null)
        {
            environment["FAULT_COUNT"] = counted;
        }

        return environment;
    }

    private static (string Program, string[] Arguments) Program =>
        System.Environment.GetEnvironmentVariable("CRMBENCH_PROGRAM") is { } published
            ? (Path.GetFullPath(published), [])
            : ("dotnet", [Path.Combine(AppContext.BaseDirectory, "crmbench.dll")]);

    private static Task<ChildProcess> Build(string root, Dictionary<string, string> environment)
    {
        var (program, arguments) = Program;
        return ChildProcess.Run(program, environment, [.. arguments, "build", "--no-verify", "--root", root]);
    }

    private static bool Same(Dictionary<string, byte[]> found, Dictionary<string, byte[]> expected) =>
        found.Count == expected.Count
        && found.All(file => expected.TryGetValue(file.Key, out var content) && file.Value.AsSpan().SequenceEqual(content));
}
