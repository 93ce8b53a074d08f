using System.Diagnostics;
using System.Globalization;

namespace CrmBench.Mutation;

/// <summary>Tries faults in other processes, one after another, and writes down what became of each; goes on where it was stopped.</summary>
internal sealed class Trials(string folder, string file)
{
    // Of processor time, not of the clock: other work on the machine is no fault.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private const int TimesTheUsual = 10;

    private readonly Lock _oneAtATime = new();

    /// <summary>What became of the faults that were tried: by number, "survived", "time", "crash", or the test that failed.</summary>
    public static Dictionary<int, string> Results(string file) => !File.Exists(file)
        ? []
        : File.ReadLines(file).Select(line => line.Split('\t')).ToDictionary(parts => int.Parse(parts[0], CultureInfo.InvariantCulture), parts => parts[1]);

    /// <summary>Tries faults that were not tried yet, in several processes.</summary>
    public void Run(IEnumerable<Mutant> mutants, Coverage coverage, int processes)
    {
        var done = Results(file);

        // By lot, so that a run that is stopped has tried a fair sample.
        Mutant[] order = [.. mutants];
        new Random(order.Length).Shuffle(order);
        var waiting = new Queue<Mutant>(order.Where(mutant => !done.ContainsKey(mutant.Number)));
        using var results = new StreamWriter(file, append: true) { AutoFlush = true };
        Parallel.For(0, processes, new ParallelOptions { MaxDegreeOfParallelism = processes }, _ =>
        {
            Process? worker = null;
            while (Next(waiting) is { } mutant)
            {
                var result = coverage.IsReached(mutant.Number) ? Try(mutant.Number, ref worker) : "not reached";
                lock (_oneAtATime)
                {
                    results.WriteLine($"{mutant.Number}\t{result}");
                }
            }

            worker?.StandardInput.Close();
            worker?.WaitForExit();
        });
    }

    private Mutant? Next(Queue<Mutant> waiting)
    {
        lock (_oneAtATime)
        {
            return waiting.TryDequeue(out var mutant) ? mutant : null;
        }
    }

    private string Try(int number, ref Process? worker)
    {
        worker ??= Start();
        worker.StandardInput.WriteLine(number);
        var spent = worker.TotalProcessorTime;
        var allowed = Patience * 5;
        var told = worker.StandardOutput.ReadLineAsync();
        while (true)
        {
            if (!told.Wait(200))
            {
                if (!worker.HasExited && worker.TotalProcessorTime - spent > allowed)
                {
                    worker.Kill();
                    worker.Dispose();
                    worker = null;
                    return "time";
                }

                continue;
            }

            if (told.Result is not { } line)
            {
                worker.WaitForExit();
                worker.Dispose();
                worker = null;
                return "crash";
            }

            var parts = line.Split('\t');
            if (parts[0] == "done")
            {
                return parts[2].Length == 0 ? "survived" : parts[2];
            }

            if (parts[0] == "test")
            {
                spent = worker.TotalProcessorTime;
                allowed = Patience + (TimesTheUsual * TimeSpan.FromMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture)));
            }

            told = worker.StandardOutput.ReadLineAsync();
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--try", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        var worker = Process.Start(start)!;
        worker.ErrorDataReceived += (_, _) => { };
        worker.BeginErrorReadLine();
        return worker;
    }
}
