using System.Diagnostics;
using System.Globalization;
using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Fuzzing;

/// <summary>Runs numbered cases of a target and remembers what was found.</summary>
internal sealed class FuzzRun(FuzzTarget target)
{
    // What a case may cost when nothing else is measured: far above any that was seen, below what anybody notices.
    private const long MostBytes = 500L << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    /// <summary>How many cases were run.</summary>
    public long Cases { get; private set; }

    /// <summary>How many of them were taken.</summary>
    public long Accepted { get; private set; }

    /// <summary>The longest time of a case.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>The number of the slowest case.</summary>
    public long SlowestNumber { get; private set; }

    /// <summary>The most that a case allocated, in bytes.</summary>
    public long Most { get; private set; }

    /// <summary>What was found: the number of the case and what is wrong with it.</summary>
    public List<(long Number, string What, byte[] Content)> Findings { get; } = [];

    /// <summary>Runs one case.</summary>
    /// <param name="number">Its number, which gives the case.</param>
    /// <param name="measure">Whether time and memory count; they do only where nothing else runs in the process.</param>
    public void Run(long number, bool measure)
    {
        var (file, content) = target.Make(Xoshiro256.FromText(string.Create(CultureInfo.InvariantCulture, $"fuzz/{target.Name}/{number}")));
        Cases++;
        var (time, bytes) = (TimeSpan.MaxValue, 0L);
        for (var attempt = 0; attempt < 3 && time > MostTime; attempt++)
        {
            // A busy machine is no finding: the quickest of three counts.
            var before = GC.GetTotalAllocatedBytes();
            var watch = Stopwatch.StartNew();
            try
            {
                var outcome = target.Run(file, content);
                Accepted += attempt == 0 && outcome == FuzzOutcome.Accepted ? 1 : 0;
            }
            catch (Exception found) when (found is not OutOfMemoryException)
            {
                Findings.Add((number, $"{file}: {found.GetType().Name}: {found.Message}\n{found.StackTrace}", content));
                return;
            }

            time = measure ? TimeSpan.FromTicks(Math.Min(time.Ticks, watch.Elapsed.Ticks)) : TimeSpan.Zero;
            bytes = GC.GetTotalAllocatedBytes() - before;
        }

        (Slowest, SlowestNumber) = time > Slowest ? (time, number) : (Slowest, SlowestNumber);
        Most = Math.Max(Most, bytes);
        if (measure && (time > MostTime || bytes > MostBytes))
        {
            Findings.Add((number, $"{file} took {time.TotalSeconds:0.0} s and {bytes >> 20} MB.", content));
        }
    }
}
