using System.Collections.Immutable;
using CrmBench.CarryOver.Sources;
using CrmBench.Data.Writing;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.CarryOver;

/// <summary>What the programs of this room read and what they have written.</summary>
internal static class CarriedData
{
    /// <summary>The source data that lie in the repository.</summary>
    public static SourceFolder Inputs { get; } = SourceFolder.Inputs(Repository.Root);

    /// <summary>The source data; skips the running test where they are absent.</summary>
    public static SourceFolder Source()
    {
        var source = new SourceFolder(Path.Combine(Repository.Root, "..", "shared", "data"));
        Assert.SkipUnless(source.Exists, "The source data are not in ../shared/data beside this repository.");
        return source;
    }

    /// <summary>Paths, from <c>data/</c>, of all committed files of a release's submissions, in ordinal order.</summary>
    public static ImmutableArray<string> CommittedSubmissions(string benchmark)
    {
        var data = Path.Combine(Repository.Root, "data");
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(data, "benchmarks", benchmark, "releases"), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(data, path).Replace('\\', '/'))
                .Where(path => path.Contains("/submissions/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Fails unless every file is committed with the same bytes.</summary>
    public static void AssertCommitted(IEnumerable<OutputFile> files)
    {
        foreach (var file in files)
        {
            var committed = File.ReadAllText(Path.Combine(Repository.Root, "data", file.Path));
            Assert.True(file.Text == committed, $"data/{file.Path} is not what carry-over writes: run it again, or mend what it reads.");
        }
    }
}
