using System.Collections.Immutable;
using CrmBench.CarryOver.Demonstration;
using CrmBench.CarryOver.Published;
using CrmBench.Data.Files;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver;

/// <summary>All files that these programs write into <c>data/</c>; the others there are written by hand.</summary>
internal static class CarriedFiles
{
    /// <summary>The files that need nothing from outside the repository, by path (ordinal).</summary>
    /// <param name="inputs">The source data that lie beside these programs, because their licence allows it.</param>
    public static ImmutableArray<OutputFile> ProduceFromInputs(SourceFolder inputs) => ToFiles(
    [
        .. SummaryCoverageBoard.Produce(inputs),
        .. CallSummariesBoard.Produce(inputs),
        .. DemonstrationBoard.Produce(),
    ]);

    /// <summary>All files, by path (ordinal).</summary>
    /// <param name="source">The source data that are not in the repository.</param>
    /// <param name="inputs">Those that are.</param>
    public static ImmutableArray<OutputFile> Produce(SourceFolder source, SourceFolder inputs)
    {
        ImmutableArray<SubmissionFolder> submissions =
        [
            .. AgentBoards.Produce(source),
            .. CrmBoard.Produce(source),
            .. CrmArenaBoard.Produce(source),
            .. RatedOutputsBoard.Produce(source),
        ];
        return
        [
            .. ToFiles(submissions)
                .Concat(ProduceFromInputs(inputs))
                .Append(ModelTable.Produce(source, InventedModels.Models))
                .Append(PriceTable.Produce(source, InventedModels.Prices))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    private static ImmutableArray<OutputFile> ToFiles(ImmutableArray<SubmissionFolder> submissions)
    {
        CheckUnique(submissions);
        return [.. submissions.SelectMany(submission => submission.ToFiles()).OrderBy(file => file.Path, StringComparer.Ordinal)];
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

/// <summary>The folder <c>data/</c> of the repository.</summary>
internal sealed class DataFolder(string path)
{
    /// <summary>Writes the files and removes whatever else lies among the submissions of their releases.</summary>
    public void Write(ImmutableArray<OutputFile> files)
    {
        foreach (var root in files.Select(SubmissionsRoot).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var folder = Path.Combine(path, root);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        foreach (var file in files)
        {
            var target = Path.Combine(path, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, file.Content);
        }
    }

    private static string? SubmissionsRoot(OutputFile file)
    {
        const string folder = "/submissions/";
        var at = file.Path.IndexOf(folder, StringComparison.Ordinal);
        return at < 0 ? null : file.Path[..(at + folder.Length)];
    }
}
