using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>
/// A number as templates show it: <c>text</c>, <c>unit</c> (what follows it), <c>apart</c> (what sets it apart from the row's own
/// figures, or null, with <c>said</c>, the first word of it that a narrow table leaves to screen readers), <c>spread</c> (how sure it is,
/// or null), <c>range</c> (interval or null), <c>key</c> and <c>value</c> for the verifier, <c>bar</c>. Null stands for "not measured".
/// </summary>
internal static class Figure
{
    // A page has hundreds: none should outgrow its first table.
    private const int Parts = 9;

    /// <summary>An estimate's figure, or null where there is none.</summary>
    public static ScriptObject? Of(string key, Unit unit, Estimate? estimate, BarScale? scale = null)
    {
        if (estimate is null)
        {
            return null;
        }

        return new ScriptObject(Parts)
        {
            ["text"] = Format.Value(unit, estimate.Value),
            ["unit"] = Format.Suffix(unit),
            ["apart"] = estimate.Belonging == Belonging.Model ? "elsewhere" : DimensionText.Apart(estimate.Belonging),
            ["said"] = estimate.Belonging == Belonging.Model ? "measured" : null,
            ["spread"] = estimate.Interval is { } interval ? Format.Spread(unit, interval, estimate.Value) : null,
            ["range"] = estimate.Interval is { } range ? Format.Range(unit, range) : null,
            ["key"] = key,
            ["value"] = estimate.Value,
            ["bar"] = scale?.Bar(estimate),
        };
    }

    /// <summary>An amount of money without an interval.</summary>
    public static ScriptObject Money(string key, double usd) => new(Parts)
    {
        ["text"] = Format.Usd(usd),
        ["unit"] = "",
        ["apart"] = null,
        ["said"] = null,
        ["spread"] = null,
        ["range"] = null,
        ["key"] = key,
        ["value"] = usd,
        ["bar"] = null,
    };

    /// <summary>A coefficient of agreement or correlation, or null where there is none.</summary>
    public static ScriptObject? Coefficient(string key, double? coefficient, Interval? interval = null) => coefficient is not { } value ? null : new(Parts)
    {
        ["text"] = Format.Coefficient(value),
        ["unit"] = "",
        ["apart"] = null,
        ["said"] = null,
        ["spread"] = null,
        ["range"] = interval is null ? null : Format.Range(Unit.Grade, interval),
        ["key"] = key,
        ["value"] = value,
        ["bar"] = null,
    };

    /// <summary>A difference with its sign.</summary>
    public static ScriptObject Difference(string key, Unit unit, double value, Interval? interval) => new(Parts)
    {
        ["text"] = Format.WithSign(unit, value),
        ["unit"] = unit == Unit.Percent ? "\u00a0points" : Format.Suffix(unit),
        ["apart"] = null,
        ["said"] = null,
        ["spread"] = null,
        ["range"] = interval is null ? null : Format.Range(unit, interval),
        ["key"] = key,
        ["value"] = value,
        ["bar"] = null,
    };

    /// <summary>The bands of cost as a shape and a word, or null: <c>word</c>, <c>steps</c> (one flag a band, cheapest first).</summary>
    public static ScriptObject? Tier(Dimension dimension, TierSpan? span)
    {
        if (span is null || dimension.Tiers is not { } tiers)
        {
            return null;
        }

        var word = span.Lowest == span.Highest
            ? tiers.Bands[span.Lowest].Name
            : $"{tiers.Bands[span.Lowest].Name}–{tiers.Bands[span.Highest].Name}";
        return new ScriptObject
        {
            ["word"] = word,
            ["steps"] = new ScriptArray(tiers.Bands.Select((_, i) => (object)(i <= span.Highest))),
        };
    }
}
