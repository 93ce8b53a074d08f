using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Values;

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

    /// <summary>A question about whatever is measured that does not name it.</summary>
    internal static Diagnostic QuestionWithoutName(SourcePlace place, string question) =>
        New("CB0727", place, $"{Quoted(question)} asks the same of all, for it has no place for a name. Write {{name}} where the name stands.");

    /// <summary>A number of nobody knows what, or a name for what has one already.</summary>
    internal static Diagnostic UnitName(SourcePlace place, Metric metric) => New("CB0728", place, metric.UnitName.Length == 0
        ? $"The metric '{metric.Id}' is a number of something that nobody names. Add \"unit_name\", such as \"tokens\"."
        : $"'unit_name' goes only with the units number and count: the others have a name. Change the unit of '{metric.Id}' or remove it.");

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

public static partial class Problems
{
    /// <summary>The home page shows a benchmark that the site does not list.</summary>
    internal static Diagnostic FeaturedNotListed(Located<string> featured, IEnumerable<string> listed) =>
        New("CB0501", featured.Place, $"The featured benchmark {Quoted(featured.Value)} is not listed under 'benchmarks'. " +
            NearestName.Hint(featured.Value, listed, "Name one that is."));

    /// <summary>A benchmark that is listed has no folder.</summary>
    internal static Diagnostic BenchmarkWithoutFolder(Located<string> id, IEnumerable<string> folders) =>
        New("CB0502", id.Place, $"There is no folder data/benchmarks/{id.Value}. " +
            NearestName.Hint(id.Value, folders, "Add it, or remove the benchmark from the list."));

    /// <summary>A benchmark that nobody would see.</summary>
    internal static Diagnostic BenchmarkNotListed(string folder) =>
        New("CB0503", new SourcePlace(folder),
            "This benchmark is not listed under 'benchmarks' in data/site.json and is not shown. Add it there.");

    /// <summary>A base address that links cannot be built on. Example: without the slash at its end.</summary>
    internal static Diagnostic BaseAddress(Located<string> address) =>
        New("CB0504", address.Place, $"{Quoted(address.Value)} cannot be the base of links. End it with a slash, without '?' or '#'.");

    /// <summary>A former identifier that is another's: of a model, a benchmark, a release or a use case.</summary>
    internal static Diagnostic AliasTaken(Located<string> alias, string kind, string owner) =>
        New("CB0505", alias.Place, $"The alias '{alias.Value}' is taken by the {kind} '{owner}'. Remove it from one of the two.");

    /// <summary>Two benchmarks, two providers, or two releases or methods of a benchmark that nobody can tell apart by their names.</summary>
    internal static Diagnostic NameTaken(SourcePlace place, string kind, string name, string other) =>
        New("CB0508", place, $"{Quoted(name)} reads like the name of the {kind} '{other}'. Give one of the two another name.");

    /// <summary>Two prices of one model on one day.</summary>
    internal static Diagnostic PricesOverlap(SourcePlace place, string model, SourcePlace other) =>
        New("CB0506", place, $"The span of this price of '{model}' overlaps that in {other}. End one on the day the other begins.");

    /// <summary>A price that never held.</summary>
    internal static Diagnostic PriceSpanEmpty(SourcePlace place, TokenPrice price) =>
        New("CB0507", place, FormattableString.Invariant(
            $"The price ends on {price.ValidTo:yyyy-MM-dd}, not after its first day {price.ValidFrom:yyyy-MM-dd}. Correct one of the two."));
}
