namespace CrmBench.Tests.Data;

/// <summary>One way to damage a file.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Apply">The damaged bytes of a text; null where the text offers nothing to damage.</param>
internal sealed record Mutation(string Name, Func<string, Random, byte[]?> Apply)
{
    /// <summary>Whether the damaged file means the same, so that nothing may be reported and every figure stays.</summary>
    public bool KeepsMeaning { get; init; }

    /// <summary>Whether it can look like a file that is whole, so that a warning is all that can be said of it.</summary>
    public bool MayOnlyWarn { get; init; }
}
