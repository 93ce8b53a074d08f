using System.IO.Compression;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>Imports logs of Inspect AI, versions 2 and 3, as JSON or as archive: one model and one task each, with or without samples.</summary>
internal static class InspectReader
{
    private const string Versions = "versions 2 and 3";

    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files) => new JsonFiles(job).Read(
        files,
        (file, diagnostics) => FileKind.IsZip(file.Content.Span) ? InspectArchive.Open(file, diagnostics) : ForeignFile.Open(file, diagnostics),
        roots => JsonFiles.WrongFormat(job, roots[0], Lacking) ?? Refusal(roots[0]),
        (file, roots) =>
        {
            Read(job, file, roots[0], roots.Count > 1 ? roots.Skip(1) : roots[0].ItemsOf("samples"));
            return true;
        });

    private static string? Lacking(ForeignValue json) =>
        !json.Has("eval") ? "it has no 'eval'" : !json.Has("status") ? "it has no 'status'" : null;

    private static Diagnostic? Refusal(ForeignValue json) =>
        // Logs of version 1 do not say their version.
        json.Find("version") is not { Text: "2" or "3" }
            ? ImportProblems.VersionNotRead(json.Find("version")?.Located ?? new Located<string>("1", json.Place), Versions)
            : json.Find("status") is { Text: not "success" } status ? ImportProblems.RunIncomplete(status.Located) : null;

    private static void Read(ImportJob job, ImportFile file, ForeignValue json, IEnumerable<ForeignValue> samples)
    {
        if (json.Object("eval") is not { } eval || eval.RequiredText("task") is not { } task || job.Target(file) is not { } target)
        {
            return;
        }

        // A text of another kind has been reported.
        var name = eval.LocatedText("model");
        if ((name is null && eval.Find("model") is not null) || job.Model(name, eval.Place) is not { } model)
        {
            return;
        }

        var date = Dates.OfMoment(eval.Find("created"));
        var version = eval.Object("packages")?.TextOf("inspect_ai") ?? "";
        var title = $"Log of {$"Inspect {version}".TrimEnd()}, task {task.Value}";
        if (job.Source(file, "inspect", title, null, null, date, "Shares from 0 to 1 there are percent here.") is not { } source)
        {
            return;
        }

        var draft = job.Draft(target, model, job.Options.Variant ?? "", json.Place);
        draft.Describe("", "", date);
        var dataset = eval.Object("dataset");
        var useCase = target.Names.UseCase(task.Value) ?? target.Names.UseCase(task.Value[(task.Value.LastIndexOf('/') + 1)..])
            ?? (dataset?.TextOf("name") is { } set ? target.Names.UseCase(set) : null) ?? job.Options.UseCase;
        var log = new InspectLog(task.Value, useCase, name?.Value ?? "", eval)
        {
            Run = eval.TextOf("eval_id") ?? eval.TextOf("run_id") ?? file.Path,
            Source = draft.AddSource(source),
        };
        Describe(draft, json, eval, log, version);
        var scores = new InspectScores(target, draft, log);
        scores.ReadAggregates(json.Object("results"));
        foreach (var sample in samples)
        {
            scores.ReadSample(sample);
        }

        json.Leave("reductions", "They are computed from the samples.");
    }

    private static void Describe(SubmissionDraft draft, ForeignValue json, ForeignValue eval, InspectLog log, string version)
    {
        draft.Set("Harness", $"Inspect {version}".TrimEnd());
        draft.Set("Tasks", ForeignText.Known(log.Task, eval.Find("task_version")?.Text));
        draft.Set("Epochs", eval.Object("config")?.Find("epochs")?.Text);
        draft.Set("Epochs reduced by", log.Reducer);
        draft.Set("Harness commit", eval.Object("revision")?.TextOf("commit"));
        foreach (var name in new[] { "temperature", "top_p", "max_tokens", "seed", "reasoning_effort", "reasoning_tokens" })
        {
            draft.Set(
                Noun.Capital(name).Replace('_', ' '),
                (eval.Object("model_generate_config")?.Find(name) ?? json.Object("plan")?.Object("config")?.Find(name))?.Text);
        }

        if (eval.Object("config")?.Find("limit") is { } limit && !IsAboveAll(limit, eval.Object("dataset")))
        {
            draft.AddIssue(limit.Text.Length > 0
                ? $"The run was limited to {limit.Text} samples of the task."
                : "The run was limited to a part of the task's samples.");
        }

        if (json.FlagOf("invalidated") == true)
        {
            draft.AddIssue("The log says that some of its samples are invalid.");
        }

        eval.Leave("model_args", "Arguments may hold addresses and keys, which do not belong into a publication.");
        eval.Leave("task_args", "Arguments may hold addresses and keys, which do not belong into a publication.");
    }

    // A limit that the data set does not reach leaves nothing out.
    private static bool IsAboveAll(ForeignValue limit, ForeignValue? dataset) =>
        DraftNumber.TryParse(limit.Text, out var most) && dataset?.DecimalOf("samples") <= most;
}

/// <summary>What a log says of the run as a whole.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="UseCase">Identifier of the task's use case, or null where only samples may name one.</param>
/// <param name="Model">What the log calls the model.</param>
/// <param name="Eval">Its <c>eval</c>.</param>
internal sealed record InspectLog(string Task, string? UseCase, string Model, ForeignValue Eval)
{
    /// <summary>Which run it is; of two logs with one name the second is the same log again.</summary>
    public required string Run { get; init; }

    /// <summary>Identifier of the source.</summary>
    public required string Source { get; init; }

    /// <summary>How often each sample was run, at least once.</summary>
    public int Epochs { get; } = Eval.Object("config")?.DecimalOf("epochs") is { } epochs and >= 1 and < 1_000_000 ? (int)epochs : 1;

    /// <summary>The first of the reducers that the log names, which make one value of several epochs; empty where it names none.</summary>
    public string Reducer { get; } = Eval.Object("config")?.Find("epochs_reducer") switch
    {
        { Kind: JsonValueKind.Array } list => list.Items().FirstOrDefault()?.Text ?? "",
        { } single => single.Text,
        null => "",
    };

    /// <summary>What the log calls the grading model, or null.</summary>
    public string? Judge { get; } = Eval.Object("model_roles")?.Object("grader")?.TextOf("model");
}

/// <summary>Opens a log that is a ZIP archive: <c>header.json</c> is the log without its samples, which have an entry each.</summary>
internal static class InspectArchive
{
    private const string Header = "header.json", Samples = "samples/", Start = "_journal/start.json";

    // The greatest number of entries of a log; a run of a million samples still fits.
    private const int MostEntries = 2_000_000;

    /// <summary>The header and the samples as one file, or null after a report.</summary>
    public static ForeignFile? Open(ImportFile file, DiagnosticBag diagnostics)
    {
        var place = new SourcePlace(file.Path);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.Content.ToArray()), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
            {
                diagnostics.Report(ImportProblems.ArchiveUnreadable(place, "it has too many entries"));
                return null;
            }

            if (archive.GetEntry(Header) is not { } header)
            {
                diagnostics.Report(archive.GetEntry(Start) is null
                    ? ImportProblems.AnotherKind(place, FileKind.OfBytes(file.Content.Span)!)
                    : ImportProblems.RunIncomplete(new Located<string>("started", place)));
                return null;
            }

            // By name, so that the order in which samples ended does not matter.
            var samples = archive.Entries
                .Where(entry => entry.FullName.StartsWith(Samples, StringComparison.Ordinal)
                    && entry.FullName.EndsWith(".json", StringComparison.Ordinal))
                .OrderBy(entry => entry.FullName, StringComparer.Ordinal);
            return Unpack(file, [header, .. samples]) is { } parts
                ? ForeignFile.OpenParts(parts, diagnostics)
                : Report(Problems.FileTooLarge(file.Path, LargestFile.Foreign + 1, LargestFile.Foreign));
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            // The library knows no other way to say that an archive is damaged or packed in a way it cannot unpack.
            return Report(ImportProblems.ArchiveUnreadable(place, "it is damaged, or packed with another method than Deflate"));
        }

        ForeignFile? Report(Diagnostic problem)
        {
            diagnostics.Report(problem);
            return null;
        }
    }

    // Null where they are too large together. What an entry says of its own size is not believed.
    private static List<ImportFile>? Unpack(ImportFile file, IEnumerable<ZipArchiveEntry> entries)
    {
        var parts = new List<ImportFile>();
        var room = LargestFile.Foreign;
        var buffer = new byte[1 << 16];
        foreach (var entry in entries)
        {
            using var from = entry.Open();
            using var to = new MemoryStream();
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                room -= read;
                if (room < 0)
                {
                    return null;
                }

                to.Write(buffer, 0, read);
            }

            parts.Add(new ImportFile($"{file.Path}/{entry.FullName}", to.ToArray()));
        }

        return parts;
    }
}
