using System.Collections.Immutable;

namespace CrmBench.Data.Forms;

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
