using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>A figure as another tool writes it, on its way into a metric's unit.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">What it is in.</param>
internal sealed record ForeignFigure(Located<decimal> Value, ForeignUnit Unit)
{
    /// <summary>A figure that is a share where the metric is a percentage, and in the metric's own unit elsewhere.</summary>
    public static ForeignFigure ShareOf(Metric metric, Located<decimal> value) =>
        new(value, metric.Unit == Core.Model.Unit.Percent ? ForeignUnit.Share : ForeignUnit.Same);

    /// <summary>The k for which the figure is k of <paramref name="n"/>, to the digits of a float; null where there is none.</summary>
    /// <param name="n">Number of samples, at least 1.</param>
    public int? SuccessesOf(int n)
    {
        var successes = decimal.Round(Value.Value * n);
        return Unit == ForeignUnit.Share && Value.Value is >= 0 and <= 1 && Math.Abs((successes / n) - Value.Value) < 1e-9m
            ? (int)successes
            : null;
    }

    /// <summary>The number in the metric's unit.</summary>
    public decimal In(Metric metric) => Convert(Value.Value, metric);

    /// <summary>Another number of the same kind in the metric's unit, such as its standard deviation.</summary>
    public decimal Convert(decimal number, Metric metric) => (Unit, metric.Unit) switch
    {
        (ForeignUnit.Share, Core.Model.Unit.Percent) => decimal.Parse(DecimalText.WithoutBinaryExcess(DecimalText.Of(number * 100)), Culture),
        (ForeignUnit.Milliseconds, Core.Model.Unit.Seconds) => number / 1000,
        _ => number,
    };

    /// <summary>Why the metric cannot have this figure, or null where it can.</summary>
    public Diagnostic? Objection(Metric metric)
    {
        var value = In(metric);
        return metric switch
        {
            { Unit: Core.Model.Unit.Percent } when value is < 0 or > 100 => Report("from 0 to 100 percent"),
            { Unit: Core.Model.Unit.Share } when value is < 0 or > 1 => Report("a share from 0 to 1"),
            { Unit: Core.Model.Unit.Grade, Scale: { } scale } when value < scale.Lowest || value > scale.Highest =>
                Report($"a grade on the scale {scale}"),
            { Unit: Core.Model.Unit.Seconds or Core.Model.Unit.Usd or Core.Model.Unit.Minutes or Core.Model.Unit.Count } when value < 0 => Report("0 or more"),
            _ => null,
        };

        Diagnostic Report(string range) => ImportProblems.FigureOutOfRange(Value.With(DecimalText.Of(value)), metric.Id, range);
    }

    private static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;
}

/// <summary>How a tool makes one value of several tries at the same item.</summary>
/// <param name="Name">The tool's name of it, such as <c>at_least_2</c>.</param>
/// <param name="Of">The value of at least one try, or null where there are too few tries for it.</param>
internal sealed record Reducer(string Name, Func<IReadOnlyList<decimal>, decimal?> Of)
{
    /// <summary>The mean of the tries, which is what is meant where nothing is said.</summary>
    public static Reducer Mean { get; } = new("mean", tries => DecimalText.Mean(tries));

    /// <summary>The reducer of a name as Inspect writes it, or null where it is not known here.</summary>
    public static Reducer? Named(string name) => name switch
    {
        "" or "mean" => Mean,
        "max" => new(name, tries => tries.Max()),
        "median" => new(name, Median),
        "mode" => new(name, Mode),
        _ when Power(name, "at_least_") is { } k => new(name, tries => tries.Count(IsSuccess) >= k ? 1 : 0),
        _ when Power(name, "pass_at_") is { } k => new(name, tries => PassAt(tries, k)),
        _ when Power(name, "pass_k_") is { } k => new(name, tries => PassAll(tries, k)),
        _ => null,
    };

    private static int? Power(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k > 0
            ? k
            : null;

    private static bool IsSuccess(decimal value) => value >= 1;

    private static decimal? Median(IReadOnlyList<decimal> tries)
    {
        var sorted = tries.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    // Of values that are equally frequent the first, as Inspect has it.
    private static decimal? Mode(IReadOnlyList<decimal> tries) => tries.CountBy(value => value).MaxBy(pair => pair.Value).Key;

    // The chance that at least one of k tries succeeds: 1 - C(n - c, k) / C(n, k) (M. Chen et al., arXiv 2107.03374, section 2.1).
    private static decimal? PassAt(IReadOnlyList<decimal> tries, int k) =>
        tries.Count < k ? null : 1 - ShareOfDraws(tries.Count - tries.Count(IsSuccess), tries.Count, k);

    // The chance that all of k tries succeed: C(c, k) / C(n, k) (S. Yao et al., arXiv 2406.12045, section 3).
    private static decimal? PassAll(IReadOnlyList<decimal> tries, int k) =>
        tries.Count < k ? null : ShareOfDraws(tries.Count(IsSuccess), tries.Count, k);

    // C(some, k) / C(all, k), factor by factor: neither number is ever large.
    private static decimal ShareOfDraws(int some, int all, int k)
    {
        var share = 1m;
        for (var i = 0; i < k && share > 0; i++)
        {
            share *= Math.Max(0, some - i) / (decimal)(all - i);
        }

        return share;
    }
}

/// <summary>Names of figures that are no means over items: they are computed from all answers at once.</summary>
internal static class StatisticNames
{
    private static readonly string[] s_parts =
    [
        "mcc", "matthews", "f1", "fscore", "bleu", "rouge", "chrf", "meteor", "perplexity", "bitsperbyte", "auroc", "auprc", "rocauc",
        "kappa", "pearson", "spearman", "kendall", "rmse", "corpus", "elo", "winrate",
    ];

    private static readonly HashSet<string> s_whole = new(["ppl", "auc", "ter", "precision", "recall"], StringComparer.Ordinal);

    /// <summary>Whether one of the names a tool has for a figure is that of such a statistic.</summary>
    public static bool Contains(IEnumerable<string> names) =>
        names.Select(Slug.Squeeze).Any(name => s_whole.Contains(name) || s_parts.Any(part => name.Contains(part, StringComparison.Ordinal)));
}
