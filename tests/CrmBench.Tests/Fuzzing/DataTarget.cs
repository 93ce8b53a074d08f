using CrmBench.Core.Diagnostics;
using CrmBench.Core.Statistics;
using CrmBench.Data;
using CrmBench.Tests.Data;

namespace CrmBench.Tests.Fuzzing;

/// <summary>The files of <c>data/</c>: refused with a place, or read as an independent reader reads them.</summary>
internal sealed class DataTarget : FuzzTarget
{
    private static readonly string[] Paths = [.. Sites.Minimal.Paths.Where(path => path.StartsWith("data/", StringComparison.Ordinal))];
    private static readonly byte[][] Contents = [.. Paths.Select(Sites.Minimal.Read)];

    public override string Name => "data";

    public override (string File, byte[] Content) Make(Xoshiro256 random)
    {
        var i = random.NextInt(Paths.Length);
        return (Paths[i], Mutator.Damage(Contents[i], random, Contents));
    }

    public override FuzzOutcome Run(string file, byte[] content)
    {
        var diagnostics = new DiagnosticBag();
        var catalogue = CatalogueReader.Read(Sites.Minimal.With(file, content), diagnostics);
        Assert.All(diagnostics.ToSorted(), problem => Assert.False(string.IsNullOrEmpty(problem.Place.Path)));
        if (diagnostics.HasErrors)
        {
            return FuzzOutcome.Refused;
        }

        Meaning.AssertRead(file, content, catalogue!);
        return FuzzOutcome.Accepted;
    }
}
