using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Words;

/// <summary>What pages say about judges that share a provider with the model they judged.</summary>
internal static class JudgeText
{
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
