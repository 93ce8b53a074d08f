using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Writing;
using CrmBench.Import.Formats;
using CrmBench.Import.Kernel;

namespace CrmBench.CarryOver.Published;

/// <summary>Carries over the submissions to tau-bench as an import does; text submissions with speed and trust from other boards.</summary>
internal static class AgentBoards
{
    /// <summary>The submissions of all releases.</summary>
    public static ImmutableArray<SubmissionFolder> Produce(SourceFolder source)
    {
        var crosswalk = Crosswalk.Read(source);
        return
        [
            .. Carried(source).Select(entry =>
            {
                var (submission, release) = entry;
                var model = KnownModels.ForTauName(submission.Model.Value);
                return submission.IsVoice
                    ? TauVoiceBoard.Folder(submission, model, release)
                    : crosswalk.AddTo(TauTextBoard.Folder(submission, model, release), submission.Id);
            }),
        ];
    }

    /// <summary>The submissions that compare with a release, and which.</summary>
    public static IEnumerable<(TauSubmission Submission, string Release)> Carried(SourceFolder source)
    {
        foreach (var submission in ReadAll(source))
        {
            if ((submission.IsVoice ? TauVoiceBoard.Release(submission) : TauTextBoard.Release(submission)) is { } release)
            {
                yield return (submission, release);
            }
        }
    }

    private static IEnumerable<TauSubmission> ReadAll(SourceFolder source)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var file in source.Files("tau-bench/original/submissions", "*.json"))
        {
            if (ForeignFile.Open(file, diagnostics)?.Roots.Single() is { } json
                && TauSubmission.Read(file, json, diagnostics) is { } submission)
            {
                yield return submission;
            }

            if (diagnostics.HasErrors)
            {
                throw new InvalidDataException(string.Join('\n', diagnostics.ToSorted()));
            }
        }
    }
}

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
