namespace CrmBench.Site.Charts;

/// <summary>The few words that charts add to what they are given.</summary>
internal static class ChartWords
{
    /// <summary>Between the ends of an interval.</summary>
    public const string To = "to";

    /// <summary>In place of a value that is missing.</summary>
    public const string Missing = "—";

    /// <summary>Heading of the names of models.</summary>
    public const string Model = "Model";

    /// <summary>Heading of the lower end of an interval.</summary>
    public const string Low = "Low";

    /// <summary>Heading of the upper end of an interval.</summary>
    public const string High = "High";

    /// <summary>Heading of a value whose metric stands in the row.</summary>
    public const string Value = "Value";

    /// <summary>Heading of what a coefficient of agreement means.</summary>
    public const string Verdict = "Verdict";

    /// <summary>Heading that tells complete rows from partial ones.</summary>
    public const string Coverage = "Coverage";

    /// <summary>A row measured on everything.</summary>
    public const string Complete = "complete";

    /// <summary>A row measured on a part.</summary>
    public const string Partial = "partial";

    /// <summary>The better end of an axis.</summary>
    public const string Better = "better";

    /// <summary>The worse end of an axis.</summary>
    public const string Worse = "worse";

    /// <summary>Said of an axis whose steps are ratios.</summary>
    public const string LogScale = "log scale";
}
