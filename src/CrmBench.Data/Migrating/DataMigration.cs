using System.Collections.Immutable;
using CrmBench.Data.Files;

namespace CrmBench.Data.Migrating;

/// <summary>What has to be written to bring <c>data/</c> to the newest version.</summary>
/// <param name="Files">Files of older versions, rewritten, by path from <c>data/</c>.</param>
/// <param name="Schemas">Schemas for editors that are missing in <c>data/schema/</c> or are not those of this program.</param>
public sealed record DataMigration(ImmutableArray<OutputFile> Files, ImmutableArray<OutputFile> Schemas);
