using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Words;

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
