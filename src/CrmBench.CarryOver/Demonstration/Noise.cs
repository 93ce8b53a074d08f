using CrmBench.Core.Statistics;

namespace CrmBench.CarryOver.Demonstration;

/// <summary>Random draws by sums and products alone, which are the same to the last bit on every machine.</summary>
internal static class Noise
{
    /// <summary>A draw that is nearly normal with mean 0 and standard deviation 1: the sum of twelve uniform draws, less six.</summary>
    public static double NearlyNormal(this Xoshiro256 random)
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += random.NextDouble();
        }

        return sum;
    }

    /// <summary>A factor of 0.75 and more, mostly near 1, now and then far above: the shape of waiting times.</summary>
    public static double Waiting(this Xoshiro256 random)
    {
        var common = random.NextDouble();
        var rare = random.NextDouble();
        var squared = rare * rare;
        return 0.75 + (0.4 * common) + (1.6 * squared * squared * squared);
    }

    /// <summary>Number of successes in <paramref name="trials"/> trials of a probability.</summary>
    public static int Successes(this Xoshiro256 random, int trials, double probability)
    {
        var successes = 0;
        for (var i = 0; i < trials; i++)
        {
            if (random.NextDouble() < probability)
            {
                successes++;
            }
        }

        return successes;
    }
}
