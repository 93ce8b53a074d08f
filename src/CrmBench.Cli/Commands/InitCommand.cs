using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Entries;
using CrmBench.Data.Files;
using CrmBench.Data.Migrating;
using CrmBench.Data.Writing;
using CrmBench.Import;
using CrmBench.Import.Kernel;

namespace CrmBench.Cli.Commands;

/// <summary>
/// <c>crmbench init</c>: a repository with one board, of a table that somebody has or of an invented one, with the prose, the workflow and the
/// settings that it needs beside its figures. The program does the rest: there is no source and no template in it.
/// </summary>
internal static class InitCommand
{
    private const string Demonstration = "demonstration.csv";

    // Files of the program, named by their paths in the new repository.
    private const string Starter = "starter/";

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = Wording.InitFolder, DefaultValueFactory = _ => ".", HelpName = "folder" };
        var title = NewCommand.Text("--title", "TEXT", Wording.InitTitle);
        var baseUrl = BaseUrl.Option();
        var repositoryUrl = NewCommand.Text("--repository-url", "URL", Wording.InitRepositoryUrl);
        var benchmark = new BenchmarkQuestions();
        var tables = new TableQuestions(repository);
        var command = new Command("init", Wording.Init) { folder, title, baseUrl, repositoryUrl };
        tables.AddTo(command);
        benchmark.AddTo(command);
        command.SetAction(parsed =>
        {
            var root = repository.FullPath(parsed.GetValue(folder)!);
            if (Directory.Exists(root) ? Directory.EnumerateFileSystemEntries(root).Any(entry => Path.GetFileName(entry) != ".git") : Path.Exists(root))
            {
                terminal.WriteError(Wording.NotEmpty(parsed.GetValue(folder)!));
                return ExitCodes.WrongUse;
            }

            var questions = new Questions(terminal);
            var table = tables.Named(parsed) ?? tables.AskForFile(questions);
            if (!questions.AllWell)
            {
                return questions.Refuse();
            }

            var site = new Site(parsed.GetValue(title), parsed.GetValue(baseUrl), parsed.GetValue(repositoryUrl));
            return Run(root, parsed.GetValue(folder)!, site, parsed, benchmark, tables, table, questions, terminal);
        });
        return command;
    }

    private sealed record Site(string? Title, string? BaseUrl, string? RepositoryUrl);

    private static int Run(
        string root,
        string shown,
        Site site,
        ParseResult parsed,
        BenchmarkQuestions options,
        TableQuestions tables,
        ImportFile? named,
        Questions questions,
        Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var file = named ?? new ImportFile(Demonstration, ThisProgram.Resource(Demonstration));
        if (tables.Read(parsed, file, diagnostics) is not { } table)
        {
            return terminal.Stop(diagnostics.ToSorted());
        }

        var benchmark = options.Ask(parsed, questions, _ => null, usual: named is null ? ("demonstration", "Demonstration") : NewBenchmarkCommand.Usual(file.Stem));
        var title = benchmark is null ? "" : questions.Need("--title", site.Title, Wording.InitTitle, _ => null, benchmark.Name);
        var address = questions.Need("--base-url", site.BaseUrl, Wording.InitBaseUrl, _ => null, Wording.ExampleSite);
        var repositoryUrl = questions.Need("--repository-url", site.RepositoryUrl, Wording.InitRepositoryUrl, EntryNames.Address, Wording.ExampleRepository);
        var answers = benchmark is null ? null : named is null
            ? Invented(table, repositoryUrl)
            : tables.Ask(parsed, table, file, repositoryUrl, questions);
        if (benchmark is null || answers is null || !questions.AllWell)
        {
            return questions.Refuse();
        }

        if (named is null)
        {
            benchmark = benchmark with { IsInvented = true, Summary = Wording.InventedSummary };
        }

        var settings = Settings(title, BaseUrl.Parse(address)?.AbsoluteUri ?? address, repositoryUrl, benchmark);
        var tree = settings.Aggregate(MemoryTree.Empty, (files, made) => files.With(made.Path, made.Content));
        var board = BoardFromTable.Files(file, table, answers, benchmark, tree, diagnostics);
        if (diagnostics.HasErrors)
        {
            return terminal.Stop(diagnostics.ToSorted());
        }

        // What the board changes among the settings is its last word.
        ImmutableArray<OutputFile> all =
        [
            .. settings.Concat(StarterFiles(title, repositoryUrl, benchmark)).Concat(Schemas(tree)).Concat(board)
                .GroupBy(made => made.Path)
                .Select(same => same.Last())
                .OrderBy(made => made.Path, StringComparer.Ordinal),
        ];
        StagedWriter.Write(root, all, [], mayReplace: _ => false);
        terminal.Warn(diagnostics.ToSorted(), site: null);
        foreach (var line in Wording.Began(all.Length, shown, benchmark.Id, named is null))
        {
            terminal.Say(line);
        }

        return ExitCodes.Right;
    }

    private static TableAnswers Invented(ProposedTable table, string repositoryUrl) => new(
        new ProposalChoices(AreTasks: true, table.Lower, Wording.NotStated, Wording.Nobody), Wording.InventedSource, repositoryUrl, "CC0 1.0", [Wording.InventedToReview]);

    private static ImmutableArray<OutputFile> Settings(string title, string baseUrl, string repositoryUrl, NewBenchmark benchmark) =>
    [
        new("data/site.json", NewSite.Write(title, Wording.InitDescription(title), baseUrl, repositoryUrl, benchmark.Id)),
        .. NewSite.EmptyTables().Select(table => table with { Path = $"data/{table.Path}" }),
    ];

    private static IEnumerable<OutputFile> Schemas(FileTree tree) =>
        DataMigrator.Migrate(tree, new DiagnosticBag()).Schemas.Select(schema => schema with { Path = $"data/{schema.Path}" });

    private static IEnumerable<OutputFile> StarterFiles(string title, string repositoryUrl, NewBenchmark benchmark) =>
        ThisProgram.Resources(Starter).Select(name => new OutputFile(
            name[Starter.Length..],
            Encoding.UTF8.GetString(ThisProgram.Resource(name))
                .ReplaceLineEndings("\n")
                .Replace("{{title}}", title, StringComparison.Ordinal)
                .Replace("{{repository}}", repositoryUrl, StringComparison.Ordinal)
                .Replace("{{benchmark}}", benchmark.Id, StringComparison.Ordinal)
                .Replace("{{version}}", ThisProgram.Version, StringComparison.Ordinal)));
}
