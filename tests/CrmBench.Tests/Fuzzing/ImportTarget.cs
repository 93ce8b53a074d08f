using System.IO.Compression;
using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Statistics;
using CrmBench.Import;
using CrmBench.Import.Kernel;
using CrmBench.Tests.Import;
using CrmBench.Tests.Import.Formats;

namespace CrmBench.Tests.Fuzzing;

/// <summary>Files of every other tool: refused with a place, or a submission that the reader of the data takes.</summary>
internal sealed class ImportTarget : FuzzTarget
{
    private static readonly (string Format, string Fixture)[] Files =
    [
        ("crm-space", "crm-space/accuracy.csv"), ("crm-space", "crm-space/flavors.csv"), ("crm-space", "crm-space/latency_cost.csv"),
        ("crm-space", "crm-space/trust.csv"), ("csv", "csv/board.csv"), ("csv", "csv/calls.csv"), ("csv", "csv/costs.csv"), ("csv", "csv/ratings.csv"),
        ("every-eval-ever", "every-eval-ever/aggregate_samples.jsonl"), .. ImportRun.JsonFixtures,
        ("csv", "csv/board.xlsx"), ("inspect", "inspect/log.eval"),
    ];

    private static readonly byte[][] Contents = [.. Files.Select(file => ContentOf(file.Fixture))];

    public override string Name => "import";

    public override (string File, byte[] Content) Make(Xoshiro256 random)
    {
        var i = random.NextInt(Files.Length);
        var isArchive = Files[i].Fixture.EndsWith(".xlsx", StringComparison.Ordinal) || Files[i].Fixture.EndsWith(".eval", StringComparison.Ordinal);
        return (Files[i].Fixture, isArchive && random.NextInt(4) > 0
            ? DamagedInside(Contents[i], random)
            : Mutator.Damage(Contents[i], random, Contents));
    }

    public override FuzzOutcome Run(string file, byte[] content) =>
        Import(Files.First(known => known.Fixture == file).Format, new ImportFile(file, content), MappingOf(file));

    /// <summary>Imports a file and reads what would be written.</summary>
    public static FuzzOutcome Import(string format, ImportFile file, ImportFile? mapping)
    {
        var (site, options) = ImportRun.For(format);
        var run = ImportRun.Into(site, format, options with { Mapping = mapping }, file);
        Assert.All(run.Diagnostics, problem => Assert.False(string.IsNullOrEmpty(problem.Place.Path)));
        if (run.Diagnostics.Any(problem => problem.Severity == Severity.Error) || run.Result.Files.IsEmpty)
        {
            Assert.Empty(run.Result.Files);
            return FuzzOutcome.Refused;
        }

        // The program checks what it is about to write. There a value may still be out of range, off its scale or a blank of ours; the form is right.
        var found = new DiagnosticBag();
        ImportWriter.Check(run.Result, run.Site, found);
        Assert.DoesNotContain(found.ToSorted(), problem => problem.Severity == Severity.Error && !IsOfValue(problem));
        return found.HasErrors ? FuzzOutcome.Refused : FuzzOutcome.Accepted;
    }

    private static bool IsOfValue(Diagnostic problem) =>
        problem.Code.StartsWith("CB04", StringComparison.Ordinal) || problem.Code is "CB0712" or "CB0713" or "CB0719" or "CB0933";

    /// <summary>The mapping that a table is imported with; null where the format needs none.</summary>
    public static ImportFile? MappingOf(string fixture) => fixture switch
    {
        "csv/board.csv" or "csv/board.xlsx" => ImportRun.Fixture("csv/mapping.json"),
        _ when fixture.StartsWith("csv/", StringComparison.Ordinal) => ImportRun.Fixture(fixture.Replace(".csv", "-mapping.json", StringComparison.Ordinal)),
        _ when fixture.StartsWith("lm-eval/", StringComparison.Ordinal) => ImportRun.Fixture("lm-eval/mapping.json"),
        _ => null,
    };

    private static byte[] ContentOf(string fixture) => fixture switch
    {
        "csv/board.xlsx" => Workbook(),
        "inspect/log.eval" => Archive(),
        _ => ImportRun.Fixture(fixture).Content.ToArray(),
    };

    private static byte[] Workbook()
    {
        var file = new WorkbookFile();
        var rows = Meaning.Table(Encoding.UTF8.GetString(ImportRun.Fixture("csv/board.csv").Content.Span));
        string Cells(IEnumerable<string> fields) => WorkbookFile.Row([.. fields.Select(field =>
            double.TryParse(field, System.Globalization.CultureInfo.InvariantCulture, out _) ? WorkbookFile.Number(field) : file.Text(field))]);
        var header = Cells(rows[0].Keys);
        return file.Sheet("Board", header + string.Concat(rows.Select(row => Cells(row.Values)))).Save("board.xlsx").Content.ToArray();
    }

    private static byte[] Archive()
    {
        var log = System.Text.Json.Nodes.JsonNode.Parse(ImportRun.Fixture("inspect/2026-07-21_call-summary.json").Content.Span)!.AsObject();
        var samples = log["samples"]?.AsArray().Select(sample => sample!.DeepClone()).ToList() ?? [];
        log.Remove("samples");
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "header.json", Encoding.UTF8.GetBytes(log.ToJsonString()));
            for (var i = 0; i < samples.Count; i++)
            {
                Add(zip, FormattableString.Invariant($"samples/{i + 1}_epoch_1.json"), Encoding.UTF8.GetBytes(samples[i].ToJsonString()));
            }
        }

        return stream.ToArray();
    }

    // Damage of the packed bytes is found by the reader of ZIP; what is inside must be damaged before it is packed.
    private static byte[] DamagedInside(byte[] archive, Xoshiro256 random)
    {
        using var source = new ZipArchive(new MemoryStream(archive));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var damaged = random.NextInt(source.Entries.Count);
            foreach (var (entry, i) in source.Entries.Select((entry, i) => (entry, i)))
            {
                using var content = new MemoryStream();
                using (var part = entry.Open())
                {
                    part.CopyTo(content);
                }

                Add(zip, entry.FullName, i == damaged ? Mutator.Damage(content.ToArray(), random, Contents) : content.ToArray());
            }
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);

        // The same bytes whenever they are made.
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }
}

/// <summary>Mappings of tables: refused with a place, or a submission that the reader of the data takes.</summary>
internal sealed class MappingTarget : FuzzTarget
{
    private static readonly string[] Tables = ["csv/board.csv", "csv/calls.csv", "csv/costs.csv", "csv/ratings.csv"];
    private static readonly byte[][] Contents = [.. Tables.Select(table => ImportTarget.MappingOf(table)!.Content.ToArray())];

    public override string Name => "mapping";

    public override (string File, byte[] Content) Make(Xoshiro256 random)
    {
        var i = random.NextInt(Tables.Length);
        return (Tables[i], Mutator.Damage(Contents[i], random, Contents));
    }

    public override FuzzOutcome Run(string file, byte[] content) =>
        ImportTarget.Import("csv", ImportRun.Fixture(file), new ImportFile("mapping.json", content));
}
