using CrmBench.Data.Import.Foreign;

namespace CrmBench.Data.Import.EveryEvalEver;

/// <summary>
/// Imports the two kinds of files of Every Eval Ever: aggregates (JSON, one model each) and instances (JSON Lines). Aggregates are read
/// first, because instances refer to their results.
/// </summary>
internal static class EveryEvalEverReader
{
    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        var known = new ResultsById();
        var aggregates = new AggregateReader(job, known);
        var instances = new InstanceReader(job, known);
        JsonFiles.Read(job, files.Where(file => !IsLines(file)), Lacking, (file, json) =>
        {
            var isRight = HasRightVersion(job, json);
            if (isRight)
            {
                aggregates.Read(file, json);
            }

            return isRight;
        });

        foreach (var file in files.Where(IsLines))
        {
            if (ForeignFile.OpenLines(file, job.Diagnostics) is { } foreign && foreign.Roots.All(line => IsInstance(job, line)))
            {
                instances.Read(file, foreign.Roots);
                job.LeaveRest(foreign);
            }
        }
    }

    private static bool IsLines(ImportFile file) => file.Path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    private static string? Lacking(ForeignValue json) =>
        !json.Has("schema_version") ? "it has no 'schema_version'"
        : !json.Has("evaluation_results") ? "it has no 'evaluation_results'"
        : !json.Has("model_info") ? "it has no 'model_info'"
        : null;

    private static bool IsInstance(ImportJob job, ForeignValue line)
    {
        var lacking = line switch
        {
            { IsObject: false } => $"a line is {line.KindInWords}",
            _ when !line.Has("sample_id") => "a line has no 'sample_id'",
            _ when !line.Has("model_id") => "a line has no 'model_id'",
            _ when !line.Has("evaluation") => "a line has no 'evaluation'",
            _ => null,
        };
        if (lacking is not null)
        {
            job.Diagnostics.Report(ImportProblems.WrongFormat(line.Place, job.Format, lacking));
            return false;
        }

        return HasRightVersion(job, line);
    }

    // Instances write "instance_level_eval_0.2.2" or the number alone.
    private static bool HasRightVersion(ImportJob job, ForeignValue json)
    {
        if (json.LocatedText("schema_version") is not { } version)
        {
            return false;
        }

        var number = version.Value[(version.Value.LastIndexOf('_') + 1)..];
        if (number.Split('.') is ["0", "2" or "3", ..])
        {
            return true;
        }

        job.Diagnostics.Report(ImportProblems.VersionNotRead(version, "0.2 and 0.3"));
        return false;
    }
}
