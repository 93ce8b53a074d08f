using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using CrmBench.Cli.Console;
using CrmBench.Core.Model;
using CrmBench.Data.Entries;
using CrmBench.Data.Values;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench new release</c>: the folder of a draft, as its predecessor was unless told otherwise.</summary>
internal static class NewReleaseCommand
{
    // What somebody types who wants a release without a predecessor. A release of this very name could not be taken as one.
    private const string None = "none";

    public static int Run(string root, NewReleaseAnswers given, bool dryRun, Terminal terminal)
    {
        if (NewEntry.Open(root, terminal) is not { } entry)
        {
            return ExitCodes.InputProblems;
        }

        var questions = new Questions(terminal);
        if (Release(entry, given, questions) is not { } release)
        {
            return questions.Refuse();
        }

        return entry.Write(
            [.. release.ToFiles(), .. given.CopySubmissions ? release.SubmissionsFrom(entry.Files) : []],
            release.Folder,
            dryRun,
            terminal);
    }

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var benchmark = NewCommand.Text("--benchmark", "ID", Wording.NewBenchmarkOfRelease);
        var date = NewCommand.Text("--date", "DATE", Wording.NewReleaseDate);
        var id = NewCommand.Text("--release", "ID", Wording.NewReleaseId);
        var from = NewCommand.Text("--from", "ID", Wording.NewReleaseFrom);
        var copy = new Option<bool>("--copy-submissions") { Description = Wording.NewReleaseCopy };
        var useCases = NewCommand.Text("--use-cases", "IDS", Wording.NewReleaseUseCases);
        var changes = NewCommand.Text("--changes", "TEXT", Wording.NewReleaseChanges);
        var dryRun = NewCommand.DryRun();
        var command = new Command("release", Wording.NewRelease) { benchmark, date, id, from, copy, useCases, changes, dryRun };
        repository.Require(command);
        command.SetAction(parsed => Run(
            repository.Find(parsed),
            new NewReleaseAnswers
            {
                Benchmark = parsed.GetValue(benchmark),
                Date = parsed.GetValue(date),
                Id = parsed.GetValue(id),
                From = parsed.GetValue(from),
                CopySubmissions = parsed.GetValue(copy),
                UseCases = parsed.GetValue(useCases),
                Changes = parsed.GetValue(changes),
            },
            parsed.GetValue(dryRun),
            terminal));
        return command;
    }

    private static NewRelease? Release(NewEntry entry, NewReleaseAnswers given, Questions questions)
    {
        var benchmarks = entry.Catalogue.Benchmarks;
        var benchmarkId = questions.Need(
            "--benchmark",
            given.Benchmark,
            Wording.Among(Wording.NewBenchmarkOfRelease, benchmarks.Select(other => other.Id)),
            name => EntryNames.Benchmark(entry.Catalogue, name, entry.Files));
        var benchmark = benchmarks.FirstOrDefault(known => known.Id == benchmarkId);
        var day = questions.Need("--date", given.Date, Wording.NewReleaseDate, EntryNames.Date);
        if (benchmark is null || !questions.AllWell)
        {
            return null;
        }

        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var usual = NewRelease.UsualId(date);
        string? Objection(string id) =>
            EntryNames.New("release", id, ReservedNames.Releases.Contains(id) || benchmark.Methods.Any(method => method.Id == id))
            ?? entry.Taken(new NewRelease(benchmark.Id, id, date).Folder);
        var release = new NewRelease(
            benchmark.Id,
            questions.Need("--release", given.Id, Wording.NewReleaseId, Objection, Objection(usual) is null ? usual : null),
            date);
        var from = questions.Need(
            "--from",
            given.From,
            Wording.Among(Wording.NewReleaseFrom, benchmark.Releases.Select(Wording.WithStatus)),
            name => name == None ? null : EntryNames.Release(benchmark, name, entry.Files),
            benchmark.Front?.Id ?? None);
        var before = benchmark.Releases.FirstOrDefault(known => known.Id == from);
        var useCases = questions.Names(
            "--use-cases", given.UseCases, Wording.NewReleaseUseCases, name => EntryNames.UseCase(benchmark, name), UseCasesOf(before, benchmark));
        var changes = questions.May("--changes", given.Changes, Wording.NewReleaseChanges);
        return questions.AllWell
            ? release with { From = before, UseCases = useCases.IsEmpty ? (ImmutableArray<string>?)null : useCases, Changes = changes }
            : null;
    }

    // A release that covers all use cases does not name them.
    private static string? UseCasesOf(Release? before, Benchmark benchmark) =>
        before is null || before.UseCases.Length == benchmark.UseCases.Length ? null : string.Join(' ', before.UseCases);
}

/// <summary>What the options of <c>crmbench new release</c> say; null where one is not given.</summary>
internal sealed record NewReleaseAnswers
{
    public string? Benchmark { get; init; }

    public string? Date { get; init; }

    public string? Id { get; init; }

    public string? From { get; init; }

    public bool CopySubmissions { get; init; }

    public string? UseCases { get; init; }

    public string? Changes { get; init; }
}
