using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Tests.Support;

namespace CrmBench.Benchmarks.Pages;

/// <summary>
/// How long a site of 10, 1,000 and 10,000 model pages takes, each with a table of 30 rows: the published program from data to written
/// files, with the templates of this repository and with plain ones; and Hugo, where it is installed, which draws the same plain
/// tables on as many pages, but out of front matter, with nothing to check, to score or to offer for download. For a fairer look the
/// steps of the plain build follow, and the ratio without those two that Hugo has nothing like.
/// </summary>
internal static class PagesBenchmark
{
    private const int Runs = 5;
    private const string PlainTemplates = "tests/CrmBench.Benchmarks/Pages/templates";

    /// <summary>What Hugo does not do at all, by the names that <c>crmbench build --times</c> gives them.</summary>
    private static readonly string[] StepsWithoutRival = ["Scoring", "Making downloads"];

    /// <summary>Runs it, prints a line a size, and returns our times.</summary>
    /// <param name="sizes">Numbers of models; none means the three usual ones.</param>
    public static ImmutableArray<(string Name, TimeSpan Time)> Run(int[] sizes)
    {
        var program = Workplace.PublishedProgram();
        var hugo = Installed.Find("hugo");
        Console.WriteLine(
            $"Pages with tables of {SyntheticSite.UseCases} rows, median of {Runs} runs, on {Environment.ProcessorCount} processors");
        Console.WriteLine($"{"models",8} {"program",-9} {"pages",8} {"MB",8} {"other MB",8} {"time",10}");
        var figures = ImmutableArray.CreateBuilder<(string Name, TimeSpan Time)>();
        foreach (var models in sizes is [] ? [10, 1_000, 10_000] : sizes)
        {
            var site = new SyntheticSite(models);
            var (whole, _) = Measure(models, "crmbench", folder => site.Write(folder, "templates"), "output", folder => Build(program, folder));
            var steps = new List<string>();
            var (ours, pages) = Measure(
                models,
                "plain",
                folder => site.Write(folder, PlainTemplates),
                "output",
                folder => Build(program, folder),
                folder => steps.AddRange(Timing.ErrorsOf(program, "build", "--no-verify", "--times", "--root", folder).Split('\n')));
            figures.Add(($"{models} models", whole));
            figures.Add(($"{models} models with plain templates", ours));
            if (hugo is not null)
            {
                var (theirs, _) = Measure(
                    models,
                    "Hugo",
                    folder => HugoSite.Write(folder, site, pages),
                    "public",
                    folder => Timing.RunProgram(hugo, "--quiet", "--source", folder));
                var shared = ours - StepsWithoutRival.Select(step => TimeOf(step, steps)).Aggregate((sum, time) => sum + time);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{"",8} Hugo takes {theirs / ours:0.0} times as long as plain, {theirs / shared:0.0} times without scoring and downloads"));
            }

            Console.WriteLine($"{"",8} plain, once more: {string.Join(", ", steps.Where(step => step.Length > 0))}");
        }

        if (hugo is null)
        {
            Console.WriteLine("Hugo is not installed; apt-get install hugo, and run again for the comparison.");
        }

        return figures.ToImmutable();
    }

    // As "Scoring: 0.123 s".
    private static TimeSpan TimeOf(string step, IEnumerable<string> steps) => TimeSpan.FromSeconds(double.Parse(
        steps.First(line => line.StartsWith(step, StringComparison.Ordinal)).Split(' ')[^2], CultureInfo.InvariantCulture));

    private static void Build(string program, string root) => Timing.RunProgram(program, "build", "--no-verify", "--root", root);

    private static (TimeSpan Time, int Pages) Measure(
        int models, string name, Action<string> write, string output, Action<string> build, Action<string>? afterwards = null)
    {
        using var place = new Workplace();
        var source = Path.Combine(place.Folder, "source");
        write(source);
        var time = Timing.Median(Runs, () => build(source));
        afterwards?.Invoke(source);
        var written = Path.Combine(source, output);
        var files = Directory.GetFiles(written, "*.html", SearchOption.AllDirectories);
        var megabytes = Megabytes(files);
        var others = Megabytes(Directory.GetFiles(written, "*", SearchOption.AllDirectories)) - megabytes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{models,8:N0} {name,-9} {files.Length,8:N0} {megabytes,8:0.0} {others,8:0.0} {Timing.Seconds(time),10}"));
        return (time, files.Length);
    }

    private static double Megabytes(IEnumerable<string> files) => files.Sum(file => new FileInfo(file).Length) / 1e6;
}
