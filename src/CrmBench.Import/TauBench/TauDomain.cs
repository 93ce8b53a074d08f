using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Import.TauBench;

/// <summary>A domain's results in a submission to tau-bench; figures are the texts printed there, empty where there are none.</summary>
/// <param name="Name">The source's name, such as <c>banking_knowledge</c>.</param>
/// <param name="Place">Where its results stand.</param>
internal sealed record TauDomain(string Name, SourcePlace Place)
{
    /// <summary>Number of tasks of each domain.</summary>
    private static readonly ImmutableDictionary<string, int> s_tasks = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("airline", 50),
            KeyValuePair.Create("retail", 114),
            KeyValuePair.Create("telecom", 114),
            KeyValuePair.Create("banking_knowledge", 97),
        ]);

    /// <summary>Percent of tasks solved in all of one to four trials, in this order.</summary>
    public required ImmutableArray<string> PassPercents { get; init; }

    /// <summary>US dollars a task.</summary>
    public string Cost { get; init; } = "";

    /// <summary>How the agent searches the knowledge base.</summary>
    public string Retrieval { get; init; } = "";

    /// <summary>Mean seconds until the agent answers; voice only, as the three after it.</summary>
    public string ResponseLatency { get; init; } = "";

    /// <summary>Mean seconds until the agent stops when it is interrupted.</summary>
    public string YieldLatency { get; init; } = "";

    /// <summary>Interruptions by the agent a turn of the caller, from 0 to 1.</summary>
    public string InterruptionRate { get; init; } = "";

    /// <summary>Share of the caller's turns that got an answer, from 0 to 1.</summary>
    public string ResponseRate { get; init; } = "";

    /// <summary>Our identifier of the domain.</summary>
    public string UseCase => Name.Replace('_', '-');

    /// <summary>Number of its tasks.</summary>
    public int Tasks => s_tasks[Name];

    /// <summary>Whether the source has a domain of this name.</summary>
    public static bool IsKnown(string name) => s_tasks.ContainsKey(name);
}
