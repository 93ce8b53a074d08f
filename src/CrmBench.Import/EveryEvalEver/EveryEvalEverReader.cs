using CrmBench.Core.Diagnostics;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.EveryEvalEver;

/// <summary>
/// Imports the two kinds of files of Every Eval Ever: aggregates (one model each) and instances (one sample each), both as JSON or as
/// JSON Lines. Aggregates are read first, because instances refer to their results.
/// </summary>
internal static class EveryEvalEverReader
{
    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        var known = new ResultsById();
        var aggregates = new AggregateReader(job, known);
        var instances = new InstanceReader(job, known);
        new JsonFiles(job).Read(
            files.OrderBy(file => file.Path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)),
            ForeignFile.OpenLines,
            roots => roots.Select(root => Refusal(job, root)).FirstOrDefault(reason => reason is not null),
            (file, roots) =>
            {
                foreach (var root in roots.Where(IsAggregate))
                {
                    aggregates.Read(file, root);
                }

                instances.Read(file, roots.Where(root => !IsAggregate(root)));
                return true;
            });
        instances.Finish();
    }

    private static bool IsAggregate(ForeignValue json) => json.Has("evaluation_results") || json.Has("model_info");

    private static Diagnostic? Refusal(ImportJob job, ForeignValue json) =>
        JsonFiles.WrongFormat(job, json, Lacking) ?? VersionRefusal(json);

    private static string? Lacking(ForeignValue json) =>
        !json.Has("schema_version") ? "it has no 'schema_version'"
        : IsAggregate(json)
            ? !json.Has("evaluation_results") ? "it has no 'evaluation_results'"
                : !json.Has("model_info") ? "it has no 'model_info'"
                : null
            : !json.Has("evaluation") ? "it has neither 'evaluation_results' nor, for an instance, 'evaluation'"
            : !json.Has("sample_id") ? "it has no 'sample_id'"
            : !json.Has("model_id") ? "it has no 'model_id'"
            : null;

    // Instances write "instance_level_eval_0.2.2" or the number alone.
    private static Diagnostic? VersionRefusal(ForeignValue json)
    {
        var version = json.Find("schema_version")?.Located ?? new Located<string>("", json.Place);
        var number = version.Value[(version.Value.LastIndexOf('_') + 1)..];
        return number.Split('.') is ["0", "2" or "3", ..] ? null : ImportProblems.VersionNotRead(version, "0.2 and 0.3");
    }
}
