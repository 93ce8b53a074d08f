using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CsvHelper;

namespace CrmBench.Benchmarks.Ratings;

/// <summary>
/// How long a million rating rows take: a bare pass of the CSV library over the files, as the floor; our reader and our scoring within
/// this process; and the published program's whole <c>check</c>, which does both, except that
/// only its <c>build</c> scores the agreement of raters, with the most memory that held.
/// </summary>
internal static class RatingsBenchmark
{
    private const int Runs = 3;

    /// <summary>Runs it, prints a line a figure, and returns the figures.</summary>
    public static ImmutableArray<(string Name, TimeSpan Time)> Run()
    {
        using var place = new Workplace();
        var rows = RatingFiles.Write(place.Folder);
        var program = Workplace.PublishedProgram();
        var files = Directory.GetFiles(place.Folder, "ratings.csv", SearchOption.AllDirectories);
        var megabytes = files.Sum(file => new FileInfo(file).Length) / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{rows:N0} rating rows in {files.Length} files, {megabytes:0} MB, median of {Runs} runs"));

        var diagnostics = new DiagnosticBag();
        var floor = Timing.Median(Runs, () => Array.ForEach(files, ReadFields));
        var reading = Timing.Median(Runs, () => CatalogueReader.Read(place.Folder, diagnostics));
        var catalogue = CatalogueReader.Read(place.Folder, diagnostics)
            ?? throw new InvalidOperationException("The ratings could not be read.");
        var scoring = Timing.Median(Runs, () => ScoreAll(catalogue));
        var whole = Timing.Median(Runs, () => Timing.RunProgram(program, "check", "--root", place.Folder));
        var building = Timing.Median(Runs, () => Timing.RunProgram(program, Build(place.Folder)));
        var memory = Timing.PeakMemory(program, Build(place.Folder));
        ImmutableArray<(string Name, TimeSpan Time)> figures =
        [
            ("CSV library alone on one thread", floor),
            ("reading and checking with the JIT", reading),
            ("scoring with the JIT", scoring),
            ("crmbench check as published", whole),
            ("crmbench build as published", building),
        ];
        foreach (var (name, time) in figures)
        {
            Print(name, rows, time);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {whole / floor:0.0}"));
        Console.WriteLine(memory is { } peak
            ? string.Create(CultureInfo.InvariantCulture, $"memory of the build at its most, published: {peak / 1e6:0} MB")
            : "memory at its most: only measured on Linux");
        return figures;
    }

    private static string[] Build(string folder) => ["build", "--no-verify", "--root", folder];

    // Agreement waits until somebody asks for it.
    private static void ScoreAll(Catalogue catalogue)
    {
        foreach (var release in Scorer.Score(catalogue).Benchmarks.SelectMany(benchmark => benchmark.Releases))
        {
            GC.KeepAlive(release.Agreement);
            GC.KeepAlive(release.Leaders);
        }
    }

    private static void Print(string what, int rows, TimeSpan time) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-32} {Timing.Seconds(time),9} {rows / time.TotalSeconds / 1e6,6:0.0} million rows/s"));

    private static void ReadFields(string file)
    {
        using var reader = CsvReader.FromFile(file, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true, PoolStrings = true });
        var sum = 0L;
        while (reader.Read())
        {
            for (var field = 3; field < reader.FieldCount; field++)
            {
                sum += reader.TryParse<int>(field, out var value) ? value : 0;
            }
        }

        GC.KeepAlive(sum);
    }
}
