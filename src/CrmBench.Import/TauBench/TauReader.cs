using CrmBench.Core.Diagnostics;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.TauBench;

/// <summary>Imports submissions to the tau-bench leaderboard, each into the release it compares with.</summary>
internal static class TauReader
{
    private const string NotComparable = "It compares with no release here: ";

    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files) =>
        JsonFiles.Read(job, files, TauSubmission.Lacking, (file, json) =>
        {
            if (TauSubmission.Read(file, json, job.Diagnostics) is not { } submission)
            {
                return false;
            }

            Read(job, file, json, submission);
            return true;
        });

    private static void Read(ImportJob job, ImportFile file, ForeignValue json, TauSubmission submission)
    {
        var benchmark = submission.IsVoice ? TauVoiceBoard.Benchmark : TauTextBoard.Benchmark;

        // Somebody who names a release answers for it; otherwise like goes to like.
        var release = job.Options.Release
            ?? (submission.IsVoice ? TauVoiceBoard.Release(submission) : TauTextBoard.Release(submission));
        if (release is null)
        {
            json.Leave(NotComparable + WhyNot(submission));
            return;
        }

        if (job.Target(file, benchmark, release) is not { } target || job.Model(submission.Model, TauModelNames.Others) is not { } model)
        {
            return;
        }

        var folder = submission.IsVoice
            ? TauVoiceBoard.Folder(submission, model, target.Release.Id)
            : TauTextBoard.Folder(submission, model, target.Release.Id);
        var known = folder.Sources[0];
        if (job.Source(file, known.Id, known.Title, known.Url, known.Licence, known.Date, known.Note) is { } source)
        {
            var submittedBy = job.Options.SubmittedBy ?? folder.SubmittedBy;
            job.Add(
                folder with { Benchmark = target.Benchmark.Id, SubmittedBy = submittedBy, Sources = [source] },
                new SourcePlace(file.Path));
        }
    }

    private static string WhyNot(TauSubmission submission) =>
        (submission.Type == "standard" ? "" : $"a {submission.Type} set-up, ") +
        $"version {(submission.Version.Length == 0 ? "not stated" : submission.Version)}, " +
        $"the customer played by {(submission.UserSimulator.Length == 0 ? "a model that is not named" : submission.UserSimulator)}. " +
        "Name a release to import it all the same.";
}
