using System.Diagnostics;
using System.Globalization;

namespace CrmBench.Mutation;

/// <summary>The whole of it: faults, which tests reach them, trials.</summary>
internal static class Run
{
    /// <summary>Makes the faults where that was not done yet, and tries those that were not tried.</summary>
    /// <param name="folder">Full path of the folder that takes everything.</param>
    /// <param name="processes">How many faults are tried at once.</param>
    /// <param name="parts">Parts of paths; a source whose path has any of them is tried, all are where there are none.</param>
    public static void All(string folder, int processes, string[] parts)
    {
        var (bin, list, covered) = (Path.Combine(folder, "bin"), Path.Combine(folder, "mutants.tsv"), Path.Combine(folder, "coverage.tsv"));
        if (!File.Exists(list))
        {
            Copy(Path.Combine(Root, "tests", "CrmBench.Tests", "bin", "Release", "net10.0"), bin);
            File.WriteAllLines(list, MutatedProgram.Make(Root, bin, _ => true).Select(mutant => mutant.ToString()));
        }

        Mutant[] mutants = [.. File.ReadLines(list).Select(Mutant.Parse)];
        if (!File.Exists(covered))
        {
            var count = (mutants.Max(mutant => mutant.Number) + 1).ToString(CultureInfo.InvariantCulture);
            using var cover = Process.Start(Environment.ProcessPath!, ["--cover", folder, count]);
            cover.WaitForExit();
        }

        var coverage = Coverage.Read(covered);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutants.Length} faults, {coverage.Tests} tests"));
        new Trials(folder, Path.Combine(folder, "results.tsv")).Run(
            mutants.Where(mutant => parts.Length == 0 || parts.Any(part => mutant.File.Contains(part, StringComparison.Ordinal))), coverage, processes);
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "CrmBench.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("Run it from within the repository.");
            }

            return folder.FullName;
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*.dll"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }
}
