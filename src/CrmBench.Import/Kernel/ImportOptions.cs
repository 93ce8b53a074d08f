using System.Collections.Immutable;

namespace CrmBench.Import.Kernel;

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
