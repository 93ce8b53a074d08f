using System.Collections.Immutable;

namespace CrmBench.Data.Reading;

/// <summary>The correlations stated so far for one use case and method; finds sets of them that are impossible together.</summary>
internal sealed class CorrelationMatrix
{
    // Correlations have few digits: a matrix that is impossible only through their rounding is no mistake.
    private const double Slack = 0.02;

    private readonly Dictionary<(string, string), double> _values = [];
    private readonly SortedSet<string> _metrics = new(StringComparer.Ordinal);

    /// <summary>Adds a pair.</summary>
    public void Set(string first, string second, double correlation)
    {
        _values[(first, second)] = _values[(second, first)] = correlation;
        _metrics.Add(first);
        _metrics.Add(second);
    }

    /// <summary>
    /// The metrics that make a pair's correlation impossible, because some sum of them would have a negative variance: the pair, then in
    /// ordinal order every metric whose correlations with all before it are known. Null where the correlation is possible.
    /// </summary>
    public ImmutableArray<string>? ImpossibleWith(string first, string second)
    {
        List<string> known = [first, second];
        foreach (var metric in _metrics)
        {
            if (metric != first && metric != second && known.TrueForAll(one => _values.ContainsKey((one, metric))))
            {
                known.Add(metric);
            }
        }

        return IsPossible(known) ? null : [.. known];
    }

    // Cholesky's decomposition of the matrix with the slack on its diagonal: it fails exactly where some variance would be negative.
    private bool IsPossible(List<string> metrics)
    {
        var root = new double[metrics.Count, metrics.Count];
        for (var i = 0; i < metrics.Count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = i == j ? 1 + Slack : _values[(metrics[i], metrics[j])];
                for (var k = 0; k < j; k++)
                {
                    rest -= root[i, k] * root[j, k];
                }

                if (i == j && rest <= 0)
                {
                    return false;
                }

                root[i, j] = i == j ? Math.Sqrt(rest) : rest / root[j, j];
            }
        }

        return true;
    }
}
