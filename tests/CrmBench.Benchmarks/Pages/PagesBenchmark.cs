using System.Globalization;

namespace CrmBench.Benchmarks.Pages;

/// <summary>
/// How long a site of 10, 1,000 and 10,000 model pages takes, each with a table of 30 rows: the published program from data to
/// written files, and Hugo, where it is installed, with as many pages and as long tables out of front matter.
/// </summary>
internal static class PagesBenchmark
{
    private const int Runs = 5;

    /// <summary>Runs it and prints a line a size.</summary>
    /// <param name="sizes">Numbers of models; none means the three usual ones.</param>
    public static void Run(int[] sizes)
    {
        var program = Workplace.PublishedProgram();
        var hugo = Workplace.FindProgram("hugo");
        Console.WriteLine($"Pages with tables of {SyntheticSite.UseCases} rows, median of {Runs} runs, on {Environment.ProcessorCount} processors");
        Console.WriteLine($"{"models",8} {"pages",8} {"crmbench",10} {"Hugo",10} {"ratio",7}");
        foreach (var models in sizes is [] ? [10, 1_000, 10_000] : sizes)
        {
            using var place = new Workplace();
            var site = new SyntheticSite(models);
            var root = Path.Combine(place.Folder, "crmbench");
            site.Write(root);
            var ours = Timing.Median(Runs, () => Timing.RunProgram(program, "build", "--no-verify", "--root", root));
            var pages = Directory.EnumerateFiles(Path.Combine(root, "output"), "*.html", SearchOption.AllDirectories).Count();
            Directory.Delete(root, recursive: true);

            TimeSpan? theirs = null;
            if (hugo is not null)
            {
                var source = Path.Combine(place.Folder, "hugo");
                HugoSite.Write(source, site, pages);
                theirs = Timing.Median(Runs, () => Timing.RunProgram(hugo, "--quiet", "--source", source));
            }

            Print(models, pages, ours, theirs);
        }

        if (hugo is null)
        {
            Console.WriteLine("Hugo is not installed; apt-get install hugo, and run again for the comparison.");
        }
    }

    private static void Print(int models, int pages, TimeSpan ours, TimeSpan? theirs)
    {
        var comparison = theirs is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{Timing.Seconds(time),10} {time / ours,6:0.0}x")
            : $"{"-",10} {"-",7}";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{models,8:N0} {pages,8:N0} {Timing.Seconds(ours),10} {comparison}"));
    }
}
