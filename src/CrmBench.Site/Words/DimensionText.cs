using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Words;

/// <summary>What pages say about dimensions, metrics and estimates in words.</summary>
internal static class DimensionText
{
    /// <summary>What a dimension's numbers are, for a heading: <c>%</c>, <c>US$ per 1,000 tasks</c>, <c>mean of 4, grade 1–4</c>.</summary>
    public static string Unit(Benchmark benchmark, Dimension dimension)
    {
        var counted = dimension.CountedMetrics.ToArray();
        var what = counted.Length > 1 ? $"mean of {Format.Plain(counted.Length)}, " : "";
        var unit = dimension.Unit switch
        {
            Core.Model.Unit.Grade when dimension.Scale is { } scale => $"grade {Format.Plain(scale.Lowest)}–{Format.Plain(scale.Highest)}",
            Core.Model.Unit.Percent => "%",
            Core.Model.Unit.Seconds => "seconds",
            Core.Model.Unit.Minutes => "minutes",
            Core.Model.Unit.Share => "share, 0–1",
            Core.Model.Unit.Number => dimension.Printed.Name,
            Core.Model.Unit.Count => dimension.Printed.Name.Length > 0 ? dimension.Printed.Name : "count",
            _ => MoneyText.Unit(benchmark),
        };
        return what + unit;
    }

    /// <summary>A dimension with what its numbers are: <c>Cost, US$ per 1,000 tasks</c>; its name alone where that says it already, as of tokens.</summary>
    public static string NameWithUnit(Benchmark benchmark, Dimension dimension)
    {
        var unit = Unit(benchmark, dimension);
        return unit.Equals(dimension.Name, StringComparison.OrdinalIgnoreCase) ? dimension.Name : $"{dimension.Name}, {unit}";
    }

    /// <summary>A name as it stands within a sentence: "Cost" becomes "cost", "CRM fairness" stays.</summary>
    public static string InSentence(string name) => name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1])
        ? char.ToLowerInvariant(name[0]) + name[1..]
        : name;

    /// <summary>What sets a figure apart from those that belong to its row; null where nothing does.</summary>
    public static string? Apart(Belonging belonging) => belonging switch
    {
        Belonging.AllUseCases => "not per task",
        Belonging.Model => "measured elsewhere",
        _ => null,
    };

    /// <summary>Which way is better, in words.</summary>
    public static string Better(Direction direction) => direction == Direction.Higher ? "higher is better" : "lower is better";

    /// <summary>What stands behind an estimate: <c>97 tasks</c>, <c>120 items, 360 judgments</c>; null where nothing is stated.</summary>
    public static string? Count(Estimate estimate)
    {
        if (estimate.Count is not { } count)
        {
            return null;
        }

        var counted = estimate.CountOf switch
        {
            CountOf.Items => Format.Counted(count, "item"),
            CountOf.Tasks => Format.Counted(count, "task"),
            CountOf.Trials => Format.Counted(count, "trial"),
            CountOf.Calls => Format.Counted(count, "call"),
            _ => Format.Counted(count, "observation"),
        };
        if (estimate.Judgments is not { } judgments)
        {
            return counted;
        }

        return estimate.CountOf == CountOf.Tasks
            ? $"{counted}, {Format.Plural(judgments, "try", "tries")}"
            : $"{counted}, {Format.Counted(judgments, "judgment")}";
    }

    /// <summary>Where an interval comes from, or why there is none, as a sentence without its full stop.</summary>
    public static string Basis(Estimate estimate)
    {
        var level = estimate.Level is { } known ? $"{Format.Level(known)} interval" : "interval";
        var from = Count(estimate) is { } count ? $" from {count}" : "";
        return estimate.Interval is null
            ? NoInterval(estimate)
            : estimate.Basis switch
            {
                Core.Scoring.Basis.Ratings => $"{level}{from}, ratings of one item taken together",
                Core.Scoring.Basis.Proportion => $"{level}{from} by Wilson's method",
                Core.Scoring.Basis.RepeatedTrials => $"{level}{from}, repeated trials of one task taken together",
                Core.Scoring.Basis.Bounded => $"widest {level} that{from} could have, for its spread is not published",
                Core.Scoring.Basis.Calls => $"{level}{from}",
                Core.Scoring.Basis.StandardDeviation => $"{level}{from} and the published standard deviation",
                Core.Scoring.Basis.Published when estimate.Level is null => "interval as published, level not stated",
                Core.Scoring.Basis.Published => $"{level} as published",
                _ => $"{level} of the average{from}",
            };
    }

    private static string NoInterval(Estimate estimate) => estimate.Basis switch
    {
        Core.Scoring.Basis.PriceTable => "price list times tokens: exact, no interval",
        Core.Scoring.Basis.Average => "no interval: a part of the average has none",
        Core.Scoring.Basis.AverageOfValues => "no interval: no part of the average states its spread",
        _ when Count(estimate) is { } count => $"no interval: {count}, spread not published",
        _ => "no interval: the source states neither count nor spread",
    };
}

/// <summary>What pages call judges, and what they say about those that share a provider with the model they judged.</summary>
internal static class JudgeText
{
    /// <summary>The judge that a method's figures come from, or the method's own name where its judges are not told apart.</summary>
    public static string Name(Method method) => method.View is not { } view ? method.Name
        : view.IsAverage ? $"The {view.JudgeName}"
        : view.JudgeName;

    /// <summary>The same within a sentence: names of judges stay as they are written.</summary>
    public static string InSentence(Method method) => method.View switch
    {
        null => $"the method “{method.Name}”",
        { IsAverage: true } view => $"the {view.JudgeName}",
        { } view => view.JudgeName,
    };

    /// <summary>The judging model's name, or the rater's where the source names no model.</summary>
    public static string Name(Catalogue catalogue, Judge judge) =>
        judge.Model is { } id && catalogue.Models.TryGetValue(id, out var model) ? model.Name : judge.Rater;

    /// <summary>The judges of a row that share its provider and gave it ratings for this board's method; empty on boards judged by people.</summary>
    public static IEnumerable<Judge> OfOwnProvider(AgreementReport? agreement, Leaderboard board, LeaderboardRow row) => agreement is null
        ? []
        : agreement.SharedProviders
            .Where(shared => shared.Submission.Id == row.Submission.Id && board.Method.Takes(shared.Judge.Method, shared.Judge.Rater))
            .Select(shared => shared.Judge);
}
