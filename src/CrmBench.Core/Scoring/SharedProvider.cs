using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A judge that rated a model of its own provider: judges may favour their own.</summary>
/// <param name="Submission">The judged submission.</param>
/// <param name="Judge">The judge.</param>
/// <param name="Provider">The provider both share.</param>
public sealed record SharedProvider(Submission Submission, Judge Judge, Provider Provider);
