using Scriban.Runtime;

namespace CrmBench.Site.Rendering;

/// <summary>Builds what templates see, without reflection. Only null and false count as false in a template; 0 and "" do not.</summary>
public static class Models
{
    /// <summary>A list for a template, one entry an item, in the same order.</summary>
    public static ScriptArray List<T>(IEnumerable<T> items, Func<T, object?> model)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(model);
        var list = items.TryGetNonEnumeratedCount(out var count) ? new ScriptArray(count) : [];
        foreach (var item in items)
        {
            list.Add(model(item));
        }

        return list;
    }
}
