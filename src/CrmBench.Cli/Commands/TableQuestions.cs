using System.Collections.Immutable;
using System.CommandLine;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Entries;
using CrmBench.Data.Files;
using CrmBench.Data.Values;
using CrmBench.Import;
using CrmBench.Import.Kernel;

namespace CrmBench.Cli.Commands;

/// <summary>What has to be known to make a board of a table: options of <c>new benchmark</c> and <c>init</c>, asked for where somebody is there.</summary>
internal sealed class TableQuestions(RepositoryOption repository)
{
    private const string Tasks = "tasks";
    private const string Measures = "measures";

    private readonly Option<string?> _from = NewCommand.Text("--from", "FILE", Wording.FromOption);
    private readonly Option<string?> _modelColumn = NewCommand.Text("--model-column", "NAME", Wording.ModelColumnOption);
    private readonly Option<string?> _columns = NewCommand.Text("--columns", $"{Tasks}|{Measures}", Wording.ColumnsOption);
    private readonly Option<string?> _lower = NewCommand.Text("--lower", "NAMES", Wording.LowerOption);
    private readonly Option<string?> _provider = NewCommand.Text("--provider", "NAME", Wording.ProviderOfModels);
    private readonly Option<string?> _submittedBy = NewCommand.Text("--submitted-by", "NAME", Wording.NewSubmittedBy);
    private readonly Option<string?> _title = NewCommand.Text("--source-title", "TEXT", Wording.NewSourceTitle);
    private readonly Option<string?> _url = NewCommand.Text("--source-url", "URL", Wording.NewSourceUrl);
    private readonly Option<string?> _licence = NewCommand.Text("--source-licence", "TEXT", Wording.NewSourceLicence);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { _from, _modelColumn, _columns, _lower, _provider, _submittedBy, _title, _url, _licence })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_from) is { } path && Objection(path) is { } objection)
            {
                result.AddError(objection);
            }
        });
    }

    /// <summary>The table that somebody named, or null where nobody named one.</summary>
    public ImportFile? Named(ParseResult parsed) => parsed.GetValue(_from) is { } path ? Read(path) : null;

    /// <summary>The table that somebody names when asked, or null where nobody is there or has one.</summary>
    public ImportFile? AskForFile(Questions questions) =>
        questions.CanAsk
        && questions.May("--from", null, Wording.AskForTable, Objection) is { Length: > 0 } path
            ? Read(path)
            : null;

    // Somebody who names a link means what it leads to.
    private string? Objection(string path) => repository.FullPath(path) is var full && !File.Exists(full) ? Wording.NoSuchPath(path, NearestPath.Of(path, repository))
        : DiskEntry.KindOf(RealPath.Of(full)) != EntryKind.File ? Wording.NeitherFileNorFolder(path)
        : new FileInfo(RealPath.Of(full)).Length > LargestFile.Foreign ? Wording.TooLarge(path, Measure.Bytes(LargestFile.Foreign))
        : null;

    private ImportFile Read(string path) => new(path.Replace('\\', '/'), File.ReadAllBytes(repository.FullPath(path)));

    /// <summary>Reads the table, or gives null after a report.</summary>
    public ProposedTable? Read(ParseResult parsed, ImportFile file, DiagnosticBag diagnostics) =>
        ProposedTable.Read(file, parsed.GetValue(_modelColumn), diagnostics);

    /// <summary>Everything else about the table; what is not known has a stated default, and stands among what is to be reviewed.</summary>
    /// <param name="parsed">The options.</param>
    /// <param name="table">The table.</param>
    /// <param name="file">Its file.</param>
    /// <param name="address">The address that the figures can be read at, unless somebody says another.</param>
    /// <param name="questions">Asks, and takes objections.</param>
    public TableAnswers Ask(ParseResult parsed, ProposedTable table, ImportFile file, string address, Questions questions)
    {
        var toReview = ImmutableArray.CreateBuilder<string>();
        string Known(string name, string? given, string question, string usual, string assumed, Func<string, string?>? objection = null)
        {
            var answer = questions.Need(name, given, question, objection ?? (_ => null), usual);
            if (answer == usual && given is null)
            {
                toReview.Add(assumed);
            }

            return answer;
        }

        var areTasks = table.MayBeTasks && Known(
            "--columns",
            parsed.GetValue(_columns),
            Wording.TasksOrMeasures(table.Scores),
            table.LookLikeTasks ? Tasks : Measures,
            table.LookLikeTasks ? Wording.TakenForTasks : Wording.TakenForMeasures,
            answer => EntryNames.OneOf("word", answer, [Tasks, Measures])) == Tasks;
        var lower = questions.May(
            "--lower", parsed.GetValue(_lower), Wording.LowerColumns, names => UnknownColumn(names, table.Figures), string.Join("; ", table.Lower)) ?? "";
        var provider = table.HasProviders
            ? parsed.GetValue(_provider) ?? Wording.NotStated
            : Known("--provider", parsed.GetValue(_provider), Wording.ProviderOfModels, Wording.NotStated, Wording.ProviderToReview);
        var submittedBy = Known("--submitted-by", parsed.GetValue(_submittedBy), Wording.NewSubmittedBy, Wording.NotStated, Wording.SubmitterToReview);
        var name = file.Path.Split('/')[^1];
        return new TableAnswers(
            new ProposalChoices(areTasks, Names(lower), provider, submittedBy),
            questions.Need("--source-title", parsed.GetValue(_title), Wording.NewSourceTitle, _ => null, name),
            Known("--source-url", parsed.GetValue(_url), Wording.NewSourceUrl, address, Wording.AddressToReview(address), EntryNames.Address),
            Known("--source-licence", parsed.GetValue(_licence), Wording.NewSourceLicence, Wording.NotStated, Wording.LicenceToReview),
            toReview.ToImmutable());
    }

    // Names of columns hold spaces and commas.
    private static ImmutableArray<string> Names(string text) => [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string? UnknownColumn(string names, ImmutableArray<string> known) =>
        Names(names).Select(name => EntryNames.OneOf("column", name, known)).FirstOrDefault(problem => problem is not null);
}

/// <summary>What is known of a table.</summary>
/// <param name="Choices">What its columns mean.</param>
/// <param name="SourceTitle">Title of where its figures come from.</param>
/// <param name="SourceUrl">The address of that.</param>
/// <param name="SourceLicence">The licence of that.</param>
/// <param name="ToReview">What nobody said and was assumed, a sentence each.</param>
internal sealed record TableAnswers(
    ProposalChoices Choices, string SourceTitle, string SourceUrl, string SourceLicence, ImmutableArray<string> ToReview);
