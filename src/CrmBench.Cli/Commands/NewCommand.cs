using System.Collections.Immutable;
using System.CommandLine;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data;
using CrmBench.Data.Entries;
using CrmBench.Data.Files;
using CrmBench.Data.Writing;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench new</c>: makes the files of a submission, a release or a benchmark, to be filled in.</summary>
internal static class NewCommand
{
    /// <summary>The command with its three kinds.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var command = new Command("new", Wording.New);
        command.Subcommands.Add(NewSubmissionCommand.Define(repository, terminal));
        command.Subcommands.Add(NewReleaseCommand.Define(repository, terminal));
        command.Subcommands.Add(NewBenchmarkCommand.Define(repository, terminal));
        return command;
    }

    /// <summary>An option that takes a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What stands for the text in the help.</param>
    /// <param name="meaning">What it means, without a full stop, because it is also asked as a question.</param>
    public static Option<string?> Text(string name, string value, string meaning) =>
        new(name) { Description = $"{meaning}.", HelpName = value };

    /// <summary>The option that writes nothing.</summary>
    public static Option<bool> DryRun() => new("--dry-run") { Description = Wording.DryRunOption };
}

/// <summary>The repository that something new goes into.</summary>
/// <param name="Root">Its full path.</param>
/// <param name="Catalogue">Its data, without whatever has errors.</param>
internal sealed record NewEntry(string Root, Catalogue Catalogue)
{
    /// <summary>Its files.</summary>
    public DiskTree Files { get; } = new(Root);

    /// <summary>
    /// Reads the repository, or says why it cannot be used and gives null. Errors elsewhere are no hindrance: a submission that is still
    /// to be filled in has some.
    /// </summary>
    public static NewEntry? Open(string root, Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        if (terminal.Step(Wording.Reading, () => CatalogueReader.Read(root, diagnostics)) is { } catalogue)
        {
            return new NewEntry(root, catalogue);
        }

        terminal.Stop(diagnostics.ToSorted());
        return null;
    }

    /// <summary>Why something new cannot stand in a folder, or null.</summary>
    /// <param name="folder">The folder, from <c>data/</c>.</param>
    public string? Taken(string folder) =>
        Path.Exists(Path.Combine(Root, "data", folder)) ? Wording.ThereAlready($"data/{folder}") : null;

    /// <summary>Writes the files at once, or names them only.</summary>
    /// <param name="files">The files, from <c>data/</c>.</param>
    /// <param name="folder">The folder that appears as a whole; other files are replaced.</param>
    /// <param name="dryRun">Whether they are only named.</param>
    /// <param name="terminal">Where to speak.</param>
    public int Write(ImmutableArray<OutputFile> files, string folder, bool dryRun, Terminal terminal)
    {
        if (dryRun)
        {
            foreach (var file in files)
            {
                terminal.Say($"data/{file.Path}");
            }

            terminal.WriteError(Wording.WouldWrite(files.Length));
            return ExitCodes.Right;
        }

        StagedWriter.Write(
            Path.Combine(Root, "data"), files, [folder], mayReplace: path => path != folder, () => terminal.Did(Wording.FilesWritten));
        terminal.Say(Wording.WroteNew(files.Length, $"data/{folder}"));
        return ExitCodes.Right;
    }

    /// <summary>Writes a board that was made of a table at once, or names its files only.</summary>
    /// <param name="files">The files, from the root of the repository.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="dryRun">Whether they are only named.</param>
    /// <param name="terminal">Where to speak.</param>
    public int WriteBoard(ImmutableArray<OutputFile> files, NewBenchmark benchmark, bool dryRun, Terminal terminal)
    {
        if (dryRun)
        {
            foreach (var file in files)
            {
                terminal.Say(file.Path);
            }

            terminal.WriteError(Wording.WouldWrite(files.Length));
            return ExitCodes.Right;
        }

        // Prose that somebody wrote beforehand stays.
        ImmutableArray<OutputFile> written = [.. files.Where(file => file.Path.StartsWith("data/", StringComparison.Ordinal) || !Path.Exists(Path.Combine(Root, file.Path)))];
        StagedWriter.Write(Root, written, [$"data/{benchmark.Folder}"], mayReplace: path => path != $"data/{benchmark.Folder}");
        terminal.Say(Wording.WroteBoard(written.Length, benchmark.Id, benchmark.Release));
        return ExitCodes.Right;
    }
}
