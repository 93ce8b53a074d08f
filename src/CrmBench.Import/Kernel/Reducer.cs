using System.Globalization;

namespace CrmBench.Import.Kernel;

/// <summary>How a tool makes one value of several tries at the same item.</summary>
/// <param name="Name">The tool's name of it, such as <c>at_least_2</c>.</param>
/// <param name="Of">The value of at least one try, or null where there are too few tries for it.</param>
internal sealed record Reducer(string Name, Func<IReadOnlyList<decimal>, decimal?> Of)
{
    /// <summary>The mean of the tries, which is what is meant where nothing is said.</summary>
    public static Reducer Mean { get; } = new("mean", tries => Data.Writing.Figure.Mean(tries));

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
