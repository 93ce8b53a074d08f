namespace CrmBench.Core.Model;

/// <summary>What a figure was measured on: one use case, one profile, or the model as a whole (both null).</summary>
/// <param name="UseCase">Identifier of the use case, or null.</param>
/// <param name="Profile">Identifier of the profile, or null; never set together with <paramref name="UseCase"/>.</param>
public sealed record MeasuredAt(string? UseCase, string? Profile)
{
    /// <summary>Measured on the model as a whole.</summary>
    public static MeasuredAt Whole { get; } = new(null, null);
}
