using System.Collections.Immutable;

namespace CrmBench.Import.Kernel;

/// <summary>A kind of file that another tool writes and that can be imported.</summary>
public sealed record ImportFormat
{
    internal ImportFormat(
        string name, string title, string expects, ImmutableArray<string> extensions, Action<ImportJob, IReadOnlyList<ImportFile>> read) =>
        (Name, Title, Expects, Extensions, Read) = (name, title, expects, extensions, read);

    /// <summary>Name on the command line, such as <c>lm-eval</c>.</summary>
    public string Name { get; }

    /// <summary>The tool and its file in a few words, for readers.</summary>
    public string Title { get; }

    /// <summary>What a file of it looks like, as the second half of "expected is ...".</summary>
    public string Expects { get; }

    /// <summary>Extensions of its files with their dot; others in a folder are passed over.</summary>
    public ImmutableArray<string> Extensions { get; }

    /// <summary>Reads all files into the job's drafts; what is wrong goes to its diagnostics.</summary>
    internal Action<ImportJob, IReadOnlyList<ImportFile>> Read { get; }
}
