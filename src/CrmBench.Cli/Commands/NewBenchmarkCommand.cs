using System.CommandLine;
using System.Globalization;
using CrmBench.Cli.Console;
using CrmBench.Data.Entries;
using CrmBench.Data.Values;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench new benchmark</c>: the folder of a benchmark with its first release, listed in <c>site.json</c>.</summary>
internal static class NewBenchmarkCommand
{
    public static int Run(string root, NewBenchmarkAnswers given, bool dryRun, Terminal terminal)
    {
        if (NewEntry.Open(root, terminal) is not { } entry)
        {
            return ExitCodes.InputProblems;
        }

        var questions = new Questions(terminal);
        if (Benchmark(entry, given, questions) is not { } benchmark)
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

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var id = NewCommand.Text("--benchmark", "ID", Wording.NewBenchmarkId);
        var name = NewCommand.Text("--name", "TEXT", Wording.NewBenchmarkName);
        var question = NewCommand.Text("--question", "TEXT", Wording.NewBenchmarkQuestion);
        var summary = NewCommand.Text("--summary", "TEXT", Wording.NewBenchmarkSummary);
        var useCases = NewCommand.Text("--use-cases", "IDS", Wording.NewBenchmarkUseCases);
        var date = NewCommand.Text("--date", "DATE", Wording.NewReleaseDate);
        var release = NewCommand.Text("--release", "ID", Wording.NewReleaseId);
        var dryRun = NewCommand.DryRun();
        var command = new Command("benchmark", Wording.NewBenchmark) { id, name, question, summary, useCases, date, release, dryRun };
        repository.Require(command);
        command.SetAction(parsed => Run(
            repository.Find(parsed),
            new NewBenchmarkAnswers
            {
                Id = parsed.GetValue(id),
                Name = parsed.GetValue(name),
                Question = parsed.GetValue(question),
                Summary = parsed.GetValue(summary),
                UseCases = parsed.GetValue(useCases),
                Date = parsed.GetValue(date),
                Release = parsed.GetValue(release),
            },
            parsed.GetValue(dryRun),
            terminal));
        return command;
    }

    private static NewBenchmark? Benchmark(NewEntry entry, NewBenchmarkAnswers given, Questions questions)
    {
        var id = questions.Need(
            "--benchmark",
            given.Id,
            Wording.NewBenchmarkId,
            name => EntryNames.New("benchmark", name, ReservedNames.Benchmarks.Contains(name)) ?? entry.Taken($"benchmarks/{name}"));
        var title = questions.Need("--name", given.Name, Wording.NewBenchmarkName, _ => null);
        var question = questions.May("--question", given.Question, Wording.NewBenchmarkQuestion);
        var summary = questions.May("--summary", given.Summary, Wording.NewBenchmarkSummary);
        var useCases = questions.Names(
            "--use-cases", given.UseCases, Wording.NewBenchmarkUseCases, name => EntryNames.New("use case", name));
        var day = questions.Need("--date", given.Date, Wording.NewReleaseDate, EntryNames.Date);
        if (!questions.AllWell)
        {
            return null;
        }

        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var release = questions.Need(
            "--release",
            given.Release,
            Wording.NewReleaseId,
            name => EntryNames.New("release", name, ReservedNames.Releases.Contains(name)),
            NewRelease.UsualId(date));
        return questions.AllWell
            ? new NewBenchmark(id, title, release, date) { Question = question, Summary = summary, UseCases = [.. useCases.Select(useCase => new NewUseCase(useCase))] }
            : null;
    }
}

/// <summary>What the options of <c>crmbench new benchmark</c> say; null where one is not given.</summary>
internal sealed record NewBenchmarkAnswers
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Question { get; init; }

    public string? Summary { get; init; }

    public string? UseCases { get; init; }

    public string? Date { get; init; }

    public string? Release { get; init; }
}
