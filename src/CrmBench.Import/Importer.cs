using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Import.Formats;
using CrmBench.Import.Kernel;

namespace CrmBench.Import;

/// <summary>Turns other tools' files into submissions: pure, from bytes to texts.</summary>
public static class Importer
{
    /// <summary>Imports files of one format.</summary>
    /// <param name="format">The format, of <see cref="ImportFormats"/>.</param>
    /// <param name="files">The files; several may describe one submission.</param>
    /// <param name="options">What the files do not say.</param>
    /// <param name="catalogue">The benchmarks, releases and models that submissions refer to.</param>
    /// <param name="diagnostics">Takes all problems.</param>
    /// <returns>The files to write - none if there was an error, so that nothing is ever half written - and what was left out.</returns>
    public static ImportResult Import(
        ImportFormat format, IReadOnlyList<ImportFile> files, ImportOptions options, Catalogue catalogue, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(diagnostics);

        var job = new ImportJob(format, options, catalogue, diagnostics);
        format.Read(job, files);
        return job.Finish();
    }
}

/// <summary>The formats that can be imported.</summary>
public static class ImportFormats
{
    /// <summary>All of them, in the order of the help text.</summary>
    public static ImmutableArray<ImportFormat> All { get; } =
    [
        new(
            "crm-space",
            "CSV files of the Salesforce space 'LLM Leaderboard for CRM'",
            "the space's table of accuracy, of latency and cost, of trust, or of flavors",
            [".csv"],
            CrmSpaceReader.Read),
        new(
            "tau-bench",
            "submission.json of the tau-bench leaderboard",
            "a JSON object with 'model_name' and 'results'",
            [".json"],
            TauReader.Read),
        new(
            "every-eval-ever",
            "aggregates and instances of Every Eval Ever, JSON or JSON Lines, schema 0.2 and 0.3",
            "a JSON object with 'schema_version' and 'evaluation_results', or JSON Lines with 'sample_id' and 'evaluation'",
            [".json", ".jsonl"],
            EveryEvalEverReader.Read),
        new(
            "lm-eval",
            "results JSON of EleutherAI's lm-evaluation-harness",
            "a JSON object with 'results' by task and 'configs', 'versions' or 'config'",
            [".json"],
            LmEvalReader.Read),
        new(
            "inspect",
            "logs of Inspect AI, .eval or JSON, versions 2 and 3",
            "a JSON object with 'version', 'status' and 'eval'",
            [".json", ".eval"],
            InspectReader.Read),
        new(
            "promptfoo",
            "output of promptfoo, JSON or JSON Lines, versions 2 and 3",
            "a JSON object with 'evalId' and 'results.results'",
            [".json", ".jsonl"],
            PromptfooReader.Read),
        new(
            "rated-samples",
            "JSON Lines of rated samples, as OpenAI's evals record them",
            "a line with 'spec', then lines with 'sample_id', 'type' and 'data'",
            [".jsonl"],
            RatedSamplesReader.Read),
        new(
            "crmbench",
            "the table or the JSON of a board, or figures.csv of all, as sites of this program publish them",
            "a CSV table with the columns 'benchmark', 'release', 'model_id', 'use_case_id', 'metric' and 'value', or the JSON of a board, schema 2",
            [".csv", ".json"],
            OwnTableReader.Read),
        new(
            "csv",
            "any table, CSV or XLSX, with a mapping file that names its columns",
            "a table with the columns that the mapping names",
            [".csv", ".tsv", ".xlsx"],
            MappedTableReader.Read),
    ];

    /// <summary>The format of a name, or null.</summary>
    public static ImportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
