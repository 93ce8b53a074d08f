using System.Collections.Immutable;

namespace CrmBench.Core.Statistics;

/// <summary>Finds the numbers of tasks solved in 0, 1, ... T of their T trials that print as published.</summary>
/// <remarks>
/// pass^T tells how many tasks were solved in all trials, and each power below leaves one unknown more. Every whole number within half a
/// unit of the last printed digit is followed, so that a number which is determined only by the powers after it is found as well.
/// </remarks>
internal ref struct WholeTasks
{
    // With few printed digits and many tasks there are thousands of solutions; then the search stops, as nothing is determined.
    private const int MostTried = 100_000;

    // The rounding error of sums of binary fractions, in tasks.
    private const double Slack = 1e-6;

    private readonly ReadOnlySpan<double> _passPowers;
    private readonly ReadOnlySpan<double> _units;
    private readonly int _tasks;
    private readonly int[] _counts;
    private int[]? _found;
    private bool _isOpen;
    private int _tried;

    private WholeTasks(ReadOnlySpan<double> passPowers, int tasks, ReadOnlySpan<double> units)
    {
        _passPowers = passPowers;
        _units = units;
        _tasks = tasks;
        _counts = new int[passPowers.Length + 1];
    }

    /// <summary>The numbers by solved trials, from 0; null where none fit, or several do.</summary>
    /// <param name="passPowers">pass^1 to pass^T as shares.</param>
    /// <param name="tasks">Number of tasks.</param>
    /// <param name="units">Per power the unit of its last printed digit, as a share.</param>
    public static ImmutableArray<int>? Of(ReadOnlySpan<double> passPowers, int tasks, ReadOnlySpan<double> units)
    {
        var search = new WholeTasks(passPowers, tasks, units);
        search.Follow(passPowers.Length, tasks);
        return search is { _isOpen: false, _found: { } found } ? [.. found] : null;
    }

    private void Follow(int k, int left)
    {
        if (k == 0)
        {
            _counts[0] = left;
            (_isOpen, _found) = (_found is not null, [.. _counts]);
            return;
        }

        var trials = _passPowers.Length;
        var subsets = PassPower.SolvedSubsets(k, trials, k);
        var rest = _tasks * _passPowers[k - 1];
        for (var solved = k + 1; solved <= trials; solved++)
        {
            rest -= _counts[solved] * PassPower.SolvedSubsets(solved, trials, k);
        }

        var tolerance = (_tasks * _units[k - 1] / 2) + Slack;
        var least = Math.Max(0, Math.Ceiling((rest - tolerance) / subsets));
        var most = Math.Min(left, Math.Floor((rest + tolerance) / subsets));
        for (var count = least; count <= most && !_isOpen; count++)
        {
            if (++_tried > MostTried)
            {
                _isOpen = true;
                return;
            }

            _counts[k] = (int)count;
            Follow(k - 1, left - (int)count);
        }
    }
}

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
    /// none negative, that prints as published, halves rounded either way.
    /// </summary>
    public ImmutableArray<int>? TaskCounts { get; }

    /// <summary>Recovers the distribution from numbers that were all printed to one unit.</summary>
    public static TaskDistribution? FromPassPowers(ReadOnlySpan<double> passPowers, int tasks, double printedUnit) =>
        FromPassPowers(passPowers, tasks, [.. Enumerable.Repeat(printedUnit, passPowers.Length)]);

    /// <summary>Recovers the distribution.</summary>
    /// <param name="passPowers">pass^1 to pass^T as shares from 0 to 1, of the same T trials a task.</param>
    /// <param name="tasks">Number of tasks, at least 1.</param>
    /// <param name="printedUnits">
    /// Per number the unit of its last printed digit, as a share: 0.0001 for percentages with two decimals.
    /// </param>
    /// <returns>Null for no numbers, or one that is not within 0 and 1.</returns>
    /// <remarks>
    /// Programs drop closing zeros: beside 62.5 and 55.3333, 51 means 51.0000. So all numbers are first read with the finest of the units,
    /// and each with its own unit only where that has no solution.
    /// </remarks>
    public static TaskDistribution? FromPassPowers(ReadOnlySpan<double> passPowers, int tasks, ReadOnlySpan<double> printedUnits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tasks, 1);
        if (passPowers.Length != printedUnits.Length)
        {
            throw new ArgumentException("Each number has one unit.", nameof(printedUnits));
        }

        var finest = 1.0;
        foreach (var unit in printedUnits)
        {
            if (!(unit >= 0 && unit < 1))
            {
                throw new ArgumentOutOfRangeException(nameof(printedUnits), unit, "The unit of a printed share lies between 0 and 1.");
            }

            finest = Math.Min(finest, unit);
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
            : new(
                passPowers.ToImmutableArray(),
                tasks,
                SolveFractions(passPowers),
                WholeTasks.Of(passPowers, tasks, [.. Enumerable.Repeat(finest, passPowers.Length)])
                    ?? WholeTasks.Of(passPowers, tasks, printedUnits));
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

    /// <summary>
    /// Number of tasks where all but <see cref="BoundedMean.FewItems"/> at most have a pass^k of 0, or of 1, else 0; 0 where
    /// <see cref="TaskCounts"/> is null.
    /// </summary>
    /// <param name="k">From 1 to <see cref="Trials"/>.</param>
    public int NearlyAlike(int k)
    {
        var never = TaskCounts?.Take(k).Sum() ?? 0;
        var always = TaskCounts?[Trials] ?? 0;
        return TaskCounts is not null && Math.Max(never, always) >= Tasks - BoundedMean.FewItems ? Tasks : 0;
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
