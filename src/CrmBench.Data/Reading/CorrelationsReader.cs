using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;

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

/// <summary>Reads <c>correlations.csv</c>.</summary>
internal static class CorrelationsReader
{
    /// <summary>The rows that were right, in the order of the file.</summary>
    /// <param name="table">The table.</param>
    /// <param name="submission">The submission with its scores.</param>
    /// <param name="context">What it is read against.</param>
    /// <param name="allIsRead">
    /// Whether the submission has no errors so far. If it has, a figure may be missing only because its row has an error.
    /// </param>
    public static ImmutableArray<ErrorCorrelation> Read(CsvTable table, Submission submission, SubmissionContext context, bool allIsRead)
    {
        var (useCase, profile, method) = (table.Column("use_case"), table.Column("profile"), table.Column("method"));
        var (first, second, correlation) = (table.Column("first"), table.Column("second"), table.Column("correlation"));
        var figures = submission.Scores.ToDictionary(score => (score.At, score.Method, score.Metric), score => score.Sample);
        var firsts = new FirstPlaces<(MeasuredAt At, string Method, string First, string Second)>();
        var groups = new Dictionary<(MeasuredAt At, string Method), CorrelationMatrix>();
        var rows = ImmutableArray.CreateBuilder<ErrorCorrelation>();
        while (table.Read())
        {
            var row = new ErrorCorrelation(
                context.MeasuredAt(table, useCase, profile),
                table.OptionalReference(method, context.Names.Methods) ?? submission.Method,
                table.Reference(first, context.Names.MetricNames),
                table.Reference(second, context.Names.MetricNames),
                table.Number(correlation, out _),
                table.RowPlace);
            if (table.Complete && allIsRead)
            {
                CheckFigures(table, row, first, second, figures);
            }

            var (one, other) = string.CompareOrdinal(row.First, row.Second) < 0 ? (row.First, row.Second) : (row.Second, row.First);
            if (table.Complete && firsts.Before((row.At, row.Method, one, other), row.Place) is { } before)
            {
                table.Fail(Problems.DuplicateCorrelation(row.Place, row.First, row.Second, before));
            }

            if (table.Complete)
            {
                CheckVariance(table, row, correlation, groups);
            }

            if (table.Complete)
            {
                rows.Add(row);
            }
        }

        return rows.ToImmutable();
    }

    private static void CheckFigures(
        CsvTable table, ErrorCorrelation row, CsvColumn first, CsvColumn second,
        Dictionary<(MeasuredAt At, string Method, string Metric), string> figures)
    {
        if (row.First == row.Second)
        {
            table.Fail(Problems.CorrelationWithItself(table.Located(second)));
            return;
        }

        string? Sample(string metric, CsvColumn column)
        {
            var sample = figures.GetValueOrDefault((row.At, row.Method, metric));
            if (sample is null)
            {
                table.Fail(Problems.CorrelationWithoutFigure(table.Located(column)));
            }

            return sample;
        }

        if ((Sample(row.First, first), Sample(row.Second, second)) is ({ } one, { } other) && one != other)
        {
            table.Fail(Problems.CorrelationOfSamples(row.Place, one, other));
        }
    }

    private static void CheckVariance(
        CsvTable table, ErrorCorrelation row, CsvColumn correlation, Dictionary<(MeasuredAt At, string Method), CorrelationMatrix> groups)
    {
        if (!groups.TryGetValue((row.At, row.Method), out var matrix))
        {
            groups[(row.At, row.Method)] = matrix = new CorrelationMatrix();
        }

        matrix.Set(row.First, row.Second, row.Correlation);
        if (matrix.ImpossibleWith(row.First, row.Second) is { } metrics)
        {
            table.Fail(Problems.ImpossibleCorrelations(table.Located(correlation), metrics));
        }
    }
}
