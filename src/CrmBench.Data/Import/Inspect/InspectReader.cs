using CrmBench.Core.Diagnostics;
using CrmBench.Data.Import.Drafts;
using CrmBench.Data.Import.Foreign;

namespace CrmBench.Data.Import.Inspect;

/// <summary>Imports JSON logs of Inspect AI, version 2: one model and one task each, with or without samples.</summary>
internal static class InspectReader
{
    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files) => JsonFiles.Read(job, files, Lacking, (file, json) =>
    {
        if (Refusal(json) is { } refusal)
        {
            job.Diagnostics.Report(refusal);
            return false;
        }

        Read(job, file, json);
        return true;
    });

    private static string? Lacking(ForeignValue json) =>
        !json.Has("eval") ? "it has no 'eval'" : !json.Has("status") ? "it has no 'status'" : null;

    private static Diagnostic? Refusal(ForeignValue json) =>
        // Logs of version 1 do not say their version.
        json.Find("version") is not { Text: "2" } version
            ? ImportProblems.VersionNotRead(json.Find("version")?.Located ?? new Located<string>("1", json.Place), "version 2")
            : json.Find("status") is { Text: not "success" } status ? ImportProblems.RunIncomplete(status.Located) : null;

    private static void Read(ImportJob job, ImportFile file, ForeignValue json)
    {
        if (json.Object("eval") is not { } eval || eval.RequiredText("model") is not { } name || eval.RequiredText("task") is not { } task
            || job.Target(file) is not { } target || job.Model(name) is not { } model)
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
        draft.AddSource(source);
        Describe(draft, json, eval, task.Value, version);
        var dataset = eval.Object("dataset");
        var useCase = target.Names.UseCase(task.Value) ?? target.Names.UseCase(task.Value[(task.Value.LastIndexOf('/') + 1)..])
            ?? (dataset?.TextOf("name") is { } set ? target.Names.UseCase(set) : null) ?? job.Options.UseCase;
        var scores = new InspectScores(target, draft, useCase, task.Value, Judge(eval));
        scores.ReadAggregates(json.Object("results"), Epochs(eval), dataset?.DecimalOf("samples"));
        foreach (var sample in json.ItemsOf("samples"))
        {
            scores.ReadSample(sample, name.Value);
        }

        json.Leave("reductions", "They are computed from the samples.");
    }

    private static void Describe(SubmissionDraft draft, ForeignValue json, ForeignValue eval, string task, string version)
    {
        draft.Set("Harness", $"Inspect {version}".TrimEnd());
        draft.Set("Tasks", $"{task} {eval.Find("task_version")?.Text}".TrimEnd());
        draft.Set("Epochs", eval.Object("config")?.Find("epochs")?.Text);
        draft.Set("Harness commit", eval.Object("revision")?.TextOf("commit"));
        foreach (var name in new[] { "temperature", "top_p", "max_tokens", "seed", "reasoning_effort", "reasoning_tokens" })
        {
            draft.Set(
                char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' '),
                (eval.Object("model_generate_config")?.Find(name) ?? json.Object("plan")?.Object("config")?.Find(name))?.Text);
        }

        if (eval.Object("config")?.Find("limit") is { } limit)
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

    private static int Epochs(ForeignValue eval) =>
        eval.Object("config")?.DecimalOf("epochs") is { } epochs and >= 1 and < 1_000_000 ? (int)epochs : 1;

    private static string? Judge(ForeignValue eval) => eval.Object("model_roles")?.Object("grader")?.TextOf("model");
}
