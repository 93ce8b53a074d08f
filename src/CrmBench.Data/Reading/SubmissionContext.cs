using System.Collections.Frozen;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;

namespace CrmBench.Data.Reading;

/// <summary>What a submission is read against: its benchmark's names and its release's use cases.</summary>
/// <param name="Names">The names of the benchmark.</param>
/// <param name="Release">Identifier of the release.</param>
/// <param name="Covered">The use cases that the release covers.</param>
internal sealed record SubmissionContext(SubmissionNames Names, string Release, FrozenSet<string> Covered)
{
    /// <summary>What the current row of a table was measured on.</summary>
    public MeasuredAt MeasuredAt(CsvTable table, CsvColumn useCase, CsvColumn profile)
    {
        var inUseCase = UseCase(table, useCase);
        var inProfile = table.OptionalReference(profile, Names.Profiles);
        if (!table.Bytes(useCase).IsEmpty && !table.Bytes(profile).IsEmpty)
        {
            table.Fail(Problems.UseCaseAndProfile(table.RowPlace));
        }

        return (inUseCase, inProfile) == (null, null) ? Core.Model.MeasuredAt.Whole : new MeasuredAt(inUseCase, inProfile);
    }

    /// <summary>A use case of the release, or null for an empty field or after a report.</summary>
    public string? UseCase(CsvTable table, CsvColumn column)
    {
        var useCase = table.OptionalReference(column, Names.UseCases);
        if (useCase is not null && !Covered.Contains(useCase) && Names.Benchmark.UseCases.Any(known => known.Id == useCase))
        {
            table.Fail(Problems.UseCaseNotInRelease(new Located<string>(useCase, table.PlaceOf(column)), Release));
        }

        return useCase;
    }
}
