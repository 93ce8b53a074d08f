using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>One thing readers compare models by, such as accuracy; it holds metrics.</summary>
public sealed record Dimension
{
    /// <summary>Identifier, such as <c>accuracy</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Name { get; init; }

    /// <summary>One or two sentences on what it tells.</summary>
    public required string Description { get; init; }

    /// <summary>What being best on it is called, as a heading: <c>Fewest errors</c>; null where the benchmark names nothing.</summary>
    public string? Best { get; init; }

    /// <summary>The metrics, in the order of display; at least one is counted, and the counted share unit, direction and scale.</summary>
    public required ImmutableArray<Metric> Metrics { get; init; }

    /// <summary>Bands of cost; only where the unit is <see cref="Unit.Usd"/>.</summary>
    public Tiers? Tiers { get; init; }

    /// <summary>The metrics whose mean is the dimension's value.</summary>
    public IEnumerable<Metric> CountedMetrics => Metrics.Where(metric => metric.Counted);

    /// <summary>The unit of the dimension's value: that of its counted metrics.</summary>
    public Unit Unit => FirstCounted.Unit;

    /// <summary>How its figures are printed: as those of the first counted metric.</summary>
    public PrintedUnit Printed => FirstCounted.Printed;

    /// <summary>Which way the dimension is better.</summary>
    public Direction Better => FirstCounted.Better;

    /// <summary>The scale of the dimension's value, if it is a grade.</summary>
    public RatingScale? Scale => Unit == Unit.Grade ? FirstCounted.Scale : null;

    /// <summary>Metrics and their parts, each before its parts.</summary>
    public IEnumerable<Metric> AllMetrics => Metrics.SelectMany(metric => metric.Parts.Prepend(metric));

    // Computed once, because every figure of a site asks for it.
    private Metric FirstCounted
    {
        get
        {
            foreach (var metric in Metrics)
            {
                if (metric.Counted)
                {
                    return metric;
                }
            }

            throw new InvalidOperationException($"The dimension {Id} has no counted metric.");
        }
    }
}

/// <summary>One named band of cost.</summary>
/// <param name="Id">Identifier, such as <c>low</c>; also what a source's band is matched with.</param>
/// <param name="Name">The word on the page.</param>
/// <param name="UpTo">Upper bound in US dollars per call, included; null for the last band and where bands are as published.</param>
public sealed record TierBand(string Id, string Name, double? UpTo);

/// <summary>The bands of cost, cheapest first.</summary>
/// <param name="AsPublished">
/// True: a row has the band its source printed, and none where the source printed none. False: the bounds decide, and what the source
/// printed is quoted beside.
/// </param>
/// <param name="Bands">Cheapest first, at least two; with bounds, each but the last has one and they rise.</param>
/// <param name="Reason">Why these bounds, in one or two sentences for the methodology page.</param>
public sealed record Tiers(bool AsPublished, ImmutableArray<TierBand> Bands, string Reason)
{
    /// <summary>The position of the band for an amount, from 0.</summary>
    /// <param name="usd">US dollars per call, 0 or more.</param>
    public int IndexFor(double usd)
    {
        for (var i = 0; i < Bands.Length - 1; i++)
        {
            if (usd <= Bands[i].UpTo)
            {
                return i;
            }
        }

        return Bands.Length - 1;
    }

    /// <summary>The position of a published band, from 0, or null where there is none of that id.</summary>
    public int? IndexOf(string id)
    {
        for (var i = 0; i < Bands.Length; i++)
        {
            if (Bands[i].Id == id)
            {
                return i;
            }
        }

        return null;
    }
}
