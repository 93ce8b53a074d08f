using CrmBench.Core.Diagnostics;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Inspect;

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
        draft.Set("Tasks", PlainText.Known(log.Task, eval.Find("task_version")?.Text));
        draft.Set("Epochs", eval.Object("config")?.Find("epochs")?.Text);
        draft.Set("Epochs reduced by", log.Reducer);
        draft.Set("Harness commit", eval.Object("revision")?.TextOf("commit"));
        foreach (var name in new[] { "temperature", "top_p", "max_tokens", "seed", "reasoning_effort", "reasoning_tokens" })
        {
            draft.Set(
                char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' '),
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
