using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Browser;

/// <summary>Writes the newest list price of each model, for readers who count their own tokens; <c>prices.js</c> reads it.</summary>
internal static class PriceData
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    /// <summary>The file's bytes: by model its price for a million tokens in and out, and the day it ended, if it did.</summary>
    public static byte[] Write(ImmutableArray<TokenPrice> prices) => FileBytes.OfJson(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteStartObject("models");
        foreach (var price in Newest(prices))
        {
            json.WriteStartObject(price.Model);
            json.WriteCarried("in", price.InputUsdPerMillion);
            json.WriteCarried("out", price.OutputUsdPerMillion);
            json.WriteString("until", price.ValidTo is { } day ? Format.IsoDate(day) : null);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>One price a model, by identifier: the one that holds longest, and of those that still hold the latest to begin.</summary>
    public static IEnumerable<TokenPrice> Newest(ImmutableArray<TokenPrice> prices) => prices
        .GroupBy(price => price.Model, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group
            .OrderByDescending(price => price.ValidTo ?? DateOnly.MaxValue)
            .ThenByDescending(price => price.ValidFrom ?? DateOnly.MinValue)
            .First());
}
