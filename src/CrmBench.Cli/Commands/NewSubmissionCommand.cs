using System.CommandLine;
using CrmBench.Cli.Console;
using CrmBench.Core.Model;
using CrmBench.Data.Entries;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench new submission</c>: the folder of one submission, with every file and column.</summary>
internal static class NewSubmissionCommand
{
    public static int Run(string root, NewSubmissionAnswers given, bool dryRun, Terminal terminal)
    {
        if (NewEntry.Open(root, terminal) is not { } entry)
        {
            return ExitCodes.InputProblems;
        }

        var questions = new Questions(terminal);
        if (Target(entry, given, questions) is not var (benchmark, release))
        {
            return questions.Refuse();
        }

        // Before the other questions, so that nobody answers them for nothing.
        if (release.Status == ReleaseStatus.Frozen)
        {
            questions.Say(Wording.ReleaseIsFrozen(benchmark, release.Id));
        }

        if (Submission(entry, benchmark, release, given, questions) is not { } submission)
        {
            return questions.Refuse();
        }

        return entry.Write(submission.ToFiles(), submission.Folder, dryRun, terminal);
    }

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var benchmark = NewCommand.Text("--benchmark", "ID", Wording.NewBenchmarkOfSubmission);
        var release = NewCommand.Text("--release", "ID", Wording.NewReleaseOfSubmission);
        var model = NewCommand.Text("--model", "ID", Wording.NewModel);
        var variant = NewCommand.Text("--variant", "TEXT", Wording.NewVariant);
        var method = NewCommand.Text("--method", "ID", Wording.NewMethod);
        var submittedBy = NewCommand.Text("--submitted-by", "NAME", Wording.NewSubmittedBy);
        var evaluatedOn = NewCommand.Text("--evaluated-on", "DATE", Wording.NewEvaluatedOn);
        var title = NewCommand.Text("--source-title", "TEXT", Wording.NewSourceTitle);
        var url = NewCommand.Text("--source-url", "URL", Wording.NewSourceUrl);
        var licence = NewCommand.Text("--source-licence", "TEXT", Wording.NewSourceLicence);
        var tables = NewCommand.Text("--tables", "NAMES", Wording.NewTables);
        var id = NewCommand.Text("--id", "ID", Wording.NewSubmissionId);
        var dryRun = NewCommand.DryRun();
        var command = new Command("submission", Wording.NewSubmission)
        {
            benchmark, release, model, variant, method, submittedBy, evaluatedOn, title, url, licence, tables, id, dryRun,
        };
        repository.Require(command);
        command.SetAction(parsed => Run(
            repository.Find(parsed),
            new NewSubmissionAnswers
            {
                Benchmark = parsed.GetValue(benchmark),
                Release = parsed.GetValue(release),
                Model = parsed.GetValue(model),
                Variant = parsed.GetValue(variant),
                Method = parsed.GetValue(method),
                SubmittedBy = parsed.GetValue(submittedBy),
                EvaluatedOn = parsed.GetValue(evaluatedOn),
                SourceTitle = parsed.GetValue(title),
                SourceUrl = parsed.GetValue(url),
                SourceLicence = parsed.GetValue(licence),
                Tables = parsed.GetValue(tables),
                Id = parsed.GetValue(id),
            },
            parsed.GetValue(dryRun),
            terminal));
        return command;
    }

    private static (Benchmark Benchmark, Release Release)? Target(NewEntry entry, NewSubmissionAnswers given, Questions questions)
    {
        var benchmarks = entry.Catalogue.Benchmarks;
        var id = questions.Need(
            "--benchmark",
            given.Benchmark,
            Wording.Among(Wording.NewBenchmarkOfSubmission, benchmarks.Select(known => known.Id)),
            name => EntryNames.Benchmark(entry.Catalogue, name, entry.Files));
        if (benchmarks.FirstOrDefault(known => known.Id == id) is not { } benchmark)
        {
            // What else is needed is worth saying at once, even where its own names cannot be checked yet.
            if (given.Model is null && !questions.CanAsk)
            {
                Model(entry, given, questions);
            }

            return null;
        }

        var draft = benchmark.Releases.FirstOrDefault(known => known.Status == ReleaseStatus.Draft);
        if (given.Release is null && draft is null && !questions.CanAsk)
        {
            questions.RefuseOption("--release", Wording.NoDraft(benchmark.Id));
            return null;
        }

        if (given.Release is null && draft is null)
        {
            questions.Say(Wording.NoDraftToOffer(benchmark.Id));
        }

        var release = questions.Need(
            "--release",
            given.Release,
            Wording.Among(Wording.NewReleaseOfSubmission, benchmark.Releases.Select(Wording.WithStatus)),
            name => UnknownRelease(entry, benchmark, name),
            draft?.Id);
        return benchmark.Releases.FirstOrDefault(known => known.Id == release) is { } found ? (benchmark, found) : null;
    }

    private static string? UnknownRelease(NewEntry entry, Benchmark benchmark, string name)
    {
        var problem = EntryNames.Release(benchmark, name, entry.Files);
        return problem is null || EntryNames.New("release", name) is not null || entry.Taken(new NewRelease(benchmark.Id, name, default).Folder) is not null
            ? problem
            : $"{problem} {Wording.ToMakeRelease(benchmark.Id, name)}";
    }

    private static string Model(NewEntry entry, NewSubmissionAnswers given, Questions questions) => questions.Need(
        "--model",
        given.Model,
        Wording.NewModel,
        name => EntryNames.Model(entry.Catalogue, name, entry.Files, out var problem) is null ? problem : null,
        help: Wording.KnownModels(entry.Catalogue.Models.Keys));

    private static NewSubmission? Submission(
        NewEntry entry, Benchmark benchmark, Release release, NewSubmissionAnswers given, Questions questions)
    {
        var model = EntryNames.Model(entry.Catalogue, Model(entry, given, questions), entry.Files, out _);
        var variant = questions.May("--variant", given.Variant, Wording.NewVariant) ?? "";
        var method = questions.Need(
            "--method",
            given.Method,
            Wording.Among(Wording.NewMethod, benchmark.DeclaredMethods.Select(known => known.Id)),
            name => EntryNames.Method(benchmark, name),
            benchmark.Methods[0].Id);
        var submittedBy = questions.May("--submitted-by", given.SubmittedBy, Wording.NewSubmittedBy);
        var evaluatedOn = questions.May("--evaluated-on", given.EvaluatedOn, Wording.NewEvaluatedOn, EntryNames.Date);
        var title = questions.May("--source-title", given.SourceTitle, Wording.NewSourceTitle);
        var url = questions.May("--source-url", given.SourceUrl, Wording.NewSourceUrl, EntryNames.Address);
        var licence = questions.May("--source-licence", given.SourceLicence, Wording.NewSourceLicence);
        var tables = questions.Names(
            "--tables",
            given.Tables,
            Wording.Among(Wording.NewTables, NewSubmission.AllTables),
            name => EntryNames.OneOf("table", name, NewSubmission.AllTables),
            string.Join(' ', NewSubmission.UsualTables(benchmark)));
        if (model is null)
        {
            return null;
        }

        var submission = new NewSubmission(benchmark, release, model, method)
        {
            Variant = variant,
            SubmittedBy = submittedBy,
            EvaluatedOn = evaluatedOn,
            SourceTitle = title,
            SourceUrl = url,
            SourceLicence = licence,
            Tables = tables,
        };
        submission = submission with
        {
            Id = questions.Need(
                "--id",
                given.Id,
                Wording.NewSubmissionId,
                name => EntryNames.New("submission", name) ?? entry.Taken((submission with { Id = name }).Folder),
                entry.Taken((submission with { Id = NewSubmission.UsualId(model.Id, variant) }).Folder) is null
                    ? NewSubmission.UsualId(model.Id, variant)
                    : null),
        };
        return questions.AllWell ? submission : null;
    }
}

/// <summary>What the options of <c>crmbench new submission</c> say; null where one is not given.</summary>
internal sealed record NewSubmissionAnswers
{
    public string? Benchmark { get; init; }

    public string? Release { get; init; }

    public string? Model { get; init; }

    public string? Variant { get; init; }

    public string? Method { get; init; }

    public string? SubmittedBy { get; init; }

    public string? EvaluatedOn { get; init; }

    public string? SourceTitle { get; init; }

    public string? SourceUrl { get; init; }

    public string? SourceLicence { get; init; }

    public string? Tables { get; init; }

    public string? Id { get; init; }
}
