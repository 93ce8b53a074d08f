using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>What a model's page says about the boards of one release: per row every metric with count, interval and source, and cost at volumes.</summary>
internal static class ModelOnBoard
{
    public static ScriptObject Model(SiteIndex index, ImmutableArray<Entry> entries) => new PartsModel
    {
        ["id"] = Addresses.PartOfModel(entries[0].Benchmark.Benchmark, entries[0].Release.Release),
        ["name"] = entries[0].Benchmark.Benchmark.Name,
        ["path"] = entries[0].IsInDraftBehind
            ? Addresses.Release(entries[0].Benchmark.Benchmark, entries[0].Release.Release)
            : Addresses.Benchmark(entries[0].Benchmark.Benchmark),
        ["release"] = ReleaseText.InSentence(entries[0].Benchmark.Benchmark, entries[0].Release.Release),
        ["date"] = Format.Date(entries[0].Release.Release.Date),
        ["charts"] = Models.Later(() => Models.List(
            entries.Select(entry => entry.Board).Distinct()
                .Select(board => ModelCharts.Ranks(board, entries[0].Row.Model)).OfType<ScriptObject>(),
            chart => chart)),
        ["rows"] = Models.List(entries.Select((entry, i) => (entry, i)), row => Row(index, row.entry, row.i, entries)),
    };

    private static PartsModel Row(SiteIndex index, Entry entry, int number, ImmutableArray<Entry> all)
    {
        var (board, row, submission) = (entry.Board, entry.Row, entry.Row.Submission);
        var key = FigureKey.Row(board, row);
        var part = Addresses.PartOfModel(board.Benchmark, board.Release);
        var several = all.Length > 1;
        return new PartsModel(24)
        {
            ["id"] = Addresses.RowOnModel(board, row),
            ["report"] = Models.Later(() => Addresses.Report(index.Site, board, row)),
            ["heading"] = several ? Heading(entry) : null,
            ["rank"] = RankText.Sentence(row, board),
            ["own_judge"] = Models.Later(() => OwnJudge(index, entry)),
            ["strengths"] = Models.Later(() => Strengths.Model(index.Of(board), row)),
            ["profile"] = Models.Later(() => ModelCharts.Profile(
                index.Of(board), row, $"profile-{part}-{Format.Plain(number + 1)}", level: several ? 4 : 3)),
            ["metrics"] = Models.Later(() => Metrics(index, row, key)),
            ["by_use_case"] = Models.Later(() => ByUseCase(board, row, key)),
            ["costs"] = Models.Later(() => Costs(board, row, key)),
            ["call_noun"] = board.Benchmark.CallNoun,
            ["calls"] = Calls(row),
            ["call_chart"] = Models.Later(() => all.First(other => other.Row.Submission == submission) == entry
                ? CallCharts.OfRow(entry, $"calls-{part}-{Format.Plain(number + 1)}", several ? 4 : 3)
                : null),
            ["facts"] = Models.Later(() => Facts(index, submission)),
            ["issues"] = new ScriptArray(submission.KnownIssues),
            ["corrections"] = Models.Later(() => Models.List(submission.Corrections, correction => new ScriptObject
            {
                ["on"] = Format.Date(correction.On),
                ["reason"] = correction.Reason,
            })),
            ["sources"] = Models.Later(() => Sources(row)),
            ["file"] = index.InRepository(submission.Place),
            ["label"] = row.Label,
        };
    }

    /// <summary>Which judges of a board judged by programs share the model's provider; null where none does.</summary>
    private static ScriptObject? OwnJudge(SiteIndex index, Entry entry)
    {
        var judges = JudgeText.OfOwnProvider(entry.Release.Agreement, entry.Board, entry.Row).Select(judge => JudgeText.Name(index.Scored.Catalogue, judge)).ToArray();
        return judges.Length == 0 ? null : new ScriptObject
        {
            ["text"] = judges.Length == 1
                ? $"One judge of this row, {judges[0]}, comes from the same provider and may favour it."
                : $"Judges of this row, {Format.List(judges)}, come from the same provider and may favour it.",
            ["path"] = $"{Addresses.Agreement(entry.Benchmark, entry.Release)}#own-provider",
        };
    }

    private static string Heading(Entry entry)
    {
        var label = entry.Row.Label;
        return entry.Release.Boards.Length > 1 ? $"{label}, {entry.Board.Method.Name}" : label;
    }

    /// <summary>Each dimension, then its metrics and their parts.</summary>
    private static ScriptArray Metrics(SiteIndex index, LeaderboardRow row, string key)
    {
        var lines = new ScriptArray();
        foreach (var score in row.Dimensions)
        {
            var dimension = score.Dimension;
            lines.Add(Line(
                index,
                dimension.Name,
                "strong",
                FigureKey.Dimension(key, dimension),
                dimension.Unit,
                score.Estimate,
                Scale(dimension),
                score.Coverage));
            // One metric says nothing more than its dimension, and many dashes nothing more than one.
            var metrics = score.Metrics.SelectMany(metric => metric.Parts.Prepend(metric)).ToImmutableArray();
            if (metrics.Length < 2 || metrics.All(metric => metric.Estimate is null))
            {
                continue;
            }

            foreach (var metric in metrics)
            {
                lines.Add(Line(
                    index,
                    metric.Metric.Name,
                    "part-of",
                    FigureKey.Metric(key, dimension, metric.Metric),
                    metric.Metric.Unit,
                    metric.Estimate,
                    Scale(dimension),
                    metric.Coverage));
            }
        }

        return lines;
    }

    // Seconds and money have no scale of their own, so a bar would only repeat the number.
    private static BarScale? Scale(Dimension dimension) =>
        dimension.Unit is Unit.Grade or Unit.Percent ? BarScale.For(dimension, []) : null;

    private static ScriptObject Line(
        SiteIndex index, string name, string css, string key, Unit unit, Estimate? estimate, BarScale? scale, Coverage coverage)
    {
        var places = estimate?.Evidence.Select(evidence => evidence.Place).Distinct().ToArray() ?? [];
        return new ScriptObject
        {
            ["name"] = name,
            ["css"] = css,
            ["figure"] = Figure.Of(key, unit, estimate, scale),
            ["basis"] = estimate is null ? null : DimensionText.Basis(estimate),
            ["count"] = estimate is null ? null : DimensionText.Count(estimate),
            ["coverage"] = coverage.IsComplete || coverage.IsEmpty || estimate is null
                ? null
                : $"{Format.Plain(coverage.Count)} of {Format.Plain(coverage.Total)} use cases",
            ["file"] = places.Length > 0 ? index.InRepository(places[0]) : null,
            ["more_files"] = places.Length > 1 ? $"+{Format.Plain(places.Length - 1)}" : null,
            ["source"] = estimate?.Evidence.Select(evidence => evidence.Source.Title).Distinct().ToArray() is { Length: > 0 } titles
                ? titles.Length == 1 ? titles[0] : $"{titles[0]} and {Format.Plain(titles.Length - 1)} more"
                : null,
        };
    }

    /// <summary>Use cases as rows and dimensions as columns; null where a board has one use case.</summary>
    private static ScriptObject? ByUseCase(Leaderboard board, LeaderboardRow row, string key)
    {
        var dimensions = row.Dimensions.Where(score => score.Estimate is not null).ToImmutableArray();
        if (board.UseCases.Length < 2 || dimensions.IsEmpty)
        {
            return null;
        }

        return new ScriptObject
        {
            ["columns"] = Models.List(dimensions, score => new ScriptObject
            {
                ["name"] = score.Dimension.Name,
                ["sub"] = DimensionText.Unit(board.Benchmark, score.Dimension),
            }),
            ["rows"] = Models.List(board.UseCases.Select((useCase, i) => (useCase, i)), entry => new ScriptObject(3)
            {
                ["name"] = entry.useCase.Name,
                ["path"] = Addresses.UseCase(board.Benchmark, entry.useCase),
                ["cells"] = Models.List(dimensions, score => Figure.Of(
                    FigureKey.Dimension(key, score.Dimension, entry.useCase),
                    score.Dimension.Unit,
                    score.UseCases[entry.i].Estimate)),
            }),
        };
    }

    /// <summary>Money per call, per thousand and per year; null where the row has no money.</summary>
    private static ScriptObject? Costs(Leaderboard board, LeaderboardRow row, string key)
    {
        var score = row.Dimensions.FirstOrDefault(score => score.Dimension.Unit == Unit.Usd && score.Estimate is not null);
        if (score?.Estimate is not { } estimate)
        {
            return null;
        }

        var yearly = score.UseCases.Where(useCase => useCase.UsdPerYear is not null).ToImmutableArray();
        return new ScriptObject
        {
            ["call"] = Figure.Of(FigureKey.Dimension(key, score.Dimension), Unit.Usd, estimate),
            ["partial"] = score.IsPartial ? $"over {Format.Plain(score.Coverage.Count)} of {Format.Plain(score.Coverage.Total)} use cases" : null,
            ["thousand"] = Figure.Money(FigureKey.Thousand(key, score.Dimension), estimate.Value * 1000),
            ["tier"] = Figure.Tier(score.Dimension, score.Tier),
            ["basis"] = DimensionText.Basis(estimate),
            ["noun"] = board.Benchmark.CallNoun,
            ["yearly"] = Models.List(yearly, useCase => new ScriptObject
            {
                ["name"] = useCase.UseCase.Name,
                ["path"] = Addresses.UseCase(board.Benchmark, useCase.UseCase),
                ["calls"] = Format.Count(useCase.UseCase.CallsPerYear!.Value),
                ["usd"] = Figure.Money(FigureKey.Year(key, score.Dimension, useCase.UseCase), useCase.UsdPerYear!.Value),
            }),
        };
    }

    private static string? Calls(LeaderboardRow row) =>
        row.Dimensions.Select(score => score.Calls).FirstOrDefault(calls => calls is not null) is { } calls
            ? $"{Format.Counted(calls.Total, "call")} timed: {Format.Count(calls.Ok)} answered, "
                + $"{Format.Plural(calls.Errors, "error", "errors")}, {Format.Plural(calls.Timeouts, "timeout", "timeouts")}. Failed calls are counted, never averaged in."
            : null;

    private static ScriptArray Facts(SiteIndex index, Submission submission)
    {
        var facts = new FactList();
        facts.Add("Run by", submission.SubmittedBy);
        facts.Add("Evaluated", submission.EvaluatedOn is { } evaluated ? Format.Date(evaluated) : null);
        facts.Add("Submitted", submission.SubmittedOn is { } submitted ? Format.Date(submitted) : null);
        facts.Add("Checked by", submission.VerifiedBy ?? "nobody that we know of");
        foreach (var judge in submission.Judges)
        {
            facts.Add("Judge", judge.Model is { } id && index.Scored.Catalogue.Models.TryGetValue(id, out var model) ? model.Name : judge.Rater);
        }

        foreach (var (name, value) in submission.Settings)
        {
            facts.Add(name, value);
        }

        return facts.ToModel();
    }

    private static ScriptArray Sources(LeaderboardRow row)
    {
        var gives = row.Dimensions
            .SelectMany(score => SourceList.SourcesOf(score).Select(source => (source.Id, score.Dimension.Name)))
            .Distinct()
            .ToLookup(use => use.Id, use => use.Name);
        return Models.List(row.Submission.Sources, source => SourceList.Model(source, [.. gives[source.Id]]));
    }
}
