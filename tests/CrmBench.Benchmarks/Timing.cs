using System.Diagnostics;
using System.Globalization;

namespace CrmBench.Benchmarks;

/// <summary>Times things and prints times.</summary>
internal static class Timing
{
    /// <summary>The median wall-clock time of several runs.</summary>
    /// <param name="runs">How many, an odd number.</param>
    /// <param name="work">What is timed.</param>
    public static TimeSpan Median(int runs, Action work)
    {
        var times = new TimeSpan[runs];
        for (var run = 0; run < runs; run++)
        {
            var clock = Stopwatch.StartNew();
            work();
            times[run] = clock.Elapsed;
        }

        Array.Sort(times);
        return times[runs / 2];
    }

    /// <summary>Runs a program to its end, with its output thrown away; throws what it said if it fails.</summary>
    public static void RunProgram(string program, params string[] arguments) => Run(program, arguments, _ => { });

    /// <summary>Runs a program to its end; throws what it said if it fails.</summary>
    /// <returns>What it wrote to the standard error.</returns>
    public static string ErrorsOf(string program, params string[] arguments) => Run(program, arguments, _ => { });

    /// <summary>
    /// The most memory a program held, in bytes: what Linux notes as its high water, read every other millisecond until the program
    /// ends, because the note goes with the program. Null on other systems.
    /// </summary>
    public static long? PeakMemory(string program, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var peak = 0L;
        Run(program, arguments, process =>
        {
            var status = $"/proc/{process.Id}/status";
            while (!process.WaitForExit(2))
            {
                peak = Math.Max(peak, HighWater(status));
            }
        });
        return peak;
    }

    private static long HighWater(string status)
    {
        const string Name = "VmHWM:";
        try
        {
            var line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line[Name.Length..^"kB".Length], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // The program has ended meanwhile.
            return 0;
        }
    }

    private static string Run(string program, string[] arguments, Action<Process> watch)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        watch(process);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} returned {process.ExitCode}.\n{output.Result}\n{error.Result}");
        }

        return error.Result;
    }

    /// <summary>A time as <c>1.234 s</c>.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.000} s");
}
