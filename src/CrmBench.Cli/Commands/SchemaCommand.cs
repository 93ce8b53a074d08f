using System.Collections.Immutable;
using System.CommandLine;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Writing;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench schema</c>: writes the schemas by which editors complete files, with the names that the repository declares.</summary>
internal static class SchemaCommand
{
    public static int Run(string root, Terminal terminal)
    {
        var tree = new DiskTree(root);
        var diagnostics = new DiagnosticBag();
        // Editors help where files are not right yet: what could be read has names to offer.
        if (terminal.Step(Wording.Reading, () => CatalogueReader.Read(tree, diagnostics)) is not { } catalogue)
        {
            return terminal.Stop(diagnostics.ToSorted());
        }

        ImmutableArray<OutputFile> files = [.. SchemaFiles.InData.Append(SchemaFiles.Names(catalogue)).Where(file => IsNew(root, file))];
        if (files.Length > 0)
        {
            terminal.Step(Wording.WritingFiles, () => StagedWriter.Write(
                Path.Combine(root, "data"), files, [], mayReplace: _ => true, () => terminal.Did(Wording.FilesWritten)));
        }

        foreach (var file in files)
        {
            terminal.Say($"data/{file.Path}");
        }

        terminal.WriteError(Wording.SchemasWritten(files.Length));
        return ExitCodes.Right;
    }

    /// <summary>The command.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var command = new Command("schema", Wording.Schema);
        repository.Require(command);
        command.SetAction(parsed => Run(repository.Find(parsed), terminal));
        return command;
    }

    private static bool IsNew(string root, OutputFile file)
    {
        var path = Path.Combine(root, "data", file.Path);
        return DiskEntry.KindOf(path) != EntryKind.File || !File.ReadAllBytes(path).AsSpan().SequenceEqual(file.Content);
    }
}
