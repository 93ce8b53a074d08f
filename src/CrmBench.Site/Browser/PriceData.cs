using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Site.Words;

namespace CrmBench.Site.Browser;

/// <summary>Writes the newest list price of each model, for readers who count their own tokens; <c>prices.js</c> reads it.</summary>
internal static class PriceData
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    // Names stay readable; the file is data, never part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes: by model its price for a million tokens in and out, and the day it ended, if it did.</summary>
    public static byte[] Write(ImmutableArray<TokenPrice> prices)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartObject("models");
            foreach (var price in Newest(prices))
            {
                json.WriteStartObject(price.Model);
                json.WriteNumber("in", price.InputUsdPerMillion);
                json.WriteNumber("out", price.OutputUsdPerMillion);
                json.WriteString("until", price.ValidTo is { } day ? Format.Date(day) : null);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>One price a model, by identifier: the one that holds longest, and of those that still hold the latest to begin.</summary>
    public static IEnumerable<TokenPrice> Newest(ImmutableArray<TokenPrice> prices) => prices
        .GroupBy(price => price.Model, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group
            .OrderByDescending(price => price.ValidTo ?? DateOnly.MaxValue)
            .ThenByDescending(price => price.ValidFrom ?? DateOnly.MinValue)
            .First());
}
