using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Data.Diagnostics;

public static partial class Problems
{
    /// <summary>A figure of a use case that the release does not cover.</summary>
    internal static Diagnostic UseCaseNotInRelease(Located<string> useCase, string release) =>
        New("CB0701", useCase.Place, $"The use case '{useCase.Value}' is not part of the release '{release}'. " +
            "Add it to 'use_cases' in its release.json, or remove the row.");

    /// <summary>Another order without a reason, or a reason without another order.</summary>
    internal static Diagnostic RankByHalf(SourcePlace place, string missing) =>
        New("CB0702", place, $"'{missing}' is missing: another order and its reason stand together. Add it, or remove both.");

    /// <summary>A submission without any of the four data files.</summary>
    internal static Diagnostic NoData(string folder) =>
        New("CB0703", new SourcePlace(folder), "This submission has no data. Add scores.csv, ratings.csv, item-sums.csv, latencies.csv or costs.csv.");

    /// <summary>A figure cannot be of one use case and of a profile at once.</summary>
    internal static Diagnostic UseCaseAndProfile(SourcePlace place) =>
        New("CB0704", place, "This row names both a use case and a profile. Leave one of the two empty.");

    /// <summary>Two rows for the same figure.</summary>
    internal static Diagnostic DuplicateFigure(SourcePlace place, SourcePlace first) =>
        New("CB0705", place, $"The same figure stands already in {first}. Keep one of the two rows.");

    /// <summary>One rater judged one response twice.</summary>
    internal static Diagnostic DuplicateRating(SourcePlace place, string useCase, string item, string rater, SourcePlace first) =>
        New("CB0706", place, $"{Quoted(rater)} rated item {Quoted(item)} of '{useCase}' already in {first}. Keep one of the two rows.");

    /// <summary>A metric is filled by a method that is not among its own.</summary>
    internal static Diagnostic MethodNotOfMetric(Located<string> method, Metric metric) =>
        New("CB0707", method.Place, $"The metric '{metric.Id}' is not filled by the method '{method.Value}', " +
            $"only by {string.Join(", ", metric.Methods)}. Correct the method, or add it to the metric.");

    /// <summary>Only one end of an interval.</summary>
    internal static Diagnostic HalfInterval(SourcePlace place, string missing) =>
        New("CB0708", place, $"Only one end of the interval is given: '{missing}' is empty. Write both ends, or neither.");

    /// <summary>The low end lies above the high end.</summary>
    internal static Diagnostic IntervalUpsideDown(SourcePlace place) =>
        New("CB0709", place, "'low' lies above 'high'. Exchange or correct them.");

    /// <summary>More successes than trials, or successes of nothing.</summary>
    internal static Diagnostic SuccessesAgainstTrials(SourcePlace place, int successes, int? trials) =>
        New("CB0710", place, trials is null
            ? FormattableString.Invariant($"There are {successes} successes, but 'trials' is empty. Write of how many.")
            : FormattableString.Invariant($"There are {successes} successes of {trials} trials. Successes cannot exceed trials."));

    /// <summary>pass^k with half of the numbers its interval is made of.</summary>
    internal static Diagnostic PassPowerCounts(SourcePlace place, int k) =>
        New("CB0711", place, FormattableString.Invariant(
            $"pass^{k} needs the number of tasks in 'n' and the trials of each task, at least {k}, in 'trials'. Write both, or neither where the source does not state them."));

    /// <summary>A mean grade that no grades can have.</summary>
    internal static Diagnostic ValueOffScale(Located<string> value, RatingScale scale) =>
        New("CB0712", value.Place, FormattableString.Invariant(
            $"{Quoted(value.Value)} is off the scale {scale}. Write a value from {scale.Lowest} to {scale.Highest}."));

    /// <summary>A rating that the scale does not have. Example: <c>5</c> on 1-4.</summary>
    internal static Diagnostic RatingOffScale(Located<string> rating, RatingScale scale) =>
        New("CB0713", rating.Place, FormattableString.Invariant(
            $"Rating {Quoted(rating.Value)} is off the scale {scale}. Use a whole number from {scale.Lowest} to {scale.Highest}."));

    /// <summary>A column for a metric that nobody grades, or no rated metric at all.</summary>
    internal static Diagnostic NotRated(SourcePlace place, string? metric) =>
        New("CB0714", place, metric is null
            ? "There is no column for a rated metric. Add one that is named by the metric's identifier."
            : $"The metric '{metric}' is not rated: it has no scale, or it is the mean of its parts. Remove the column or rate its parts.");

    /// <summary>Seconds of a call that failed, or none of one that ended well.</summary>
    internal static Diagnostic SecondsAgainstStatus(SourcePlace place, bool ok) =>
        New("CB0715", place, ok
            ? "The call ended well, but 'seconds' is empty. Write them, or correct 'status'."
            : "The call did not end well, so it has no seconds to a full response. Empty the field, or correct 'status'.");

    /// <summary>A row about money without money.</summary>
    internal static Diagnostic CostEmpty(SourcePlace place) =>
        New("CB0716", place, "This row has neither 'usd' nor 'band'. Write one of them or both.");

    /// <summary>A sum that so many ratings cannot have. Example: <c>21</c> of 5 ratings on 1-4.</summary>
    internal static Diagnostic SumOffScale(Located<string> sum, int ratings, RatingScale scale) =>
        New("CB0719", sum.Place, FormattableString.Invariant(
            $"{Quoted(sum.Value)} is no sum of {ratings} ratings on the scale {scale}. Write the sum of the ratings, not their mean, and check 'ratings'."));

    /// <summary>A metric of an item added up twice.</summary>
    internal static Diagnostic DuplicateSum(SourcePlace place, string metric, string item, SourcePlace first) =>
        New("CB0720", place, $"'{metric}' of item {Quoted(item)} was added up already in {first}. Keep one of the two, or add them up.");

    /// <summary>Numbers of ratings, items and raters that do not go together.</summary>
    internal static Diagnostic CountsOfRatings(SourcePlace place, int? n, int? items, int? raters) =>
        New("CB0721", place, FormattableString.Invariant(
            $"{Stated(n)} ratings (n), {Stated(items)} items and {Stated(raters)} raters of each do not go together: n is items times raters, and not less than items. Correct them, or leave one empty."));

    /// <summary>The correlation of a pair given twice.</summary>
    internal static Diagnostic DuplicateCorrelation(SourcePlace place, string metric, string other, SourcePlace first) =>
        New("CB0723", place, $"The correlation of '{metric}' and '{other}' stands already in {first}. Keep one of the two rows.");

    /// <summary>Correlations by which some sum would have a negative variance.</summary>
    internal static Diagnostic ImpossibleCorrelations(Located<string> correlation, IReadOnlyList<string> metrics) =>
        New("CB0724", correlation.Place, $"With {correlation.Value} the correlations of {string.Join(", ", metrics.Select(metric => $"'{metric}'"))} "
            + "cannot be together: some sum of these figures would have a negative variance. Check the numbers and their signs.");

    /// <summary>A correlation of a figure with itself.</summary>
    internal static Diagnostic CorrelationWithItself(Located<string> second) =>
        NotOfTwoFigures(second.Place, $"A figure moves with itself in any case. Name another metric than '{second.Value}', or remove the row.");

    /// <summary>A correlation of a figure that is not there.</summary>
    internal static Diagnostic CorrelationWithoutFigure(Located<string> metric) =>
        NotOfTwoFigures(metric.Place, $"scores.csv has no figure of '{metric.Value}' for this use case or profile and method. Correct the row, or remove it.");

    /// <summary>A correlation of figures that come from different items.</summary>
    internal static Diagnostic CorrelationOfSamples(SourcePlace place, string one, string other) =>
        NotOfTwoFigures(place, $"The two figures come from different samples, {Quoted(one)} and {Quoted(other)}, and are independent. Remove this row, or correct 'sample' in scores.csv.");

    private static Diagnostic NotOfTwoFigures(SourcePlace place, string message) => New("CB0725", place, message);

    private static string Stated(int? count) => count is { } stated ? FormattableString.Invariant($"{stated}") : "unstated";

    /// <summary>Withdrawn before it was handed in.</summary>
    internal static Diagnostic WithdrawnTooEarly(SourcePlace place) =>
        New("CB0717", place, "The withdrawal lies before 'submitted_on'. Correct one of the two dates.");

    /// <summary>A model judges under a method whose figures are said to come from people.</summary>
    internal static Diagnostic JudgeForPeople(Located<string> method) =>
        New("CB0718", method.Place,
            $"A judge is a model, but the method '{method.Value}' is judged by people. Use a method that is judged by programs.");

    /// <summary>A method names its judges, and another rates by it.</summary>
    internal static Diagnostic RaterNotAmongJudges(Located<string> rater, string method, string? nearest) =>
        New("CB0726", rater.Place, $"{Quoted(rater.Value)} rates by the method '{method}' but is not among its 'judges' in benchmark.json, "
            + $"so no board would show these ratings. Add it there, or correct the name.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
}
