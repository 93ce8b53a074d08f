using System.Collections.Immutable;
using CrmBench.CarryOver.Models;
using CrmBench.CarryOver.Sources;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;
using CrmBench.Import.TauBench;

namespace CrmBench.CarryOver.Agents;

/// <summary>Carries over the submissions to tau-bench as an import does; text submissions with speed and trust from other boards.</summary>
internal static class AgentBoards
{
    /// <summary>The submissions of all releases.</summary>
    public static ImmutableArray<SubmissionFolder> Produce(SourceFolder source)
    {
        var crosswalk = Crosswalk.Read(source);
        return
        [
            .. Carried(source).Select(entry =>
            {
                var (submission, release) = entry;
                var model = KnownModels.ForTauName(submission.Model.Value);
                return submission.IsVoice
                    ? TauVoiceBoard.Folder(submission, model, release)
                    : crosswalk.AddTo(TauTextBoard.Folder(submission, model, release), submission.Id);
            }),
        ];
    }

    /// <summary>The submissions that compare with a release, and which.</summary>
    public static IEnumerable<(TauSubmission Submission, string Release)> Carried(SourceFolder source)
    {
        foreach (var submission in ReadAll(source))
        {
            if ((submission.IsVoice ? TauVoiceBoard.Release(submission) : TauTextBoard.Release(submission)) is { } release)
            {
                yield return (submission, release);
            }
        }
    }

    private static IEnumerable<TauSubmission> ReadAll(SourceFolder source)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var file in source.Files("tau-bench/original/submissions", "*.json"))
        {
            if (ForeignFile.Open(file, diagnostics)?.Roots.Single() is { } json
                && TauSubmission.Read(file, json, diagnostics) is { } submission)
            {
                yield return submission;
            }

            if (diagnostics.HasErrors)
            {
                throw new InvalidDataException(string.Join('\n', diagnostics.ToSorted()));
            }
        }
    }
}
