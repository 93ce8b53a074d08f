namespace CrmBench.Core.Diagnostics;

/// <summary>A value and the place it was read from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Located<T>(T Value, SourcePlace Place)
{
    /// <summary>Another value that keeps this one's place, as after a conversion.</summary>
    public Located<TOther> With<TOther>(TOther value) => new(value, Place);
}
