using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;

namespace CrmBench.Site.Words;

/// <summary>The words and numbers of downloaded files; they are part of the files' form and do not change with the pages.</summary>
internal static class ResultWords
{
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

    /// <summary>The shortest text that reads back as the same number, the same in every culture; empty for none.</summary>
    public static string Of(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A whole number, or empty for none.</summary>
    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
