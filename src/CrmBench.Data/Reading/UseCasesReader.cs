using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads <c>use-cases.csv</c>.</summary>
internal static class UseCasesReader
{
    /// <summary>What was read.</summary>
    /// <param name="UseCases">The use cases whose rows were right, in the order of the file.</param>
    /// <param name="Names">The use cases that are declared, even if their rows have errors.</param>
    public sealed record Result(ImmutableArray<UseCase> UseCases, KnownNames Names);

    /// <summary>All use cases.</summary>
    public static Result Read(CsvTable table, KnownNames profiles)
    {
        var (id, name, area, type) = (table.Column("id"), table.Column("name"), table.Column("area"), table.Column("type"));
        var (profile, calls) = (table.Column("profile"), table.Column("calls_per_year"));
        var (input, output) = (table.Column("input_tokens"), table.Column("output_tokens"));
        var useCases = ImmutableArray.CreateBuilder<UseCase>();
        var declared = new List<string>();
        var firsts = new FirstPlaces<string>();
        var looks = new Looks();
        while (table.Read())
        {
            var useCase = new UseCase
            {
                Id = table.UniqueIdentifier(id, firsts),
                Name = table.Name(name),
                Area = table.Name(area),
                Type = table.Name(type),
                Profile = table.OptionalReference(profile, profiles),
                CallsPerYear = table.OptionalWhole(calls),
                InputTokens = table.OptionalCount(input),
                OutputTokens = table.OptionalCount(output),
            };
            declared.Add(useCase.Id);
            table.CheckLook(name, looks);
            if (table.Complete)
            {
                useCases.Add(useCase);
            }
        }

        return new Result(useCases.ToImmutable(), new KnownNames(
            "use case", "use-cases.csv", [.. declared.Where(name => name.Length > 0)], table.IsSound && !declared.Contains("")));
    }
}
