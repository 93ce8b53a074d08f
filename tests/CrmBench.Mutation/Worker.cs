using System.Diagnostics;
using System.Globalization;
using System.Runtime.Loader;

namespace CrmBench.Mutation;

/// <summary>A process that tries faults: a fault that never ends, or takes all memory, ends this process and no other.</summary>
internal sealed class Worker
{
    // Tests of the same room first, then those of whole runs.
    private static readonly string[] Spaces =
        ["CrmBench.Tests.Core", "CrmBench.Tests.Data", "CrmBench.Tests.Fuzzing", "CrmBench.Tests.Import", "CrmBench.Tests.Site", "CrmBench.Tests.Cli", "CrmBench.Tests.EndToEnd"];

    // What takes longer finds nothing that quicker tests do not, or is a study.
    private static readonly TimeSpan LongestTest = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan LongestTrial = TimeSpan.FromSeconds(25);

    private readonly string _bin;

    private Worker(string bin)
    {
        _bin = bin;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(bin, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }

    /// <summary>Runs every test once without a fault, and writes down how long it takes and which faults it reaches.</summary>
    /// <param name="bin">The built tests, with the program that has the faults.</param>
    /// <param name="mutants">One more than the greatest number of a fault.</param>
    /// <param name="file">Where to write: a line a test, with its milliseconds and the numbers.</param>
    public static void Cover(string bin, int mutants, string file)
    {
        var worker = new Worker(bin);
        using var output = new StreamWriter(file);
        foreach (var space in Spaces)
        {
            var world = new TestWorld(worker._bin);
            var once = world.Record(mutants);
            world.Warm();
            if (space == Spaces[0])
            {
                output.WriteLine($"once\t\t0\t0\t{Numbers(once)}");
            }

            foreach (var test in world.Cases(space))
            {
                world.Record(0);
                var first = world.Run(test);
                var reached = world.Record(mutants);
                var clock = Stopwatch.StartNew();

                // The second time tells what it takes, and whether it bears being run again.
                var second = first ?? world.Run(test);
                var taken = clock.Elapsed;
                if (second is not null || taken > LongestTest)
                {
                    Console.Error.WriteLine($"left out: {test.Type[15..]}.{test.Method}({test.Row}): {second?.ReplaceLineEndings(" ") ?? "slow"}"[..Math.Min(200, 40 + test.Type.Length)]);
                    continue;
                }

                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{test}\t{clock.ElapsedMilliseconds}\t{Numbers(reached)}"));
            }
        }
    }

    /// <summary>Tries the faults whose numbers are read from standard input, each with the tests that reach it until one fails.</summary>
    public static void Try(string bin, string coverage)
    {
        var worker = new Worker(bin);
        var tests = Coverage.Read(coverage);
        var world = Warm(worker._bin);
        while (Console.ReadLine() is { } line)
        {
            var mutant = int.Parse(line, CultureInfo.InvariantCulture);
            var killer = worker.FindKiller(mutant, tests, ref world);
            Console.WriteLine($"done\t{mutant}\t{killer}");
        }
    }

    private string FindKiller(int mutant, Coverage coverage, ref TestWorld world)
    {
        var clock = Stopwatch.StartNew();
        foreach (var (test, milliseconds) in coverage.TestsOf(mutant))
        {
            if (clock.Elapsed > LongestTrial)
            {
                break;
            }

            Tell(milliseconds);
            world.Active = mutant;
            var failure = world.Run(test);
            world.Active = -1;
            if (failure is null)
            {
                continue;
            }

            // A test that fails without the fault, too, met something that was kept from a fault before.
            if (world.Run(test) is null)
            {
                return Name(test);
            }

            world = Warm(_bin);
            world.Active = mutant;
            failure = world.Run(test);
            world.Active = -1;
            if (failure is not null)
            {
                world = Warm(_bin);
                return Name(test);
            }
        }

        return coverage.IsReachedOnce(mutant) ? FindInNewWorld(mutant, coverage) : "";
    }

    // What is computed once and kept was computed without the fault: here it is not.
    private string FindInNewWorld(int mutant, Coverage coverage)
    {
        var clock = Stopwatch.StartNew();
        var world = new TestWorld(_bin) { Active = mutant };
        foreach (var (test, milliseconds) in coverage.TestsOf(mutant).Concat(coverage.Quickest).Distinct())
        {
            if (clock.Elapsed > LongestTrial)
            {
                break;
            }

            Tell(milliseconds);
            if (world.Run(test) is not null)
            {
                return Name(test);
            }
        }

        return "";
    }

    private static void Tell(long milliseconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test\t{milliseconds}"));

    private static string Name(TestCase test) => $"{test.Type["CrmBench.Tests.".Length..]}.{test.Method}";

    private static TestWorld Warm(string bin)
    {
        var world = new TestWorld(bin);
        world.Warm();
        return world;
    }

    private static string Numbers(bool[] reached) =>
        string.Join(' ', Enumerable.Range(0, reached.Length).Where(i => reached[i]).Select(i => i.ToString(CultureInfo.InvariantCulture)));
}
