using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Statistics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Values;

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

/// <summary>A file to import from, held in memory.</summary>
/// <param name="Path">Path for diagnostics, with forward slashes; its last part may name the submission.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ImportFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>
    /// Whether it was found in a folder that somebody named, and not named itself: then a manifest or a schema beside the results is
    /// passed over, with a note in the report, and no reason to refuse them.
    /// </summary>
    public bool IsFound { get; init; }

    /// <summary>Reads a file of another tool, or gives null after a report that it is too large; it is then not opened.</summary>
    /// <param name="path">Path for diagnostics, with forward slashes.</param>
    /// <param name="full">Where it is.</param>
    /// <param name="diagnostics">Takes the report.</param>
    public static ImportFile? Read(string path, string full, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (new FileInfo(full).Length is var length && length <= LargestFile.Foreign)
        {
            return new ImportFile(path, File.ReadAllBytes(full));
        }

        diagnostics.Report(Problems.FileTooLarge(path, length, LargestFile.Foreign));
        return null;
    }

    /// <summary>Name without folder and extension; the folder's name where the file is called <c>submission.json</c>.</summary>
    // tau-bench names the folder after the submission and every file in it alike.
    public string Stem
    {
        get
        {
            var parts = Path.Split('/');
            var name = parts[^1] == "submission.json" && parts.Length > 1 ? parts[^2] + ".json" : parts[^1];
            var dot = name.LastIndexOf('.');
            return dot > 0 ? name[..dot] : name;
        }
    }
}

/// <summary>What somebody says about an import beyond its files. Null where the files or the format's own rules decide.</summary>
public sealed record ImportOptions
{
    /// <summary>Identifier of the benchmark the submissions go to.</summary>
    public string? Benchmark { get; init; }

    /// <summary>Identifier of the release; without it, the newest draft of the benchmark, or else the release in front.</summary>
    public string? Release { get; init; }

    /// <summary>Identifier or name of the model of files that name none.</summary>
    public string? Model { get; init; }

    /// <summary>Who ran the evaluation, where the files do not say it.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>Identifier of the method, where a metric has several.</summary>
    public string? Method { get; init; }

    /// <summary>Identifiers of methods by metric: what somebody answered who was asked.</summary>
    public ImmutableDictionary<string, string> Methods { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Whether models that are not known are added to <c>models.csv</c>, and their providers to <c>providers.csv</c>.</summary>
    public bool AddModels { get; init; }

    /// <summary>Who offers the models that are added, where the files do not say it: an identifier or a name.</summary>
    public string? Provider { get; init; }

    /// <summary><c>data/models.csv</c> as it stands, or null where there is none.</summary>
    public ImportFile? ModelsFile { get; init; }

    /// <summary><c>data/providers.csv</c> as it stands, or null where there is none.</summary>
    public ImportFile? ProvidersFile { get; init; }

    /// <summary>Whether costs of exactly 0 are right.</summary>
    public bool Free { get; init; }

    /// <summary>Identifier of the use case of files that name none.</summary>
    public string? UseCase { get; init; }

    /// <summary>What sets the submissions apart from others of the same model, where the files do not say it.</summary>
    public string? Variant { get; init; }

    /// <summary>A CSV file with the columns <c>name</c> (what a file calls a model) and <c>model</c> (our identifier).</summary>
    public ImportFile? ModelMap { get; init; }

    /// <summary>A JSON file that maps names of use cases and metrics and, for <c>csv</c>, columns.</summary>
    public ImportFile? Mapping { get; init; }

    /// <summary>The https address where the files are published; <c>{file}</c> in it stands for a file's name without extension.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Title of that place.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>Licence of the files there.</summary>
    public string? SourceLicence { get; init; }

    /// <summary>The day the files were published or read.</summary>
    public DateOnly? SourceDate { get; init; }
}

/// <summary>Where submissions go, and the names they may use there.</summary>
/// <param name="Names">The names of the benchmark.</param>
/// <param name="Mapping">The mapping file's content.</param>
/// <param name="Release">The release.</param>
internal sealed record ImportTarget(DefinedNames Names, ImportMapping Mapping, Release Release)
{
    /// <summary>The benchmark.</summary>
    public Benchmark Benchmark => Names.Benchmark;

    /// <summary>The level of the board's intervals.</summary>
    public ConfidenceLevel Level => new(Benchmark.ConfidenceLevel);

    /// <summary>The identifier of a published band of cost, or empty; one that the benchmark does not have goes into the report.</summary>
    public string Band(ImportJob job, Located<string> word)
    {
        var band = Slug.Of(word.Value);
        if (band.Length == 0 || Benchmark.Dimensions.Any(dimension => dimension.Tiers?.IndexOf(band) is not null))
        {
            return band;
        }

        job.Leave(word.Place, "band", word.Value, $"The benchmark '{Benchmark.Id}' has no such band of cost.");
        return "";
    }
}
