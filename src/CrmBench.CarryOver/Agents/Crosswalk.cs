using System.Collections.Immutable;
using CrmBench.CarryOver.Sources;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Agents;

/// <summary>Speed and trust of a model from other leaderboards, found by the crosswalk of model names.</summary>
/// <remarks>Each figure keeps its own source: prompts, load, dates and reasoning effort differ from the run it stands beside.</remarks>
internal sealed record Crosswalk
{
    private const string SpeedSource = "bfcl";
    private const string TrustSource = "vectara";

    private readonly ImmutableDictionary<string, SourceRow> _names;
    private readonly ImmutableDictionary<string, SourceRow> _figures;

    private Crosswalk(ImmutableDictionary<string, SourceRow> names, ImmutableDictionary<string, SourceRow> figures) =>
        (_names, _figures) = (names, figures);

    /// <summary>Reads the crosswalk and the composed table.</summary>
    public static Crosswalk Read(SourceFolder source) => new(
        source.Table("composite/model_crosswalk.csv").Rows
            .Where(row => !row.IsEmpty("tau_submission"))
            .ToImmutableDictionary(row => row["tau_submission"], StringComparer.Ordinal),
        source.Table("composite/tau_plus_speed_trust_price.csv").Rows
            .GroupBy(row => row["model"], StringComparer.Ordinal)
            .ToImmutableDictionary(rows => rows.Key, rows => rows.First(), StringComparer.Ordinal));

    /// <summary>The submission with its rows and sources of speed and trust, as far as there are any.</summary>
    public SubmissionFolder AddTo(SubmissionFolder folder, string tauSubmission)
    {
        if (!_names.TryGetValue(tauSubmission, out var names) || !_figures.TryGetValue(names["canonical"], out var figures))
        {
            return folder;
        }

        var scores = folder.Scores.ToBuilder();
        var sources = folder.Sources.ToBuilder();
        if (!figures.IsEmpty("bfcl_latency_mean_s"))
        {
            scores.Add(new ScoreRow("seconds-per-request", figures["bfcl_latency_mean_s"]) { Source = SpeedSource });
            scores.Add(new ScoreRow("seconds-per-request-p95", figures["bfcl_latency_p95_s"]) { Source = SpeedSource });
            sources.Add(Speed(names));
        }

        if (!figures.IsEmpty("vectara_factual_consistency_pct"))
        {
            scores.Add(new ScoreRow("truthfulness", figures["vectara_factual_consistency_pct"]) { Source = TrustSource });
            scores.Add(new ScoreRow("answer-rate", figures["vectara_answer_rate_pct"]) { Source = TrustSource });
            sources.Add(Trust(names));
        }

        return folder with { Scores = scores.ToImmutable(), Sources = sources.ToImmutable() };
    }

    private static SourceEntry Speed(SourceRow names) => new(
        SpeedSource,
        $"Berkeley Function Calling Leaderboard, row {names["bfcl_row"]}",
        "https://gorilla.cs.berkeley.edu/leaderboard.html",
        "Not stated where it was read; figures cited as facts",
        "",
        "Seconds of a request of that leaderboard, not of a customer-service task: prompts, load and date differ from the run beside it, "
            + "and its reasoning effort is not stated. Read from a table composed from several leaderboards that does not date this one.");

    private static SourceEntry Trust(SourceRow names) => new(
        TrustSource,
        $"Vectara hallucination leaderboard, row {names["vectara_row"]}",
        "https://github.com/vectara/hallucination-leaderboard/tree/2e0985929addf7fd52451854fd899161edea0aa4",
        "Apache-2.0",
        "2026-03-10",
        "Share of summaries that an automated judge finds consistent with their text; documents, prompts and, unless its row names it, "
            + "reasoning effort differ from the run beside it. Judge and documents have changed over the years: figures of "
            + "other dates do not compare.");
}
