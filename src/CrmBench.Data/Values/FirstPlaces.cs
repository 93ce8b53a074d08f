using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Values;

/// <summary>The first place of each key, to find keys that occur twice.</summary>
internal sealed class FirstPlaces<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, SourcePlace> _places = [];

    /// <summary>The place where the key stood before, or null if this is the first time.</summary>
    public SourcePlace? Before(TKey key, SourcePlace place) =>
        _places.TryAdd(key, place) ? null : _places[key];
}
