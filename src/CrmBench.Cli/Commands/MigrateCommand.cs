using System.CommandLine;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Migrating;
using CrmBench.Data.Writing;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench migrate</c>: rewrites files of older versions, all of them or none.</summary>
internal static class MigrateCommand
{
    public static int Run(string root, bool dryRun, Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var migration = terminal.Step(Wording.Migrating, () => DataMigrator.Migrate(new DiskTree(root), diagnostics));
        if (diagnostics.HasErrors)
        {
            return terminal.Stop(diagnostics.ToSorted());
        }

        OutputFile[] files = [.. migration.Files, .. migration.Schemas];
        foreach (var file in files)
        {
            terminal.Say($"data/{file.Path}");
        }

        if (!dryRun && files.Length > 0)
        {
            terminal.Step(Wording.WritingFiles, () => StagedWriter.Write(
                Path.Combine(root, "data"), files, [], mayReplace: _ => true, () => terminal.Did(Wording.FilesWritten)));
        }

        terminal.WriteError(Wording.Migrated(migration, dryRun));
        return ExitCodes.Right;
    }

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = Wording.DryRunOption };
        var command = new Command("migrate", Wording.Migrate) { dryRun };
        repository.Require(command);
        command.SetAction(parsed => Run(repository.Find(parsed), parsed.GetValue(dryRun), terminal));
        return command;
    }
}
