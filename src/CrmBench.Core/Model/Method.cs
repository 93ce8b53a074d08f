using System.Collections.Frozen;

namespace CrmBench.Core.Model;

/// <summary>Who stands behind a method's figures.</summary>
public enum JudgedBy
{
    /// <summary>People rated.</summary>
    People,

    /// <summary>Programs or models rated or measured.</summary>
    Programs,
}

/// <summary>A rater that is a model.</summary>
/// <param name="Rater">The name in the column <c>rater</c>.</param>
/// <param name="Model">Identifier of the judging model, or null where the source does not name it.</param>
/// <param name="Method">Identifier of the method its ratings belong to.</param>
public sealed record Judge(string Rater, string? Model, string Method);

/// <summary>
/// One view of a method: a single judge, or the average of all. Judges differ as methods do, so each has a board of its own.
/// </summary>
public sealed record JudgeView
{
    /// <summary>Identifier of the declared method.</summary>
    public required string Method { get; init; }

    /// <summary>Name of the declared method.</summary>
    public required string MethodName { get; init; }

    /// <summary>Name of the judge, or of the average.</summary>
    public required string JudgeName { get; init; }

    /// <summary>The names that its judges have in <c>ratings.csv</c>; one, or all for the average.</summary>
    public required FrozenSet<string> Raters { get; init; }

    /// <summary>Whether it is shown where a reader asks for the method without naming a judge.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it averages several judges.</summary>
    public bool IsAverage => Raters.Count > 1;
}

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
