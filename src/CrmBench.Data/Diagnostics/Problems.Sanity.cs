using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;

namespace CrmBench.Data.Diagnostics;

public static partial class Problems
{
    /// <summary>No whole ratings have this mean. Example: 3.51 of 10 ratings.</summary>
    internal static Diagnostic MeanImpossible(PublishedScore score) =>
        New("CB0801", score.Place, string.Create(
            CultureInfo.InvariantCulture,
            $"No {score.Count} whole ratings have the mean {Printed(score)}. Check 'value' and 'n'."));

    /// <summary>All percentages of a metric lie between 0 and 1.</summary>
    internal static Diagnostic PercentLooksLikeShare(SourcePlace place, string metric) =>
        New("CB0802", place,
            $"All values of '{metric}' lie between 0 and 1, but its unit is percent. Multiply by 100 if 0.77 means 77 percent.");

    /// <summary>A percentage from 0 to 1 among others that are far larger.</summary>
    internal static Diagnostic ShareAmongPercentages(PublishedScore score, PublishedScore beside) =>
        New("CB0815", score.Place, string.Create(
            CultureInfo.InvariantCulture,
            $"'{score.Metric}' is {Printed(score)} here and {Printed(beside)} in {beside.Place}; its unit is percent. " +
            $"Write {100 * score.Value:0.######} if {Printed(score)} is a share."));

    /// <summary>All figures of a submission equal another's.</summary>
    internal static Diagnostic Copied(SourcePlace place, string file, string other) =>
        New("CB0803", place, $"All figures in {file} equal those of the submission '{other}'. Check that each has its own.");

    /// <summary>Most figures of a submission equal another's.</summary>
    internal static Diagnostic MostlyCopied(SourcePlace place, int equal, int rows, string other) =>
        New("CB0804", place, FormattableString.Invariant(
            $"{equal} of {rows} figures equal those of the submission '{other}'. Check which of the two they belong to."));

    /// <summary>A rater who gives the same grade to everything.</summary>
    internal static Diagnostic RaterAlwaysSame(SourcePlace place, string rater, int responses, int grade) =>
        New("CB0805", place, FormattableString.Invariant(
            $"{Quoted(rater)} gives {grade} to all of {responses} responses of this release. Check that they were really rated."));

    /// <summary>Evaluated long before the model could be had.</summary>
    internal static Diagnostic EvaluatedBeforeModel(SourcePlace place, DateOnly evaluated, DateOnly released) =>
        New("CB0806", place, FormattableString.Invariant(
            $"The evaluation ran on {evaluated:yyyy-MM-dd}, more than 90 days before the model was released on {released:yyyy-MM-dd}. Check both dates."));

    /// <summary>Something of a release lies after its date.</summary>
    internal static Diagnostic AfterRelease(SourcePlace place, string name, DateOnly date, DateOnly release) =>
        New("CB0807", place, FormattableString.Invariant(
            $"'{name}' is {date:yyyy-MM-dd}, after the release was closed on {release:yyyy-MM-dd}. Check both dates."));

    /// <summary>The estimate lies outside its own interval.</summary>
    internal static Diagnostic IntervalWithoutEstimate(PublishedScore score) =>
        New("CB0808", score.Place, FormattableString.Invariant(
            $"The interval from {score.Low} to {score.High} does not hold the value {score.Value}. Check all three."));

    /// <summary>Succeeding k times in a row looks easier than fewer times.</summary>
    internal static Diagnostic PassPowerRises(PublishedScore score, string lesser) =>
        New("CB0809", score.Place,
            $"'{score.Metric}' is higher than '{lesser}', but solving a task more often cannot be easier. Check both rows.");

    /// <summary>Two rows of the board with one name.</summary>
    internal static Diagnostic CannotBeToldApart(SourcePlace place, string model, string other) =>
        New("CB0810", place,
            $"The submission '{other}' has the same model '{model}' and the same variant. Write in 'variant' what sets them apart.");

    /// <summary>A judge who does not occur in ratings.csv, most likely misspelt.</summary>
    internal static Diagnostic JudgeWithoutRatings(Located<string> judge, string? nearest) =>
        New("CB0811", judge.Place, $"No row of ratings.csv is by the judge {Quoted(judge.Value)}. " +
            (nearest is null ? "Check the name: a rater that is not named here counts as a person." : $"Did you mean {Quoted(nearest)}?"));

    /// <summary>A percentage that its own counts do not give.</summary>
    internal static Diagnostic CountsDisagree(PublishedScore score) =>
        New("CB0812", score.Place, FormattableString.Invariant(
            $"{score.Successes} of {score.Trials} is not {score.Value} percent. Check 'value', 'successes' and 'trials'."));

    /// <summary>Corrected before there was anything to correct.</summary>
    internal static Diagnostic CorrectedTooEarly(SourcePlace place, DateOnly corrected, string name, DateOnly published) =>
        New("CB0813", place, FormattableString.Invariant(
            $"A correction is dated {corrected:yyyy-MM-dd}, before {name} on {published:yyyy-MM-dd}. Until then the figure itself is changed; check the dates."));

    /// <summary>The mean in scores.csv is not that of the ratings added up in item-sums.csv.</summary>
    internal static Diagnostic SumsDisagree(PublishedScore score, double mean) =>
        New("CB0722", score.Place, FormattableString.Invariant(
            $"The value is {Printed(score)}, but the ratings in item-sums.csv have the mean {mean:0.####}. Correct one of them, or remove this row: the sums take its place."));

    /// <summary>A cost of exactly 0, which leads every tier and frontier of its board.</summary>
    internal static Diagnostic CostOfZero(SourcePlace place) =>
        New("CB0814", place, "A cost of exactly 0 leads every tier and frontier. Leave it out if the cost is not known; if it is free, " +
            "say so under 'known_issues' and in the pull request.");

    // The value as the source printed it, closing zeros included.
    private static string Printed(PublishedScore score) =>
        score.Value.ToString("F" + score.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
