using CrmBench.Benchmarks;
using CrmBench.Benchmarks.Pages;
using CrmBench.Benchmarks.Ratings;
using CrmBench.Benchmarks.Statistics;
using CrmBench.Benchmarks.Tables;

// Each benchmark prints a table of its own; none is part of the tests, because a time proves nothing on a busy machine.
const string Keep = "--keep";
var baseline = new Lazy<Baseline>(() => new Baseline(keep: args.Contains(Keep)));
switch (args.Where(word => word != Keep).ToArray())
{
    case ["pages", .. var sizes] when sizes.All(size => int.TryParse(size, out _)):
        baseline.Value.Compare("pages", PagesBenchmark.Run([.. sizes.Select(int.Parse)]));
        return 0;
    case ["site", var folder, var size] when int.TryParse(size, out var models):
        // For a profiler: a synthetic site to build by hand.
        new SyntheticSite(models).Write(folder, "templates");
        return 0;
    case ["table", .. var sizes] when sizes.All(size => int.TryParse(size, out _)):
        baseline.Value.Compare("table", await TableBenchmark.RunAsync([.. sizes.Select(int.Parse)]));
        return 0;
    case ["table-site", var folder, var size] when int.TryParse(size, out var rows):
        new TableSite(rows).Write(folder);
        return 0;
    case ["ratings"]:
        baseline.Value.Compare("ratings", RatingsBenchmark.Run());
        return 0;
    case ["ratings", var folder]:
        // For a profiler as well.
        RatingFiles.Write(folder);
        return 0;
    case ["statistics"]:
        baseline.Value.Compare("statistics", StatisticsBenchmark.Run());
        return 0;
    case ["coverage"]:
        CoverageReport.Run(Console.Out, worlds: 20_000);
        return 0;
    case ["coverage", var worlds] when int.TryParse(worlds, out var count) && count > 0:
        CoverageReport.Run(Console.Out, count);
        return 0;
    default:
        Console.Error.WriteLine(
            "Use: dotnet run -c Release --project tests/CrmBench.Benchmarks -- "
            + "pages [models...] | table [rows...] | site <folder> <models> | table-site <folder> <rows> | ratings [folder] | statistics "
            + "| coverage [worlds]; --keep makes what is measured the baseline");
        return 64;
}
