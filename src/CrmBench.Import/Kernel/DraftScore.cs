using System.Globalization;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Data.Forms;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>An aggregate on its way into <c>scores.csv</c>.</summary>
/// <param name="Metric">The metric or part.</param>
/// <param name="At">What it was measured on.</param>
/// <param name="Figure">The value, with its unit; the spread and the interval are in the same unit.</param>
internal sealed record DraftScore(Metric Metric, MeasuredAt At, ForeignFigure Figure)
{
    /// <summary>Identifier of the method; null where the draft chooses.</summary>
    public string? Method { get; init; }

    /// <summary>Number of observations, or null.</summary>
    public int? Count { get; init; }

    /// <summary>Number of items, or null.</summary>
    public int? Items { get; init; }

    /// <summary>Number of raters of each item, or null.</summary>
    public int? Raters { get; init; }

    /// <summary>Name of the sample of items, or empty.</summary>
    public string Sample { get; init; } = "";

    /// <summary>Standard deviation over observations, or null.</summary>
    public decimal? StandardDeviation { get; init; }

    /// <summary>Low end of a published interval, or null.</summary>
    public decimal? Low { get; init; }

    /// <summary>High end of a published interval, or null.</summary>
    public decimal? High { get; init; }

    /// <summary>Level of that interval, from 0.01 to 0.999999, or null.</summary>
    public decimal? Level { get; init; }

    /// <summary>Successes among <see cref="Trials"/>, or null.</summary>
    public int? Successes { get; init; }

    /// <summary>Trials, or null.</summary>
    public int? Trials { get; init; }

    /// <summary>Which run of the evaluation it comes from; empty where there can be only one.</summary>
    public string Run { get; init; } = "";

    /// <summary>The tool's name of how it makes one value of several tries at an item; empty for their mean.</summary>
    public string Reducer { get; init; } = "";

    /// <summary>Number of items the tool says it is of, or null: what samples beside it are held against.</summary>
    public int? ToldItems { get; init; }

    /// <summary>Identifier of the source; empty for the first.</summary>
    public string Source { get; init; } = "";

    /// <summary>
    /// The score with what is known of its spread. The standard error of a mean over a known number of items is their standard
    /// deviation; any other one gives an interval, and where there is none, a number of items alone bounds nothing but a mean.
    /// </summary>
    /// <param name="isMean">Whether the figure is a mean over items, each with a value on the metric's scale.</param>
    /// <param name="items">Number of items, or null.</param>
    /// <param name="error">Standard error in the figure's unit, or null.</param>
    /// <param name="level">Level of an interval that is made of the error.</param>
    public DraftScore WithError(bool isMean, int? items, decimal? error, ConfidenceLevel level)
    {
        // An error of zero is what a single item gives, or items that are all alike: nothing is known of the spread.
        var given = error is > 0 ? error : null;
        if (isMean && items is { } n)
        {
            return Figure.SuccessesOf(n) is { } successes && (given is not { } stated || IsOfFlags(stated, n))
                ? this with { ToldItems = n, Successes = successes, Trials = n }
                : this with { ToldItems = n, Count = n, StandardDeviation = given is { } of ? Data.Writing.DecimalText.DeviationOfError(of, n) : null };
        }

        if (given is not { } width)
        {
            return this with { ToldItems = items };
        }

        var half = decimal.Round(width * (decimal)level.NormalQuantile, 10);
        var value = Figure.Value.Value;
        return this with { ToldItems = items, Count = items, Low = value - half, High = value + half, Level = (decimal)level.Value };
    }

    /// <summary>Why what stands beside the value cannot be, or null.</summary>
    public Diagnostic? Objection() => this switch
    {
        { StandardDeviation: < 0 } => Report("The standard deviation lies below 0."),
        { Low: null, High: not null } or { Low: not null, High: null } => Report("Only one end of the interval is given."),
        _ when Low > High => Report("The low end of the interval lies above the high end."),
        { Level: < 0.01m or > 0.999999m } => Report("The level of the interval does not lie between 0.01 and 0.999999."),
        { Count: < 1 } or { Trials: < 1 } or { Items: < 1 } or { Raters: < 1 } => Report("The figure is one of no observation."),
        _ when Items > Count || (Items * Raters is { } values && Count is { } n && values != n)
            || (Raters is { } raters && (Items is null && (Count is null || Count % raters != 0))) =>
            Report("Ratings (n), items and raters do not go together."),
        { Successes: not null, Trials: null } => Report("There are successes, but not of how many trials."),
        _ when Successes > Trials => Report("There are more successes than trials."),
        _ => null,
    };

    // Yes or no has the standard deviation sqrt(p (1 - p)), with the divisor n or n - 1; the error may have been rounded.
    private bool IsOfFlags(decimal error, int n)
    {
        var (p, given) = ((double)Figure.Value.Value, (double)error);
        var rounding = (Math.Pow(10, -error.Scale) / 2) + (1e-6 * given);
        return n > 1 && new[] { n, n - 1 }.Any(divisor => Math.Abs(Math.Sqrt(p * (1 - p) / divisor) - given) <= rounding);
    }

    private Diagnostic Report(string what) => ImportProblems.SpreadImpossible(Figure.Value.Place, what);
}

/// <summary>Numbers of other tools: of a size that leaves room for percent and sums in decimal arithmetic.</summary>
internal static class DraftNumber
{
    /// <summary>The range in words.</summary>
    public const string Words = "between -1e15 and 1e15";

    private const decimal Largest = 1e15m;

    /// <summary>Reads a number with or without an exponent, in the invariant culture; one with zeros in front is none, as in our tables.</summary>
    public static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= Largest
        && !ValueText.HasZerosInFront(Encoding.ASCII.GetBytes(text.Trim()));
}

/// <summary>
/// Compares a tool's own figure with the samples that are given beside it. They replace it only where they are the same measurement:
/// as many, and with the same mean.
/// </summary>
internal static class OwnFigure
{
    /// <summary>Why the samples do not stand for the figure, as a sentence; null where they do.</summary>
    /// <param name="own">The tool's figure.</param>
    /// <param name="samples">The samples of its run, at least one.</param>
    public static string? Objection(DraftScore own, IReadOnlyCollection<DraftSample> samples)
    {
        const string stays = "The tool's own figure stays.";
        if (Reducer.Named(own.Reducer) is not { } reducer)
        {
            return $"How '{own.Reducer}' makes one value of several tries is not known here. {stays}";
        }

        var items = Tries.PerItem(Tries.ToItems(samples, reducer));
        if (own.ToldItems is { } count && count != items.Length && count != samples.Count)
        {
            return FormattableString.Invariant($"There are {items.Length} items here, and the figure is one of {count}. {stays}");
        }

        if (items.IsEmpty)
        {
            return $"There are too few tries for '{reducer.Name}'. {stays}";
        }

        var mean = ForeignFigure.ShareOf(own.Metric, new Located<decimal>(DecimalText.Mean(items), own.Figure.Value.Place)).In(own.Metric);
        return Agrees(own.Figure, own.Metric, mean) ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Their mean is {DecimalText.Of(decimal.Round(mean, 6))}, and the figure is {DecimalText.Of(own.Figure.In(own.Metric))}. {stays}");
    }

    /// <summary>Whether a mean is what the figure says, to the digits it is printed with.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="metric">Its metric.</param>
    /// <param name="mean">The mean in the metric's unit.</param>
    public static bool Agrees(ForeignFigure figure, Metric metric, decimal mean)
    {
        // A float that is written in full is exact but for its last digits.
        var lastDigit = figure.Convert((decimal)Math.Pow(10, -Math.Min(9, (int)figure.Value.Value.Scale)), metric);
        return Math.Abs(figure.In(metric) - mean) <= (lastDigit / 2) + 0.000001m;
    }
}
