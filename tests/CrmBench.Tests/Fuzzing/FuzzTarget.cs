using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Fuzzing;

/// <summary>What became of a case.</summary>
internal enum FuzzOutcome
{
    /// <summary>Refused with a problem that has a place.</summary>
    Refused,

    /// <summary>Taken, and found to be what was meant.</summary>
    Accepted,
}

/// <summary>One way to try the program: damages something right, runs it, and throws where it does not end as it must.</summary>
internal abstract class FuzzTarget
{
    /// <summary>Its name, of which the chance of its cases is drawn.</summary>
    public abstract string Name { get; }

    /// <summary>The damaged file of a case, with its name.</summary>
    public abstract (string File, byte[] Content) Make(Xoshiro256 random);

    /// <summary>Runs a case; throws what is found wrong with it.</summary>
    public abstract FuzzOutcome Run(string file, byte[] content);

    /// <summary>All targets.</summary>
    public static FuzzTarget[] All => [new DataTarget(), new ProseTarget(), new ImportTarget(), new MappingTarget(), new PageTarget()];
}
