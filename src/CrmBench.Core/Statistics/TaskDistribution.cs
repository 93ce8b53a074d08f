using System.Collections.Immutable;

namespace CrmBench.Core.Statistics;

/// <summary>How many tasks were solved in 0, 1, ... T of their T trials, recovered from published pass^1 to pass^T.</summary>
/// <remarks>
/// With p_c the share of tasks solved c times, <c>pass^k = sum over c from k to T of p_c C(c,k) / C(T,k)</c>: T linear equations in
/// triangular form. So the standard errors of all pass^k follow exactly from what a board prints, though it prints none.
/// </remarks>
public sealed record TaskDistribution
{
    private readonly ImmutableArray<double> _passPowers;

    private TaskDistribution(ImmutableArray<double> passPowers, int tasks, ImmutableArray<double> fractions, ImmutableArray<int>? counts)
    {
        _passPowers = passPowers;
        (Tasks, Fractions, TaskCounts) = (tasks, fractions, counts);
    }

    /// <summary>Number of tasks.</summary>
    public int Tasks { get; }

    /// <summary>Number of trials of each task.</summary>
    public int Trials => _passPowers.Length;

    /// <summary>
    /// Share of tasks solved in exactly c trials, c from 0 to <see cref="Trials"/>, by plain back-substitution; sums to 1.
    /// Errors of printing can make a share slightly negative, and wrong input grossly so.
    /// </summary>
    public ImmutableArray<double> Fractions { get; }

    /// <summary>
    /// Number of tasks solved in exactly c trials, c from 0 to <see cref="Trials"/>; null unless there is one set of whole numbers,
    /// none negative, that prints as published.
    /// </summary>
    public ImmutableArray<int>? TaskCounts { get; }

    /// <summary>Recovers the distribution.</summary>
    /// <param name="passPowers">pass^1 to pass^T as shares from 0 to 1, of the same T trials a task.</param>
    /// <param name="tasks">Number of tasks, at least 1.</param>
    /// <param name="printedUnit">Unit of the last printed digit, as a share: 0.0001 for percentages with two decimals.</param>
    /// <returns>Null for no numbers, or one that is not within 0 and 1.</returns>
    public static TaskDistribution? FromPassPowers(ReadOnlySpan<double> passPowers, int tasks, double printedUnit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tasks, 1);
        if (!(printedUnit >= 0 && printedUnit < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(printedUnit), printedUnit, "The unit of a printed share lies between 0 and 1.");
        }

        foreach (var passPower in passPowers)
        {
            if (passPower is not (>= 0 and <= 1))
            {
                return null;
            }
        }

        return passPowers.IsEmpty
            ? null
            : new(passPowers.ToImmutableArray(), tasks, SolveFractions(passPowers), SolveCounts(passPowers, tasks, printedUnit));
    }

    /// <summary>pass^k as published, with its standard error over tasks.</summary>
    /// <param name="k">From 1 to <see cref="Trials"/>.</param>
    /// <returns>No standard error where <see cref="TaskCounts"/> is null, or for one task.</returns>
    public MeanEstimate EstimateOf(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, Trials);
        var published = _passPowers[k - 1];
        if (TaskCounts is not { } counts)
        {
            return new(published, null, null, Tasks);
        }

        var mean = default(NeumaierSum);
        for (var solved = 0; solved <= Trials; solved++)
        {
            mean.Add(counts[solved] * PassPower.SolvedSubsets(solved, Trials, k) / Tasks);
        }

        var squares = default(NeumaierSum);
        for (var solved = 0; solved <= Trials; solved++)
        {
            var distance = PassPower.SolvedSubsets(solved, Trials, k) - mean.Total;
            squares.Add(counts[solved] * distance * distance);
        }

        return MeanEstimate.WithError(published, Math.Sqrt(squares.Total / (Tasks - 1) / Tasks), Tasks - 1, Tasks);
    }

    private static ImmutableArray<double> SolveFractions(ReadOnlySpan<double> passPowers)
    {
        var trials = passPowers.Length;
        var fractions = new double[trials + 1];
        var rest = 1.0;
        for (var k = trials; k >= 1; k--)
        {
            fractions[k] = Remaining(passPowers[k - 1], fractions, k) / PassPower.SolvedSubsets(k, trials, k);
            rest -= fractions[k];
        }

        fractions[0] = rest;
        return [.. fractions];
    }

    /// <summary>
    /// Solves for whole tasks from the top, rounding each count before it enters the next equation, so that errors of printing do not
    /// grow from one equation to the next.
    /// </summary>
    private static ImmutableArray<int>? SolveCounts(ReadOnlySpan<double> passPowers, int tasks, double printedUnit)
    {
        var trials = passPowers.Length;
        var counts = new double[trials + 1];
        var rest = (double)tasks;
        for (var k = trials; k >= 1; k--)
        {
            var subsets = PassPower.SolvedSubsets(k, trials, k);
            var raw = Remaining(tasks * passPowers[k - 1], counts, k) / subsets;
            var tolerance = (tasks * printedUnit / 2 / subsets) + 1e-6;
            counts[k] = Math.Round(raw);
            if (tolerance >= 0.5 || Math.Abs(raw - counts[k]) > tolerance || counts[k] < 0)
            {
                return null;
            }

            rest -= counts[k];
        }

        counts[0] = rest;
        return rest < 0 ? null : [.. counts.Select(count => (int)count)];
    }

    /// <summary>What is left of equation k after the tasks that were solved more than k times.</summary>
    private static double Remaining(double passPower, ReadOnlySpan<double> solved, int k)
    {
        var trials = solved.Length - 1;
        var remaining = default(NeumaierSum);
        remaining.Add(passPower);
        for (var c = k + 1; c <= trials; c++)
        {
            remaining.Add(-solved[c] * PassPower.SolvedSubsets(c, trials, k));
        }

        return remaining.Total;
    }
}
