using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CrmBench.Core.Comparing;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Data.Values;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Reports;

/// <summary>What changed, as one JSON document; its form is described in <c>Reports/README.md</c>.</summary>
internal static class DiffJson
{
    private const int Schema = 1;

    /// <summary>The document, ended by a line end.</summary>
    /// <param name="changes">What differs.</param>
    /// <param name="against">What was compared with, as it was typed.</param>
    /// <param name="commit">Its commit, or null.</param>
    public static string Of(CatalogueChanges changes, string against, string? commit) => Document(against, commit, json =>
    {
        json.WriteBoolean("changed", !changes.IsEmpty);
        json.WriteStartObject("counts");
        foreach (var fate in Enum.GetValues<SubmissionFate>())
        {
            json.WriteNumber(DiffNames.Of(fate), changes.Submissions.Count(change => change.Fate == fate));
        }

        json.WriteNumber("moved_by_others", changes.MovedByOthers);
        json.WriteEndObject();
        json.WriteObjects("fronts", changes.Fronts, front =>
        {
            json.WriteString("benchmark", front.Benchmark.Id);
            json.WriteString("before", front.Release.Before?.Id);
            json.WriteString("after", front.Release.After?.Id);
            json.WriteString("status_before", DiffNames.Of(front.Release.Before?.Status));
            json.WriteString("status_after", DiffNames.Of(front.Release.After?.Status));
            json.WriteNumber("rows", front.Rows);
            json.WriteTexts("drafts", front.Drafts.Select(draft => draft.Id));
        });
        json.WriteObjects("submissions", changes.Submissions, change => WriteSubmission(json, change));
        json.WriteObjects("releases", changes.Releases, change => WriteRelease(json, change));
        json.WriteObjects("benchmarks", changes.Benchmarks, change => WriteShared(json, "benchmark", change.Latest.Id, change));
        json.WriteObjects("models", changes.Models, change => WriteShared(json, "model", change.Latest.Id, change));
        json.WriteObjects("providers", changes.Providers, change => WriteShared(json, "provider", change.Latest.Id, change));
        json.WriteTexts("prices", changes.Prices);
        json.WriteObjects("frozen_releases_moved", [.. changes.FrozenReleasesMoved], moved =>
        {
            json.WriteString("benchmark", moved.Benchmark.Id);
            json.WriteString("release", moved.Release.Id);
        });
        json.WriteObjects("rows", changes.Rows, row => WriteRow(json, row));
    });

    /// <summary>The document where a state has errors and nothing could be compared.</summary>
    public static string OfErrors(ImmutableArray<Diagnostic> errors, string against, string? commit) =>
        Document(against, commit, json => JsonReport.WriteDiagnostics(json, errors));

    private static string Document(string against, string? commit, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteStartObject("base");
            json.WriteString("name", against);
            json.WriteString("commit", commit);
            json.WriteEndObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteSubmission(Utf8JsonWriter json, SubmissionChange change)
    {
        var submission = change.Submission.Latest;
        json.WriteString("benchmark", change.Benchmark.Id);
        json.WriteString("release", change.Release.Id);
        json.WriteString("submission", submission.Id);
        json.WriteString("model", submission.Model);
        json.WriteString("name", change.Label);
        json.WriteString("submitted_by", submission.SubmittedBy);
        json.WriteString("fate", DiffNames.Of(change.Fate));
        json.WriteString("objection", DiffNames.Of(change.Objection));
        json.WriteObjects("parts", change.Parts, part =>
        {
            json.WriteString("part", DiffNames.Of(part.Part));
            json.WriteNumber("added", part.Added);
            json.WriteNumber("changed", part.Changed);
            json.WriteNumber("removed", part.Removed);
        });
        json.WriteObjects("corrections", change.NewCorrections, correction => WriteDayAndReason(json, correction.On, correction.Reason));
        if (change is { Fate: SubmissionFate.Withdrawn, Submission.After.Withdrawn: { } withdrawn })
        {
            json.WriteStartObject("withdrawn");
            WriteDayAndReason(json, withdrawn.On, withdrawn.Reason);
            json.WriteEndObject();
        }
    }

    private static void WriteRelease(Utf8JsonWriter json, ReleaseChange change)
    {
        json.WriteString("benchmark", change.Benchmark.Id);
        WriteShared(json, "release", change.Release.Latest.Id, change.Release);
        json.WriteString("status_before", DiffNames.Of(change.Release.Before?.Status));
        json.WriteString("status_after", DiffNames.Of(change.Release.After?.Status));
        json.WriteString("objection", DiffNames.Of(change.Objection));
    }

    private static void WriteShared<T>(Utf8JsonWriter json, string kind, string id, Change<T> change)
        where T : class
    {
        json.WriteString(kind, id);
        json.WriteString("state", DiffNames.Of(change));
    }

    private static void WriteRow(Utf8JsonWriter json, RowChange row)
    {
        json.WriteString("benchmark", row.Board.Benchmark.Id);
        json.WriteString("release", row.Board.Release.Id);
        json.WriteString("method", row.Board.Method.Id);
        json.WriteString("use_case", row.UseCase?.Id);
        json.WriteString("submission", row.Row.Latest.Submission.Id);
        json.WriteString("name", row.Row.Latest.Label);
        json.WriteBoolean("in_front", row.IsInFront);
        json.WriteString("cause", DiffNames.Of(row.Cause));
        WriteStanding(json, "before", row.Row.Before);
        WriteStanding(json, "after", row.Row.After);
        json.WriteObjects("figures", row.Figures, figure =>
        {
            json.WriteString("dimension", figure.Dimension.Id);
            json.WriteString("metric", figure.Metric?.Id);
            WriteFigure(json, "before", figure.Dimension, figure.Before, figure.TierBefore, figure.CoverageBefore);
            WriteFigure(json, "after", figure.Dimension, figure.After, figure.TierAfter, figure.CoverageAfter);
        });
        json.WriteTexts("ties_gained", row.TiesGained.Select(other => other.Submission.Id));
        json.WriteTexts("ties_lost", row.TiesLost.Select(other => other.Submission.Id));
    }

    private static void WriteStanding(Utf8JsonWriter json, string name, LeaderboardRow? row)
    {
        if (row is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("dimension", row.RankedBy.Dimension.Id);
        WriteNumber(json, "value", row.RankedBy.Estimate?.Value);
        WriteNumber(json, "low", row.RankedBy.Estimate?.Interval?.Low);
        WriteNumber(json, "high", row.RankedBy.Estimate?.Interval?.High);
        json.WriteNumber("use_cases_covered", row.RankedBy.Coverage.Count);
        json.WriteNumber("use_cases", row.RankedBy.Coverage.Total);
        WriteNumber(json, "rank", row.Rank);
        WriteNumber(json, "rank_best", row.RankRange?.Best);
        WriteNumber(json, "rank_worst", row.RankRange?.Worst);
        if (row.OnCostFrontier is { } onFrontier)
        {
            json.WriteBoolean("on_cost_frontier", onFrontier);
        }
        else
        {
            json.WriteNull("on_cost_frontier");
        }

        json.WriteEndObject();
    }

    private static void WriteFigure(
        Utf8JsonWriter json, string name, Dimension dimension, Estimate? estimate, TierSpan? tier, Coverage? coverage)
    {
        json.WriteStartObject(name);
        WriteNumber(json, "value", estimate?.Value);
        WriteNumber(json, "low", estimate?.Interval?.Low);
        WriteNumber(json, "high", estimate?.Interval?.High);
        WriteNumber(json, "use_cases_covered", coverage?.Count);
        json.WriteTexts("tiers", tier is null || dimension.Tiers is not { } tiers
            ? []
            : tiers.Bands.Where((_, i) => i >= tier.Lowest && i <= tier.Highest).Select(band => band.Id));
        json.WriteEndObject();
    }

    private static void WriteDayAndReason(Utf8JsonWriter json, DateOnly on, string reason)
    {
        json.WriteString("on", Format.IsoDate(on));
        json.WriteString("reason", reason);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
