using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>A number as the partial <c>figure</c> shows it; null stands for "not measured".</summary>
/// <param name="Key">What the number is, for the verifier: see <see cref="FigureKey"/>.</param>
/// <param name="Value">The number itself, for the verifier and for scripts.</param>
/// <param name="Text">The number as readers see it.</param>
/// <param name="Unit">What follows it.</param>
/// <param name="Range">Its interval, or null.</param>
/// <param name="Spread">How sure it is, or null.</param>
/// <param name="Apart">What sets it apart from the row's own figures, or null.</param>
/// <param name="Said">The first word of that, which a narrow table leaves to screen readers.</param>
/// <param name="Bar">Its bar, or null.</param>
/// <param name="Usd">
/// Of money of a call, which pages show by the thousand and scripts in the reader's unit: the decimals that its metric asks for, or empty;
/// null of all other figures.
/// </param>
/// <param name="Ends">Both ends of the interval of such money, in US dollars of a call, and the money itself where its spread has its middle; or null.</param>
/// <param name="Pad">What stands unseen behind it, so that the decimal points of a column stand below each other, or null.</param>
/// <param name="Lead">What stands unseen before it where a bar follows or a tier leads, so that these stand below each other, or null.</param>
[TemplateModel]
internal sealed partial record Figure(
    string Key,
    double Value,
    string Text,
    string Unit = "",
    string? Range = null,
    string? Spread = null,
    string? Apart = null,
    string? Said = null,
    Bar? Bar = null,
    string? Usd = null,
    string? Ends = null,
    string? Pad = null,
    string? Lead = null)
{
    /// <summary>The number itself, as it stands in every file of the site.</summary>
    public double Value { get; } = CarriedNumber.Of(Value);

    /// <summary>Both ends alone, for a range that is to follow the reader's unit of money; null of all other figures.</summary>
    public string? RangeEnds => Ends is null ? null : string.Join(' ', Ends.Split(' ').Take(2));

    /// <summary>An estimate's figure, or null where there is none.</summary>
    /// <param name="key">What it is.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="estimate">The estimate, or null.</param>
    /// <param name="scale">The scale of its bar, or null where it has none.</param>
    /// <param name="bothEnds">Whether its spread is both ends of its interval although ± would do, as others in its table need both.</param>
    public static Figure? Of(string key, PrintedUnit unit, Estimate? estimate, BarScale? scale = null, bool bothEnds = false) => estimate is null ? null : new(
        key,
        estimate.Value,
        Format.Value(unit, estimate.Value),
        Format.Suffix(unit),
        Range: estimate.Interval is { } range ? Format.Range(unit, range) : null,
        Spread: estimate.Interval is { } interval ? bothEnds ? Format.Ends(unit, interval) : Format.Spread(unit, interval, estimate.Value) : null,
        Apart: estimate.Belonging == Belonging.Model ? "elsewhere" : DimensionText.Apart(estimate.Belonging),
        Said: estimate.Belonging == Belonging.Model ? "measured" : null,
        Bar: scale?.Bar(estimate),
        Usd: FigureSpan.DecimalsOf(unit),
        Ends: unit.Unit == Core.Model.Unit.Usd && estimate.Interval is { } ends
            ? string.Create(CultureInfo.InvariantCulture, $"{CarriedNumber.Of(ends.Low):R} {CarriedNumber.Of(ends.High):R}{(bothEnds ? "" : $" {CarriedNumber.Of(estimate.Value):R}")}")
            : null);

    /// <summary>Whether some figures of a table need both ends of their intervals: ± would hide that the sides differ. Then all show both.</summary>
    public static bool NeedBothEnds(PrintedUnit unit, IEnumerable<Estimate?> estimates) =>
        estimates.Any(estimate => estimate?.Interval is { } interval && Format.IsLopsided(unit, interval, estimate.Value));

    /// <summary>The figure in a column whose longest has so many decimals.</summary>
    public Figure Among(int decimals)
    {
        var own = Decimals(Text);
        return own >= decimals ? this : this with { Pad = (own == 0 ? "." : "") + new string('0', decimals - own) };
    }

    /// <summary>The figure before a bar or behind a tier, in a column whose longest has so many signs before its point.</summary>
    public Figure Before(int signs)
    {
        var own = Signs(Text);
        return own >= signs ? this : this with { Lead = new string('0', signs - own) };
    }

    /// <summary>Signs before the point.</summary>
    public static int Signs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length - (Decimals(text) is var decimals and > 0 ? decimals + 1 : 0);
    }

    /// <summary>Digits behind the point.</summary>
    public static int Decimals(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? text.Length - point - 1 : 0;
    }

    /// <summary>An amount of money without an interval.</summary>
    public static Figure Money(string key, double usd) => new(key, usd, Format.Usd(usd));

    /// <summary>A coefficient of agreement or correlation, or null where there is none.</summary>
    public static Figure? Coefficient(string key, double? coefficient, Interval? interval = null) => coefficient is not { } value ? null : new(
        key,
        value,
        Format.Coefficient(value),
        Range: interval is null ? null : Format.Range(Core.Model.Unit.Grade, interval));

    /// <summary>A difference with its sign.</summary>
    public static Figure Difference(string key, PrintedUnit unit, double value, Interval? interval) => new(
        key,
        value,
        Format.WithSign(unit, value),
        unit.Unit == Core.Model.Unit.Percent ? "\u00a0points" : Format.Suffix(unit),
        Range: interval is null ? null : Format.Range(unit, interval));
}

/// <summary>From the least to the most of some figures, for the field of a limit.</summary>
/// <param name="Text">Both as readers see them: money by the thousand calls.</param>
/// <param name="Usd">As of a <see cref="Figure"/>.</param>
/// <param name="Low">The least.</param>
/// <param name="High">The most.</param>
[TemplateModel]
internal sealed partial record FigureSpan(string Text, string? Usd, double Low, double High)
{
    /// <summary>The span of some values, or null where there are none.</summary>
    public static FigureSpan? Of(PrintedUnit unit, IReadOnlyCollection<double> values) => values.Count == 0
        ? null
        : new($"{Format.Value(unit, values.Min())}–{Format.Value(unit, values.Max())}", DecimalsOf(unit), values.Min(), values.Max());

    /// <summary>The decimals that a metric of money asks for, or empty; null where the unit is no money.</summary>
    public static string? DecimalsOf(PrintedUnit unit) =>
        unit.Unit != Unit.Usd ? null : unit.Decimals is { } decimals ? Format.Plain(decimals) : "";
}

/// <summary>The bands of cost as a shape and a word.</summary>
/// <param name="Word">The word.</param>
/// <param name="Steps">One flag a band, cheapest first.</param>
/// <param name="Quoted">Whether the word is the publisher's and not from stated bounds.</param>
[TemplateModel]
internal sealed partial record TierMark(string Word, ImmutableArray<bool> Steps, bool Quoted)
{
    /// <summary>The mark of a cost, or null where the cost or the bands are not known.</summary>
    public static TierMark? Of(Dimension dimension, TierSpan? span)
    {
        if (span is null || dimension.Tiers is not { } tiers)
        {
            return null;
        }

        return new(
            tiers.AsPublished ? AsQuoted(tiers, span) : NameOf(tiers, span),
            [.. tiers.Bands.Select((_, i) => i <= span.Highest)],
            tiers.AsPublished);
    }

    /// <summary>The band that the sources of a cost printed, as theirs and beside our own; null where there is none, or nothing else than that.</summary>
    public static string? Published(DimensionScore score) =>
        score is { PublishedBand: { } span, Dimension.Tiers: { AsPublished: false } tiers } ? AsQuoted(tiers, span) : null;

    private static string AsQuoted(Tiers tiers, TierSpan span) => $"publisher: {NameOf(tiers, span)}";

    private static string NameOf(Tiers tiers, TierSpan span) => span.Lowest == span.Highest
        ? tiers.Bands[span.Lowest].Name
        : $"{tiers.Bands[span.Lowest].Name}–{tiers.Bands[span.Highest].Name}";
}

/// <summary>A bar with the whisker of its interval, in hundredths of the scale that it shares with its column.</summary>
[TemplateModel]
internal sealed partial record Bar(string End, string? Low, string? High);

/// <summary>The scale that all bars of one column share.</summary>
/// <param name="Low">Value at the left end; above 0 where the scale is logarithmic.</param>
/// <param name="High">Value at the right end, above <paramref name="Low"/>.</param>
/// <param name="IsLog">Whether equal lengths stand for equal factors.</param>
internal sealed record BarScale(double Low, double High, bool IsLog = false)
{
    /// <summary>From this factor between the most and the least money, bars are logarithmic: beside the dearest, the others would look alike.</summary>
    internal const int LogFrom = 10;

    /// <summary>The scale of a board's table: as elsewhere, but logarithmic where amounts of money lie far apart, and then from half of the least on.</summary>
    public static BarScale OfTable(Dimension dimension, IReadOnlyCollection<Estimate?> estimates)
    {
        var scale = For(dimension, estimates);
        var least = estimates.OfType<Estimate>().Select(estimate => estimate.Value).Where(value => value > 0).DefaultIfEmpty(scale.High).Min();
        return dimension.Unit == Unit.Usd && scale.High >= LogFrom * least ? new(least / 2, scale.High, IsLog: true) : scale;
    }

    /// <summary>A grade's scale, 0 to 100 for percents, otherwise 0 to the largest value or interval end.</summary>
    public static BarScale For(Dimension dimension, IEnumerable<Estimate?> estimates) => dimension.Unit switch
    {
        Unit.Grade when dimension.Scale is { } scale => new(scale.Lowest, scale.Highest),
        Unit.Percent => new(0, 100),
        Unit.Share => new(0, 1),
        _ => UpTo(estimates.OfType<Estimate>().Select(estimate => estimate.Interval?.High ?? estimate.Value)),
    };

    /// <summary>The bar of an estimate as a template draws it, in hundredths of the scale; ends beyond the scale are cut at it.</summary>
    public Bar Bar(Estimate estimate) => new(
        Position(estimate.Value),
        estimate.Interval is { } low ? Position(low.Low) : null,
        estimate.Interval is { } high ? Position(high.High) : null);

    private static BarScale UpTo(IEnumerable<double> values)
    {
        var highest = values.DefaultIfEmpty(1).Max();
        return new(0, highest > 0 ? highest : 1);
    }

    private string Position(double value) => Format.Coordinate(Math.Clamp(Part(value), 0, 1) * 100);

    private double Part(double value) => !IsLog ? (value - Low) / (High - Low) : value <= Low ? 0 : Math.Log(value / Low) / Math.Log(High / Low);
}
