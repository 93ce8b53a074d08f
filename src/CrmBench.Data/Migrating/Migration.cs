using System.Collections.Immutable;

namespace CrmBench.Data.Migrating;

/// <summary>From one version of the forms to the next.</summary>
/// <param name="From">The older version.</param>
/// <param name="Files">What changes, at most one entry for each part of a file; the edits of one file do not overlap.</param>
internal sealed record Migration(int From, ImmutableArray<FileMigration> Files);
