using System.Collections.Immutable;
using System.Globalization;

namespace CrmBench.Benchmarks;

/// <summary>
/// What the benchmarks measured when somebody last kept it, in <c>baseline.csv</c> beside this file. Machines differ, so a time is kept as a
/// multiple of the floor: what the same machine takes, in the same run, for fixed work that has nothing to do with us.
/// </summary>
internal sealed class Baseline
{
    private const int Runs = 5;
    private const int Numbers = 2_000_000;
    private const string Header = "benchmark,figure,floors";

    private readonly string _file = Path.Combine(Workplace.Repository, "tests", "CrmBench.Benchmarks", "baseline.csv");
    private readonly bool _keep;
    private readonly TimeSpan _floor;
    private readonly SortedDictionary<(string Benchmark, string Figure), double> _kept;

    /// <summary>Reads what was kept, and measures the floor.</summary>
    /// <param name="keep">Whether the new figures take the place of those that were kept.</param>
    public Baseline(bool keep)
    {
        _keep = keep;
        _kept = new(File.ReadLines(_file).Skip(1).Select(line => line.Split(',')).ToDictionary(
            fields => (fields[0], fields[1]), fields => double.Parse(fields[2], CultureInfo.InvariantCulture)));
        _floor = Floor();
        Console.WriteLine($"Floor, sorting {Numbers.ToString("N0", CultureInfo.InvariantCulture)} numbers: {Timing.Seconds(_floor)}");
    }

    /// <summary>Says of each figure how many floors it takes and how far that is from what was kept; keeps it if asked to.</summary>
    /// <param name="benchmark">Name of the benchmark, without commas.</param>
    /// <param name="figures">What was measured, by names without commas.</param>
    public void Compare(string benchmark, ImmutableArray<(string Name, TimeSpan Time)> figures)
    {
        Console.WriteLine();
        foreach (var (name, time) in figures)
        {
            var floors = time / _floor;
            var moved = _kept.TryGetValue((benchmark, name), out var before)
                ? string.Create(CultureInfo.InvariantCulture, $"was {before:G3}, {100 * ((floors / before) - 1):+0;-0;0} %")
                : "not kept before";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{floors,9:G3} floors  {name} ({moved})"));
            _kept[(benchmark, name)] = floors;
        }

        if (_keep)
        {
            File.WriteAllLines(_file, _kept
                .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key.Benchmark},{entry.Key.Figure},{entry.Value:G3}"))
                .Prepend(Header));
        }
    }

    // Memory and arithmetic, as in most of what we do.
    private static TimeSpan Floor() => Timing.Median(Runs, () =>
    {
        var random = new Random(1);
        var numbers = new double[Numbers];
        foreach (ref var number in numbers.AsSpan())
        {
            number = random.NextDouble();
        }

        Array.Sort(numbers);
        GC.KeepAlive(numbers);
    });
}
