using System.Collections.Immutable;
using CrmBench.CarryOver.Agents;
using CrmBench.CarryOver.CrmArena;
using CrmBench.CarryOver.CrmLeaderboard;
using CrmBench.CarryOver.Demonstration;
using CrmBench.CarryOver.HumanFeedback;
using CrmBench.CarryOver.Models;
using CrmBench.CarryOver.Sources;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver;

/// <summary>All files that these programs write into <c>data/</c>; the others there are written by hand.</summary>
internal static class CarriedFiles
{
    /// <summary>The files, by path (ordinal).</summary>
    public static ImmutableArray<OutputFile> Produce(SourceFolder source)
    {
        ImmutableArray<SubmissionFolder> submissions =
        [
            .. AgentBoards.Produce(source),
            .. CrmBoard.Produce(source),
            .. CrmArenaBoard.Produce(source),
            .. RatedOutputsBoard.Produce(source),
            .. DemonstrationBoard.Produce(),
        ];
        CheckUnique(submissions);
        return
        [
            .. submissions.SelectMany(submission => submission.ToFiles())
                .Append(ModelTable.Produce(source, InventedModels.Models))
                .Append(PriceTable.Produce(source, InventedModels.Prices))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    private static void CheckUnique(ImmutableArray<SubmissionFolder> submissions)
    {
        var doubled = submissions.GroupBy(submission => $"{submission.Benchmark}/{submission.Release}/{submission.Id}")
            .FirstOrDefault(group => group.Count() > 1);
        if (doubled is not null)
        {
            throw new InvalidDataException($"Two submissions would share the folder {doubled.Key}.");
        }
    }
}
