using System.Collections.Immutable;
using CrmBench.CarryOver;
using CrmBench.CarryOver.Published;
using CrmBench.Data.Files;
using CrmBench.Tests.Support;

namespace CrmBench.ShippedData;

/// <summary>
/// What the carried figures come from: whole published data sets that may be read but not republished, in <c>../shared/data</c>, a folder
/// beside the repository, which a clone does not bring along. Where it is absent, the running test is skipped.
/// </summary>
internal static class SourceData
{
    /// <summary>The source data that lie in the repository.</summary>
    public static SourceFolder Inputs { get; } = SourceFolder.Inputs(Repository.Root);

    private static readonly Lazy<ImmutableArray<OutputFile>> Produced = new(() => CarriedFiles.Produce(Folder(), Inputs));

    /// <summary>The files that the programs make of the sources, by path from <c>data/</c>.</summary>
    public static ImmutableArray<OutputFile> CarriedOver
    {
        get
        {
            Folder();
            return Produced.Value;
        }
    }

    /// <summary>The folder.</summary>
    public static SourceFolder Folder()
    {
        var source = new SourceFolder(Repository.PathOf("..", "shared", "data"));
        Assert.SkipUnless(source.Exists, "The source data are not in ../shared/data beside this repository.");
        return source;
    }

    /// <summary>Full path of a file of the folder.</summary>
    public static string PathOf(string relative)
    {
        Folder();
        return Repository.PathOf("..", "shared", "data", relative);
    }
}
