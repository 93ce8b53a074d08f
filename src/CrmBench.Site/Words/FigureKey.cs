using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Words;

/// <summary>
/// Names every computed number of the site, so that a finished page can be held against the computation:
/// <c>benchmark/release/method[/use case]/submission/</c> and then the figure: <c>accuracy</c> for a dimension,
/// <c>accuracy:conciseness</c> for a metric, either with <c>@use-case</c> for one use case, <c>cost*1000</c> for an amount of calls,
/// <c>accuracy~median</c> for its single grades, <c>accuracy*leader</c> for the difference to the best row, <c>cost*repriced</c> at later list prices.
/// Figures of agreement are <c>benchmark/release/agreement/metric/method/</c> and the coefficient.
/// </summary>
internal static class FigureKey
{
    /// <summary>What the keys of one row begin with.</summary>
    public static string Row(Leaderboard board, LeaderboardRow row, UseCase? useCase = null) => useCase is null
        ? $"{board.Benchmark.Id}/{board.Release.Id}/{board.Method.Id}/{row.Submission.Id}/"
        : $"{board.Benchmark.Id}/{board.Release.Id}/{board.Method.Id}/{useCase.Id}/{row.Submission.Id}/";

    public static string Dimension(string row, Dimension dimension) => row + dimension.Id;

    public static string Dimension(string row, Dimension dimension, UseCase useCase) => $"{row}{dimension.Id}@{useCase.Id}";

    public static string Metric(string row, Dimension dimension, Metric metric) => $"{row}{dimension.Id}:{metric.Id}";

    public static string Metric(string row, Dimension dimension, Metric metric, UseCase useCase) =>
        $"{row}{dimension.Id}:{metric.Id}@{useCase.Id}";

    /// <summary>What a mean of grades does not tell: <c>good</c>, the share of good grades, or <c>median</c>.</summary>
    public static string Grades(string row, Dimension dimension, string figure) => $"{row}{dimension.Id}~{figure}";

    /// <summary>How far a row is from the leader of its board on a dimension.</summary>
    public static string ToLeader(string row, Dimension dimension) => $"{row}{dimension.Id}*leader";

    /// <summary>A coefficient of the raters of one method: <c>alpha</c> or <c>kappa</c>.</summary>
    public static string Raters(Release release, string benchmark, Metric metric, RaterAgreement raters, string coefficient) =>
        $"{benchmark}/{release.Id}/agreement/{metric.Id}/{raters.Method.Id}/{coefficient}";

    /// <summary>A figure between two methods: <c>spearman</c>, <c>kendall</c>, <c>responses</c> or <c>difference</c>.</summary>
    public static string Methods(Release release, string benchmark, Metric metric, MethodAgreement methods, string figure) =>
        $"{benchmark}/{release.Id}/agreement/{metric.Id}/{methods.People.Id}+{methods.Programs.Id}/{figure}";

    /// <summary>A cost counted anew at list prices of a later day.</summary>
    public static string Repriced(string row, Dimension dimension) => $"{row}{dimension.Id}*repriced";

    /// <summary>Money for the yearly calls of a use case.</summary>
    public static string Year(string row, Dimension dimension, UseCase useCase) => $"{row}{dimension.Id}*year@{useCase.Id}";
}
