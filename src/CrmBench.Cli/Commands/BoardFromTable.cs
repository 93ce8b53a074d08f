using System.Collections.Immutable;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Entries;
using CrmBench.Data.Files;
using CrmBench.Import;
using CrmBench.Import.Kernel;

namespace CrmBench.Cli.Commands;

/// <summary>The files of a board that is made of a table: its benchmark, its models, its submissions, its prose, and how the table was read.</summary>
internal static class BoardFromTable
{
    // What is larger is no table that somebody keeps in a repository of texts.
    private const int LargestCopy = 5 << 20;

    /// <summary>The files, from the root of the repository; what prevents them is reported.</summary>
    /// <param name="file">The table.</param>
    /// <param name="table">What it holds.</param>
    /// <param name="answers">What is known of it.</param>
    /// <param name="benchmark">The benchmark, without its measures.</param>
    /// <param name="repository">The repository as it is, with <c>site.json</c> as it will be.</param>
    /// <param name="diagnostics">Takes what is wrong, and what the checks say of the new board.</param>
    public static ImmutableArray<OutputFile> Files(
        ImportFile file, ProposedTable table, TableAnswers answers, NewBenchmark benchmark, FileTree repository, DiagnosticBag diagnostics)
    {
        var proposal = new BoardProposal(table, answers.Choices);
        var imports = $"imports/{benchmark.Id}";
        var mapping = new OutputFile($"{imports}/mapping.json", proposal.Mapping());
        var copy = Copy(file, imports);
        var command = $"crmbench import csv {copy?.Path ?? file.Path.Split('/')[^1]} --mapping {mapping.Path} --benchmark {benchmark.Id} --release {benchmark.Release} " +
            $"--source-url {answers.SourceUrl} --add-models --provider \"{answers.Choices.Provider}\" --replace";
        benchmark = benchmark with
        {
            Measures = proposal.Measures,
            UseCases = proposal.UseCases,
            Summary = benchmark.Summary ?? Wording.SummaryOf(answers.SourceTitle),
            KnownLimits = [Wording.TakenOver(answers.SourceTitle)],
            ToReview = [.. answers.ToReview, .. proposal.ToReview, Wording.ReadAgain(command)],
        };

        var before = new DiagnosticBag();
        var known = CatalogueReader.Read(repository, before);
        ImmutableArray<OutputFile> data = [.. benchmark.ToFiles(), .. proposal.Catalogue(known, repository, benchmark.IsInvented)];
        var tree = data.Aggregate(MemoryTree.Copy(repository, "data"), (files, made) => files.With($"data/{made.Path}", made.Content));
        var unseen = new DiagnosticBag();
        if (CatalogueReader.Read(tree, unseen) is not { } catalogue || catalogue.Benchmarks.All(other => other.Id != benchmark.Id))
        {
            diagnostics.Report(unseen.ToSorted().Where(problem => problem.Severity == Severity.Error));
            return [];
        }

        var options = new ImportOptions
        {
            Benchmark = benchmark.Id,
            Release = benchmark.Release,
            Mapping = new ImportFile(mapping.Path, mapping.Content),
            SourceTitle = answers.SourceTitle,
            SourceUrl = answers.SourceUrl,
            SourceLicence = answers.SourceLicence,
        };
        var result = Importer.Import(ImportFormats.Find("csv")!, [file], options, catalogue, diagnostics);
        if (!diagnostics.HasErrors)
        {
            ImportWriter.Check(result, tree, diagnostics);
        }

        return
        [
            .. data.Concat(result.Files).Select(made => made with { Path = $"data/{made.Path}" }),
            new OutputFile($"content/benchmarks/{benchmark.Id}.md", Prose(benchmark, answers)),
            mapping,
            .. copy is null ? [] : new[] { copy },
        ];
    }

    // The table as it was read, to the byte, so that new rows can be added to it; not where it is very large.
    private static OutputFile? Copy(ImportFile file, string folder) =>
        file.Content.Length <= LargestCopy ? new OutputFile($"{folder}/{file.Path.Split('/')[^1]}", file.Content.ToArray()) : null;

    private static string Prose(NewBenchmark benchmark, TableAnswers answers) =>
        $"""
        ---
        title: {benchmark.Name.Replace('\n', ' ')}
        description: How the figures of this board came about, and what they cannot tell.
        ---

        ## What was measured

        {benchmark.Summary} The figures are those of [{answers.SourceTitle.Replace("]", "", StringComparison.Ordinal)}]({answers.SourceUrl}); nothing was measured again here.

        ## What it cannot tell

        - {Wording.TakenOver(answers.SourceTitle)}
        - Where the source states no spread and no number of observations, there is no interval, and a small difference may be chance.

        """.ReplaceLineEndings("\n");
}
