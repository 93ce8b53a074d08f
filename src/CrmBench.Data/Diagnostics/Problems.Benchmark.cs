using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Data.Diagnostics;

public static partial class Problems
{
    /// <summary>A grade without the scale it is on.</summary>
    internal static Diagnostic ScaleMissing(SourcePlace place, string metric) =>
        New("CB0601", place, $"The metric '{metric}' is a grade but has no scale. Add 'scale' with 'lowest' and 'highest'.");

    /// <summary>A scale where there is none, or percent with a scale that does not begin at 0.</summary>
    internal static Diagnostic ScaleNotAllowed(SourcePlace place, string metric) =>
        New("CB0602", place,
            $"This scale does not fit the unit of '{metric}'. A grade has a scale; percent may have one that begins at 0; others have none.");

    /// <summary>The highest grade is not above the lowest.</summary>
    internal static Diagnostic ScaleUpsideDown(SourcePlace place, int lowest, int highest) =>
        New("CB0603", place, FormattableString.Invariant($"The scale goes from {lowest} to {highest}. 'highest' must lie above 'lowest'."));

    /// <summary>A grade that the scale does not have, or has twice.</summary>
    internal static Diagnostic GradeOffScale(SourcePlace place, int grade) =>
        New("CB0604", place, FormattableString.Invariant(
            $"Grade {grade} is off the scale or stands here a second time. Describe each grade once."));

    /// <summary>Metrics in one mean that cannot be averaged. Example: seconds and dollars.</summary>
    internal static Diagnostic CountedDiffer(SourcePlace place, string metric, string first) =>
        New("CB0605", place, $"'{metric}' and '{first}' are counted in one mean but differ in unit, direction or scale. " +
            "Make them alike, or write \"counted\": false.");

    /// <summary>A dimension without a value.</summary>
    internal static Diagnostic NothingCounted(SourcePlace place, string dimension) =>
        New("CB0606", place, $"No metric of the dimension '{dimension}' is counted, so it has no value. Let at least one be counted.");

    /// <summary>Tiers of something that is not money.</summary>
    internal static Diagnostic TiersWithoutMoney(SourcePlace place, string dimension) =>
        New("CB0607", place, $"The dimension '{dimension}' is not in US dollars, so it cannot have tiers. Remove 'tiers'.");

    /// <summary>Bounds that do not rise, are missing, or stand where there should be none.</summary>
    internal static Diagnostic TierBound(SourcePlace place, string what) => New("CB0608", place, what);

    /// <summary>A part that cannot be averaged into its metric.</summary>
    internal static Diagnostic PartDiffers(SourcePlace place, string part, string metric) =>
        New("CB0609", place,
            $"'{part}' cannot be a part of '{metric}'. A part has no parts and shares unit, direction and scale with its metric.");

    /// <summary>pass^k that is no percentage, or a percentile that is not of seconds.</summary>
    internal static Diagnostic KindAgainstUnit(SourcePlace place, string property, Unit expected) =>
        New("CB0610", place,
            $"'{property}' goes only with the unit {(expected == Unit.Percent ? "percent" : "seconds")}. Change the unit or remove it.");

    /// <summary>A metric named like a fixed column of ratings.csv.</summary>
    internal static Diagnostic MetricNameTaken(Located<string> id) =>
        New("CB0611", id.Place, $"A metric cannot be called '{id.Value}', because a column of ratings.csv has this name. Choose another.");

    /// <summary>Judges of a method that is said to come from people.</summary>
    internal static Diagnostic JudgesOfPeople(SourcePlace place, string method) =>
        New("CB0616", place, $"The method '{method}' is judged by people, but 'judges' are models. Remove 'judges', or write \"judged_by\": \"programs\".");

    /// <summary>The board of a judge would have the identifier of another method.</summary>
    internal static Diagnostic JudgeNameTaken(Located<string> rater, string id) =>
        New("CB0617", rater.Place, $"The board of the judge '{rater.Value}' would be called '{id}', as another method is. Rename the judge or that method.");
}
