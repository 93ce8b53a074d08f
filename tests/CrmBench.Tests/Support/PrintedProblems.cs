using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Site.Publishing;
using CrmBench.Site.Verification;
using CrmBench.Tests.Data;

namespace CrmBench.Tests.Support;

/// <summary>What is printed about a broken site, a line a problem.</summary>
internal static partial class PrintedProblems
{
    // Asked for by the test of what is printed and by that of the page that shows it.
    private static readonly ConcurrentDictionary<string, string> Printed = new(StringComparer.Ordinal);

    /// <summary>Reads, plans, builds or imports the broken site of a code, whichever shows its fault.</summary>
    public static string Of(string code) => Printed.GetOrAdd(code, Print);

    private static string Print(string code)
    {
        var folder = new BrokenFolder(code);
        return folder switch
        {
            { Command: { } command } => OfCommand(folder, command),
            { Paths.Length: > 0 } => OfPaths(folder.Paths),
            _ when folder.Files.Keys.All(path => path.StartsWith("output/", StringComparison.Ordinal)) && (folder.Changes is [] || folder.Built.Count > 0) => OfPages(folder),
            _ => OfData(code),
        };
    }

    private static string OfData(string code)
    {
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(BrokenSite.Open(code), diagnostics);
        return Lines(diagnostics);
    }

    private static string OfPaths(string[] paths)
    {
        var diagnostics = new DiagnosticBag();
        var routes = paths.Select(line => line.Split(' ')).Select(words => new Route(words[0], new SourcePlace(words[1])));
        SitePaths.Create(new Uri("https://example.org/"), routes, AssetSet.Empty, diagnostics);
        return Lines(diagnostics);
    }

    private static string OfPages(BrokenFolder folder)
    {
        var site = new BuiltSite(folder.Files.Select(file => new SiteFile(file.Key["output/".Length..], file.Value)));
        var values = folder.Values.Select(line => line.Split(' ')).ToDictionary(
            words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
        var diagnostics = new DiagnosticBag();
        diagnostics.Report(SiteVerifier.Verify(
            site, "/", new Dictionary<string, IReadOnlyDictionary<string, double>> { ["/"] = values }));
        if (folder.Built.Count > 0)
        {
            diagnostics.Report(CompanionCheck.Verify(site, new BuiltSite(folder.Built.Select(file => new SiteFile(file.Key, file.Value))), _ => false));
        }

        return Lines(diagnostics);
    }

    private static string OfCommand(BrokenFolder folder, string command)
    {
        var files = FolderContent.Read(Repository.PathOf("tests", "sites", "minimal"));
        foreach (var (path, content) in FolderContent.Read(Repository.PathOf("templates")))
        {
            files[$"templates/{path}"] = content;
        }

        foreach (var (path, content) in folder.Files)
        {
            files[path] = content;
        }

        foreach (var change in folder.Changes)
        {
            Change(files, change);
        }

        using var repository = new TemporaryFolder();
        foreach (var (path, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(repository.PathOf(path))!);
            File.WriteAllBytes(repository.PathOf(path), content);
        }

        // Only what is wrong: counts, hints and what an import left out are told elsewhere.
        var run = CrmBenchRun.In(repository.Path, command.Split(' '));
        return string.Concat(run.Error.Split('\n').Where(line => Problem().IsMatch(line)).Select(line => line + "\n"));
    }

    private static void Change(Dictionary<string, byte[]> files, string[] change)
    {
        switch (change)
        {
            case ["remove", var path]:
                files.Remove(path);
                break;
            case ["move", var from, var to]:
                foreach (var path in files.Keys.Where(path => path == from || path.StartsWith(from + "/", StringComparison.Ordinal)).ToList())
                {
                    files.Remove(path, out var content);
                    files[to + path[from.Length..]] = content!;
                }

                break;
            default:
                throw new InvalidOperationException($"Unknown change: {string.Join(' ', change)}");
        }
    }

    private static string Lines(DiagnosticBag diagnostics) =>
        string.Concat(diagnostics.ToSorted().Select(diagnostic => diagnostic + "\n"));

    [GeneratedRegex("^[^ ].*: (error|warning) CB[0-9]{4}: ")]
    private static partial Regex Problem();
}
