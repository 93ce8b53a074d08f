using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Words;

/// <summary>The words and numbers of downloaded files; they are part of the files' form and do not change with the pages.</summary>
internal static class ResultWords
{
    /// <summary>The basis of a figure that is a band of cost without the money behind it.</summary>
    public const string BandOnly = "band-only";

    public static string Of(Unit unit) => unit switch
    {
        Unit.Grade => "grade",
        Unit.Percent => "percent",
        Unit.Seconds => "seconds",
        Unit.Number => "number",
        Unit.Minutes => "minutes",
        Unit.Share => "share",
        Unit.Count => "count",
        _ => "usd",
    };

    public static string Of(Basis basis) => basis switch
    {
        Basis.Ratings => "ratings",
        Basis.Proportion => "proportion",
        Basis.RepeatedTrials => "repeated-trials",
        Basis.Bounded => "bounded",
        Basis.Calls => "calls",
        Basis.StandardDeviation => "standard-deviation",
        Basis.Published => "published",
        Basis.Average => "average",
        Basis.PriceTable => "price-table",
        _ => "value-only",
    };

    public static string Of(Belonging belonging) => belonging switch
    {
        Belonging.AllUseCases => "all-use-cases",
        Belonging.Model => "model",
        _ => "row",
    };

    public static string Of(CountOf countOf) => countOf switch
    {
        CountOf.Items => "items",
        CountOf.Tasks => "tasks",
        CountOf.Trials => "trials",
        CountOf.Calls => "calls",
        CountOf.Observations => "observations",
        _ => "",
    };

    public static string Of(Direction better) => better == Direction.Higher ? "higher" : "lower";

    public static string Of(ReleaseStatus status) => status == ReleaseStatus.Draft ? "draft" : "frozen";

    /// <summary>Who judges by a method, as in <c>benchmark.json</c>.</summary>
    public static string Of(JudgedBy by) => by == JudgedBy.People ? "people" : "programs";

    /// <summary>How far a model can be had, as in <c>models.csv</c>; empty where it is not known.</summary>
    public static string Of(Openness openness) => openness switch
    {
        Openness.Closed => "closed",
        Openness.OpenWeights => "open-weights",
        Openness.Open => "open",
        _ => "",
    };
}
