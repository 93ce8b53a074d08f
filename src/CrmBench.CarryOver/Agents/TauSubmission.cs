using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.CarryOver.Sources;

namespace CrmBench.CarryOver.Agents;

/// <summary>A submission to the tau-bench leaderboard: its rows, one a domain, and what its own JSON adds.</summary>
/// <param name="Id">Identifier in the source.</param>
/// <param name="Rows">Rows of the flat table, in the source's order.</param>
/// <param name="VerificationDetails">What the source says on verification, or empty.</param>
internal sealed record TauSubmission(string Id, ImmutableArray<SourceRow> Rows, string VerificationDetails)
{
    /// <summary>Number of tasks of each domain, by the source's domain name.</summary>
    private static readonly ImmutableDictionary<string, int> s_tasks = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("airline", 50),
            KeyValuePair.Create("retail", 114),
            KeyValuePair.Create("telecom", 114),
            KeyValuePair.Create("banking_knowledge", 97),
        ]);

    /// <summary>The first row: the columns that say something on the submission are the same in all.</summary>
    public SourceRow First => Rows[0];

    /// <summary>All submissions of the source, in its order.</summary>
    public static ImmutableArray<TauSubmission> ReadAll(SourceFolder source) =>
    [
        .. source.Table("tau-bench/tau_leaderboard.csv").Rows
            .GroupBy(row => row["submission_id"], StringComparer.Ordinal)
            .Select(rows => new TauSubmission(rows.Key, [.. rows], ReadVerification(source, rows.Key))),
    ];

    /// <summary>Number of tasks of a domain.</summary>
    public static int Tasks(string domain) => s_tasks[domain];

    /// <summary>Our identifier of the source's domain.</summary>
    public static string UseCase(string domain) => domain.Replace('_', '-');

    private static string ReadVerification(SourceFolder source, string id)
    {
        using var json = source.Json($"tau-bench/original/submissions/{id}.json");
        return json.RootElement.TryGetProperty("methodology", out var methodology)
            && methodology.TryGetProperty("verification", out var verification)
            && verification.TryGetProperty("details", out var details)
            && details.ValueKind == JsonValueKind.String
                ? details.GetString()!
                : "";
    }
}
