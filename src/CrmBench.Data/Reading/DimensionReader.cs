using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads the dimensions of one <c>benchmark.json</c>.</summary>
/// <param name="methods">The benchmark's methods.</param>
internal sealed class DimensionReader(MethodNames methods)
{
    private readonly FirstPlaces<string> _firsts = new();
    private readonly MetricReader _metrics = new(methods);
    private readonly List<string> _ids = [];

    /// <summary>The dimensions that are declared, even if they have errors.</summary>
    public IReadOnlyCollection<string> Ids => _ids;

    /// <summary>One dimension, or null where it cannot be used.</summary>
    public Dimension? Read(JsonObject json)
    {
        var id = json.IdentifierText("id");
        if (id.Length > 0 && _firsts.Before(id, json.PlaceOf("id")) is { } first)
        {
            json.Fail(Problems.DuplicateIdentifier(new Located<string>(id, json.PlaceOf("id")), first));
        }

        _ids.Add(id);
        var dimension = new Dimension
        {
            Id = id,
            Name = json.Text("name"),
            Description = json.Text("description"),
            Best = json.OptionalText("best"),
            Metrics = json.Children("metrics", _metrics.Read),
            Tiers = json.OptionalChild("tiers", ReadTiers),
        };
        CheckCounted(json, dimension);
        return dimension;
    }

    private static void CheckCounted(JsonObject json, Dimension dimension)
    {
        if (dimension.Metrics.IsEmpty)
        {
            return;
        }

        if (!dimension.CountedMetrics.Any())
        {
            json.Fail(Problems.NothingCounted(json.PlaceOf("metrics"), dimension.Id));
            return;
        }

        var first = dimension.CountedMetrics.First();
        foreach (var metric in dimension.CountedMetrics.Where(metric => !MetricReader.AreAlike(metric, first)))
        {
            json.Fail(Problems.CountedDiffer(json.PlaceOf("metrics"), metric.Id, first.Id));
        }

        if (json.Has("tiers") && dimension.Unit != Unit.Usd)
        {
            json.Fail(Problems.TiersWithoutMoney(json.PlaceOf("tiers"), dimension.Id));
        }
    }

    private static Tiers ReadTiers(JsonObject json)
    {
        var asPublished = json.Word("rule") == 1;
        var firsts = new FirstPlaces<string>();
        var places = new List<SourcePlace>();
        var bands = json.Children("bands", band =>
        {
            var id = band.IdentifierText("id");
            if (id.Length > 0 && firsts.Before(id, band.PlaceOf("id")) is { } first)
            {
                band.Fail(Problems.DuplicateIdentifier(new Located<string>(id, band.PlaceOf("id")), first));
            }

            places.Add(band.PlaceOf("up_to"));
            return new TierBand(id, band.Text("name"), band.OptionalNumber("up_to"));
        });

        if (bands.Length == places.Count)
        {
            CheckBounds(json, asPublished, bands, places);
        }

        return new Tiers(asPublished, bands, json.Text("reason"));
    }

    private static void CheckBounds(JsonObject json, bool asPublished, ImmutableArray<TierBand> bands, List<SourcePlace> places)
    {
        if (bands.Length < 2)
        {
            json.Fail(Problems.TierBound(json.PlaceOf("bands"), "One band tells nothing apart. Write at least two, cheapest first."));
        }

        for (var i = 0; i < bands.Length; i++)
        {
            var isLast = i == bands.Length - 1;
            var problem = (asPublished, isLast, bands[i].UpTo) switch
            {
                (true, _, not null) => "Bands that are taken as published have no bounds. Remove 'up_to'.",
                (false, true, not null) => "The last band is open above. Remove its 'up_to'.",
                (false, false, null) => $"The band '{bands[i].Id}' needs 'up_to', its upper bound in US dollars per call. Add it.",
                (false, false, { } bound) when i > 0 && bound <= bands[i - 1].UpTo =>
                    $"The bound of '{bands[i].Id}' is not above that of '{bands[i - 1].Id}'. Write the bands cheapest first.",
                _ => null,
            };
            if (problem is not null)
            {
                json.Fail(Problems.TierBound(places[i], problem));
            }
        }
    }
}
