using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>The bands of cost, cheapest first.</summary>
/// <param name="AsPublished">
/// True: a row has the band its source printed, and none where the source printed none. False: the bounds decide.
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
