using System.Globalization;
using CrmBench.Mutation;

// What the tests are worth: small faults are put into the program, one at a time, and a test must find each. Faults that no test finds are
// to be looked at: a test is missing, or the fault changes nothing.
//
//   dotnet build tests/CrmBench.Tests -c Release
//   dotnet run --project tests/CrmBench.Mutation -c Release -- FOLDER [PROCESSES [PART...]]
//
// FOLDER takes the program with the faults and what was found, and may be used again after a stop. PART is a part of a path, such as
// Core/Statistics; without one, all of Core and of Data is tried. "--report FOLDER" prints the figures so far.
switch (args)
{
    case ["--try", var folder]:
        Worker.Try(Path.Combine(folder, "bin"), Path.Combine(folder, "coverage.tsv"));
        return 0;
    case ["--cover", var folder, var mutants]:
        Worker.Cover(Path.Combine(folder, "bin"), int.Parse(mutants, CultureInfo.InvariantCulture), Path.Combine(folder, "coverage.tsv"));
        return 0;
    case ["--report", var folder]:
        Report.Print(folder);
        return 0;
    case [var folder, .. var rest]:
        Run.All(Path.GetFullPath(folder), rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1, [.. rest.Skip(1)]);
        Report.Print(folder);
        return 0;
    default:
        Console.Error.WriteLine("Usage: FOLDER [PROCESSES [PART...]] | --report FOLDER");
        return 1;
}
