using System.Collections.Immutable;

namespace CrmBench.Data.Forms;

/// <summary>The properties of a JSON object.</summary>
/// <param name="Name">What the object is, with its article: <c>a source</c>.</param>
/// <param name="Properties">Its properties in the order in which they are written.</param>
internal sealed record ObjectForm(string Name, ImmutableArray<PropertyForm> Properties)
{
    /// <summary>Two properties that stand together or not at all.</summary>
    public (string One, string Other)? Pair { get; init; }

    /// <summary>A property that is needed where another has a certain word.</summary>
    public (string Property, string Word, string Needs)? Condition { get; init; }

    /// <summary>The property that a text in place of the object stands for, or null where only an object will do.</summary>
    public string? ShortFor { get; init; }

    /// <summary>The property of a name, or null.</summary>
    public PropertyForm? Find(string name)
    {
        foreach (var property in Properties)
        {
            if (property.Name == name)
            {
                return property;
            }
        }

        return null;
    }
}
