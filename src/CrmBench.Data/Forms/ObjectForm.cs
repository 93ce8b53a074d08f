using System.Collections.Immutable;

namespace CrmBench.Data.Forms;

/// <summary>Whether a column must be there, and filled.</summary>
internal enum Presence
{
    /// <summary>The column must be there, and its fields must not be empty.</summary>
    Filled,

    /// <summary>The column must be there; its fields may be empty.</summary>
    MayBeEmpty,

    /// <summary>The column may be left out, and its fields may be empty.</summary>
    Optional,
}

/// <summary>A property of a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What its value may be.</param>
/// <param name="Meaning">What it says, for editors and dictionaries: one or two sentences without a full stop at the end, in Markdown.</param>
internal sealed record PropertyForm(string Name, ValueForm Value, string Meaning)
{
    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Values to be offered while typing, without quotes.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];
}

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
