using System.Collections.Immutable;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Data;
using CrmBench.Site.Downloads;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Data;

/// <summary>
/// Files damaged by chance, with fixed seeds: reading never throws and never passes damage in silence. What is damaged is refused with a
/// place; what only looks damaged gives the same figures.
/// </summary>
public class MutationTests
{
    private const int Seeds = 4;

    private static readonly string[] Files = [.. Sites.Minimal.Paths.Where(path => path.StartsWith("data/", StringComparison.Ordinal))];

    private static readonly Lazy<string> Figures = new(() => FiguresOf(Read(Sites.Minimal, out _)!));

    public static TheoryData<string> OfTables => [.. TableMutations.All.Select(mutation => mutation.Name)];

    public static TheoryData<string> OfTrees => [.. TreeMutations.All.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(OfTables))]
    public void A_damaged_table_is_refused_with_its_place_or_means_the_same(string name) =>
        AssertAll(TableMutations.All.Single(mutation => mutation.Name == name), ".csv");

    [Theory]
    [MemberData(nameof(OfTrees))]
    public void A_damaged_JSON_file_is_refused_with_its_place_or_means_the_same(string name) =>
        AssertAll(TreeMutations.All.Single(mutation => mutation.Name == name), ".json");

    [Fact]
    public void More_than_five_hundred_submissions_are_damaged()
    {
        var damaged = Cases(TableMutations.All, ".csv").Concat(Cases(TreeMutations.All, ".json"))
            .Count(damage => damage.Path.Contains("/submissions/", StringComparison.Ordinal));

        Assert.InRange(damaged, 500, int.MaxValue);
    }

    // The whole way from files on disk to what the shell is told.
    [Theory]
    [InlineData(".csv")]
    [InlineData(".json")]
    public void Each_kind_of_damage_ends_a_check_with_1_and_a_line(string extension)
    {
        using var folder = new TemporaryFolder();
        foreach (var path in Sites.Minimal.Paths)
        {
            folder.Write(path, "");
            File.WriteAllBytes(folder.PathOf(path), Sites.Minimal.Read(path));
        }

        Assert.Equal(0, CrmBenchRun.In(folder.Path, "check").ExitCode);
        var mutations = extension == ".csv" ? TableMutations.All : TreeMutations.All;
        foreach (var damage in Cases(mutations, extension).Where(damage => damage.Seed == 1 && !damage.Mutation.KeepsMeaning && !damage.Mutation.MayOnlyWarn)
            .DistinctBy(damage => damage.Mutation.Name))
        {
            File.WriteAllBytes(folder.PathOf(damage.Path), damage.Content);

            var check = CrmBenchRun.In(folder.Path, "check");

            Assert.True(check.ExitCode == 1, $"{damage.Mutation.Name} in {damage.Path} ended with {check.ExitCode}: {check.Error}");
            Assert.Contains($"{damage.Path}:", check.Error, StringComparison.Ordinal);
            File.WriteAllBytes(folder.PathOf(damage.Path), Sites.Minimal.Read(damage.Path));
        }
    }

    [Theory]
    [InlineData("use_case", "ratings.csv")]
    [InlineData("item", "ratings.csv")]
    [InlineData("rater", "ratings.csv")]
    [InlineData("metric", "scores.csv")]
    [InlineData("value", "scores.csv")]
    [InlineData("seconds", "latencies.csv")]
    [InlineData("status", "latencies.csv")]
    [InlineData("usd", "costs.csv")]
    [InlineData("per", "costs.csv")]
    [InlineData("id", "models.csv")]
    [InlineData("provider", "models.csv")]
    [InlineData("released", "models.csv")]
    [InlineData("name", "providers.csv")]
    [InlineData("model", "prices.csv")]
    [InlineData("valid_to", "prices.csv")]
    [InlineData("profile", "use-cases.csv")]
    public void A_dropped_column_is_named(string column, string file)
    {
        foreach (var path in Files.Where(path => path.EndsWith("/" + file, StringComparison.Ordinal)))
        {
            var rows = Text(path).TrimEnd('\n').Split('\n').Select(line => line.Split(',').ToList()).ToList();
            var index = rows[0].IndexOf(column);
            rows.ForEach(row => row.RemoveAt(index));

            var found = Read(path, Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row) + "\n"))));

            Assert.Contains(found, diagnostic =>
                diagnostic.Code == "CB0302" && diagnostic.Message.Contains($"'{column}'", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Any_changed_bytes_are_read_without_an_exception()
    {
        var random = new Random(20260801);
        foreach (var path in Files)
        {
            for (var i = 0; i < 25; i++)
            {
                var bytes = Sites.Minimal.Read(path).ToArray();
                for (var change = random.Next(1, 6); change > 0; change--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                Read(path, bytes);
            }
        }
    }

    [Fact]
    public void Any_bytes_at_all_are_read_without_an_exception()
    {
        var random = new Random(20260802);
        foreach (var path in Files)
        {
            var bytes = new byte[random.Next(1, 500)];
            random.NextBytes(bytes);

            Assert.NotEmpty(Read(path, bytes));
        }
    }

    private static void AssertAll(Mutation mutation, string extension)
    {
        var cases = Cases([mutation], extension).ToList();
        Assert.NotEmpty(cases);
        foreach (var damage in cases)
        {
            var what = $"{mutation.Name} in {damage.Path} with seed {damage.Seed}";
            var catalogue = Read(Sites.Minimal.With(damage.Path, damage.Content), out var found);
            if (mutation.KeepsMeaning)
            {
                Assert.True(found.IsEmpty, $"{what} is reported: {string.Join('\n', found)}");
                Assert.True(Figures.Value == FiguresOf(catalogue!), $"{what} changes the figures.");
            }
            else
            {
                var here = found.Where(diagnostic => diagnostic.Place.Path == damage.Path).ToList();
                Assert.True(
                    here.Exists(diagnostic => mutation.MayOnlyWarn || diagnostic.Severity == Severity.Error),
                    $"{what} passed:\n{string.Join('\n', found)}\n{Encoding.UTF8.GetString(damage.Content)}");
            }
        }
    }

    private static IEnumerable<(Mutation Mutation, string Path, int Seed, byte[] Content)> Cases(ImmutableArray<Mutation> mutations, string extension) =>
        from mutation in mutations
        from path in Files.Where(path => path.EndsWith(extension, StringComparison.Ordinal))
        from seed in Enumerable.Range(1, Seeds)
        let content = mutation.Apply(Text(path), new Random(seed))
        where content is not null && !content.AsSpan().SequenceEqual(Sites.Minimal.Read(path))
        select (mutation, path, seed, content);

    private static Diagnostic[] Read(string path, byte[] content)
    {
        Read(Sites.Minimal.With(path, content), out var found);
        return [.. found];
    }

    private static Catalogue? Read(CrmBench.Data.Files.MemoryTree site, out ImmutableArray<Diagnostic> found)
    {
        var diagnostics = new DiagnosticBag();
        var catalogue = CatalogueReader.Read(site, diagnostics);
        found = diagnostics.ToSorted();
        return catalogue;
    }

    // Every figure of every board, with its interval, count and source.
    private static string FiguresOf(Catalogue catalogue) => string.Concat(
        from benchmark in Scorer.Score(catalogue).Benchmarks
        from release in benchmark.Releases
        from board in release.Boards
        select Encoding.UTF8.GetString(FigureTable.Form.WriteCsv(ResultFigure.Of(board))));

    private static string Text(string path) => Encoding.UTF8.GetString(Sites.Minimal.Read(path));
}
