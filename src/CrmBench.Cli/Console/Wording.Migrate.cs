using CrmBench.Data.Migrating;

namespace CrmBench.Cli.Console;

internal static partial class Wording
{
    public const string Migrate =
        "Rewrites files of data/ that were written for older versions of the forms, all of them or none, and names them.\n" +
        "Everything else in them stays as it is. Schemas for editors in data/schema/ are brought up to date.";

    public const string Migrating = "Looking for older versions";
    public const string WritingFiles = "Writing files";

    public static string Migrated(DataMigration migration, bool dryRun) => (migration.Files.Length, migration.Schemas.Length) switch
    {
        (0, 0) => "All files are of the newest version. Nothing was written.",
        var (files, schemas) => (dryRun ? "Would rewrite " : "Rewrote ") + Count(files, "file") + " and " +
            (dryRun ? "write " : "wrote ") + Count(schemas, "schema") + (dryRun ? ". Nothing was written." : "."),
    };
}
