using System.Globalization;

namespace CrmBench.Mutation;

/// <summary>What was found, in figures and in lines to look at.</summary>
internal static class Report
{
    /// <summary>Prints a line for every area, and writes the faults that no test found to <c>survivors.tsv</c>.</summary>
    public static void Print(string folder)
    {
        Mutant[] mutants = [.. File.ReadLines(Path.Combine(folder, "mutants.tsv")).Select(Mutant.Parse)];
        var results = Trials.Results(Path.Combine(folder, "results.tsv"));
        var tried = mutants.Where(mutant => results.ContainsKey(mutant.Number)).ToArray();
        Console.WriteLine("| Area | Faults | Tried | Killed | of these by time or crash | Survived | Not reached | Killed of tried |");
        Console.WriteLine("| --- | --: | --: | --: | --: | --: | --: | --: |");
        foreach (var area in mutants.GroupBy(mutant => mutant.Area).OrderBy(area => area.Key, StringComparer.Ordinal))
        {
            Line(area.Key, [.. area], results);
        }

        Line("All", mutants, results);
        File.WriteAllLines(
            Path.Combine(folder, "survivors.tsv"),
            tried.Where(mutant => results[mutant.Number] is "survived" or "not reached")
                .OrderBy(mutant => mutant.File, StringComparer.Ordinal).ThenBy(mutant => mutant.Line)
                .Select(mutant => $"{results[mutant.Number]}\t{mutant}"));
    }

    private static void Line(string name, Mutant[] mutants, Dictionary<int, string> results)
    {
        string[] found = [.. mutants.Select(mutant => results.GetValueOrDefault(mutant.Number)).OfType<string>()];
        int Count(params string[] of) => found.Count(of.Contains);
        var (survived, missed) = (Count("survived"), Count("not reached"));
        var killed = found.Length - survived - missed;
        var share = found.Length == 0 ? 0 : 100.0 * killed / found.Length;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {mutants.Length} | {found.Length} | {killed} | {Count("time", "crash")} | {survived} | {missed} | {share:0.0} % |"));
    }
}
