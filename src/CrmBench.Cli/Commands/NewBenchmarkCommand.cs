using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Entries;
using CrmBench.Data.Files;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench new benchmark</c>: the folder of a benchmark with its first release, listed in <c>site.json</c>; with its results, where a table has them.</summary>
internal static class NewBenchmarkCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var options = new BenchmarkQuestions();
        var tables = new TableQuestions(repository);
        var useCases = NewCommand.Text("--use-cases", "IDS", Wording.NewBenchmarkUseCases);
        var dryRun = NewCommand.DryRun();
        var command = new Command("benchmark", Wording.NewBenchmark);
        options.AddTo(command);
        command.Options.Add(useCases);
        tables.AddTo(command);
        command.Options.Add(dryRun);
        repository.Require(command);
        command.SetAction(parsed =>
        {
            if (NewEntry.Open(repository.Find(parsed), terminal) is not { } entry)
            {
                return ExitCodes.InputProblems;
            }

            return tables.Named(parsed) is { } file
                ? FromTable(entry, parsed, options, tables, file, parsed.GetValue(dryRun), terminal)
                : Empty(entry, parsed, options, parsed.GetValue(useCases), parsed.GetValue(dryRun), terminal);
        });
        return command;
    }

    private static int Empty(NewEntry entry, ParseResult parsed, BenchmarkQuestions options, string? useCases, bool dryRun, Terminal terminal)
    {
        var questions = new Questions(terminal);
        if (options.Ask(parsed, questions, id => entry.Taken($"benchmarks/{id}"), questions => questions.Names(
                "--use-cases", useCases, Wording.NewBenchmarkUseCases, name => EntryNames.New("use case", name))) is not { } benchmark)
        {
            return questions.Refuse();
        }

        var listed = benchmark.Listed(entry.Files);
        var code = entry.Write([.. benchmark.ToFiles(), .. listed is null ? [] : new[] { listed }], benchmark.Folder, dryRun, terminal);
        if (!dryRun)
        {
            terminal.WriteError(listed is null ? Wording.ListByHand(benchmark.Id) : Wording.Listed(benchmark.Id));
            terminal.WriteError(Wording.ProseOf(benchmark.Id));
        }

        return code;
    }

    private static int FromTable(
        NewEntry entry, ParseResult parsed, BenchmarkQuestions options, TableQuestions tables, ImportFile file, bool dryRun, Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        if (tables.Read(parsed, file, diagnostics) is not { } table)
        {
            return terminal.Stop(diagnostics.ToSorted());
        }

        var questions = new Questions(terminal);
        var benchmark = options.Ask(parsed, questions, id => entry.Taken($"benchmarks/{id}"), usual: Usual(file.Stem));
        var answers = benchmark is null ? null : tables.Ask(parsed, table, file, entry.Catalogue.Site.RepositoryUrl, questions);
        if (benchmark is null || answers is null || !questions.AllWell)
        {
            return questions.Refuse();
        }

        var listed = benchmark.Listed(entry.Files);
        var tree = MemoryTree.Copy(entry.Files, "data");
        tree = listed is null ? tree : tree.With($"data/{listed.Path}", listed.Content);
        var files = BoardFromTable.Files(file, table, answers, benchmark, tree, diagnostics);
        if (diagnostics.HasErrors)
        {
            return terminal.Stop(diagnostics.ToSorted());
        }

        var code = entry.WriteBoard([.. files, .. listed is null ? [] : new[] { listed with { Path = $"data/{listed.Path}" } }], benchmark, dryRun, terminal);
        terminal.Warn(diagnostics.ToSorted(), entry.Catalogue.Site.BaseUrl);
        return code;
    }

    /// <summary>What a benchmark is called unless somebody says otherwise, by the name of its table.</summary>
    public static (string Id, string Name) Usual(string stem)
    {
        var name = string.Join(' ', stem.Split(['_', '-', ' ', '.'], StringSplitOptions.RemoveEmptyEntries));
        return (EntryNames.Suggested(stem, "board"), name.Length == 0 ? "Board" : Noun.Capital(name));
    }
}

/// <summary>What has to be known of every new benchmark: options of <c>new benchmark</c> and <c>init</c>, asked for where somebody is there.</summary>
internal sealed class BenchmarkQuestions
{
    private readonly Option<string?> _id = NewCommand.Text("--benchmark", "ID", Wording.NewBenchmarkId);
    private readonly Option<string?> _name = NewCommand.Text("--name", "TEXT", Wording.NewBenchmarkName);
    private readonly Option<string?> _question = NewCommand.Text("--question", "TEXT", Wording.NewBenchmarkQuestion);
    private readonly Option<string?> _summary = NewCommand.Text("--summary", "TEXT", Wording.NewBenchmarkSummary);
    private readonly Option<string?> _date = NewCommand.Text("--date", "DATE", Wording.NewReleaseDate);
    private readonly Option<string?> _release = NewCommand.Text("--release", "ID", Wording.NewReleaseId);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { _id, _name, _question, _summary, _date, _release })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The benchmark without its measures; null after an objection.</summary>
    /// <param name="parsed">The options.</param>
    /// <param name="questions">Asks, and takes objections.</param>
    /// <param name="taken">Why an identifier cannot be used although it is one, or null.</param>
    /// <param name="useCases">Asks for the use cases; null where something else knows them.</param>
    /// <param name="usual">Identifier and name where nobody says them; then the day is today's and the question a stated one.</param>
    public NewBenchmark? Ask(
        ParseResult parsed,
        Questions questions,
        Func<string, string?> taken,
        Func<Questions, ImmutableArray<string>>? useCases = null,
        (string Id, string Name)? usual = null)
    {
        var id = questions.Need(
            "--benchmark",
            parsed.GetValue(_id),
            Wording.NewBenchmarkId,
            name => EntryNames.New("benchmark", name, ReservedNames.Benchmarks.Contains(name)) ?? taken(name),
            usual?.Id);
        var title = questions.Need("--name", parsed.GetValue(_name), Wording.NewBenchmarkName, _ => null, usual?.Name);
        var question = questions.May(
            "--question", parsed.GetValue(_question), Wording.NewBenchmarkQuestion, usual: usual is null ? null : Wording.UsualQuestion(title));
        var summary = questions.May("--summary", parsed.GetValue(_summary), Wording.NewBenchmarkSummary);
        var named = useCases?.Invoke(questions) ?? [];
        var today = usual is null ? null : DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var day = questions.Need("--date", parsed.GetValue(_date), Wording.NewReleaseDate, EntryNames.Date, today);
        if (!questions.AllWell)
        {
            return null;
        }

        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var release = questions.Need(
            "--release",
            parsed.GetValue(_release),
            Wording.NewReleaseId,
            name => EntryNames.New("release", name, ReservedNames.Releases.Contains(name)),
            NewRelease.UsualId(date));
        return questions.AllWell
            ? new NewBenchmark(id, title, release, date)
            {
                Question = question,
                Summary = summary,
                UseCases = [.. named.Select(useCase => new NewUseCase(useCase))],
            }
            : null;
    }
}
