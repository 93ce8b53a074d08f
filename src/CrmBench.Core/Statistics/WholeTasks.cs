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
