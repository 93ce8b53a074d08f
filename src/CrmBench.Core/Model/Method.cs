namespace CrmBench.Core.Model;

/// <summary>The way in which figures are obtained, such as by people or by programs; figures of different methods are never mixed.</summary>
/// <param name="Id">Identifier, such as <c>manual</c>.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="JudgedBy">People or programs.</param>
/// <param name="Description">One or two sentences on who judged and how.</param>
public sealed record Method(string Id, string Name, JudgedBy JudgedBy, string Description)
{
    /// <summary>
    /// The judges whose ratings it takes, where a benchmark shows the judges of a method one by one; null where all raters are averaged.
    /// </summary>
    public JudgeView? View { get; init; }

    /// <summary>Whether the benchmark declares it; the other methods are its judges, one by one and averaged.</summary>
    public bool IsDeclared => View is null or { IsDefault: true };

    /// <summary>The name in <c>benchmark.json</c>, without that of a judge.</summary>
    public string DeclaredName => View?.MethodName ?? Name;

    /// <summary>Whether ratings by a rater under the method <paramref name="declared"/> belong to it.</summary>
    public bool Takes(string declared, string rater) =>
        View is null ? Id == declared : View.Method == declared && View.Raters.Contains(rater);
}
