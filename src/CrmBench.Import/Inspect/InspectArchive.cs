using System.IO.Compression;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Inspect;

/// <summary>Opens a log that is a ZIP archive: <c>header.json</c> is the log without its samples, which have an entry each.</summary>
internal static class InspectArchive
{
    private const string Header = "header.json", Samples = "samples/", Start = "_journal/start.json";

    // More are no log: a run of a million samples is one.
    private const int MostEntries = 2_000_000;

    /// <summary>The header and the samples as one file, or null after a report.</summary>
    public static ForeignFile? Open(ImportFile file, DiagnosticBag diagnostics)
    {
        var place = new SourcePlace(file.Path);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.Content.ToArray()), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
            {
                diagnostics.Report(ImportProblems.ArchiveUnreadable(place, "it has too many entries"));
                return null;
            }

            if (archive.GetEntry(Header) is not { } header)
            {
                diagnostics.Report(archive.GetEntry(Start) is null
                    ? ImportProblems.AnotherKind(place, FileKind.OfBytes(file.Content.Span)!)
                    : ImportProblems.RunIncomplete(new Located<string>("started", place)));
                return null;
            }

            // By name, so that the order in which samples ended does not matter.
            var samples = archive.Entries
                .Where(entry => entry.FullName.StartsWith(Samples, StringComparison.Ordinal)
                    && entry.FullName.EndsWith(".json", StringComparison.Ordinal))
                .OrderBy(entry => entry.FullName, StringComparer.Ordinal);
            return Unpack(file, [header, .. samples]) is { } parts
                ? ForeignFile.OpenParts(parts, diagnostics)
                : Report(Problems.FileTooLarge(file.Path, ForeignFile.Largest + 1, ForeignFile.Largest));
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            // The library knows no other way to say that an archive is damaged or packed in a way it cannot unpack.
            return Report(ImportProblems.ArchiveUnreadable(place, "it is damaged, or packed with another method than Deflate"));
        }

        ForeignFile? Report(Diagnostic problem)
        {
            diagnostics.Report(problem);
            return null;
        }
    }

    // Null where they are too large together. What an entry says of its own size is not believed.
    private static List<ImportFile>? Unpack(ImportFile file, IEnumerable<ZipArchiveEntry> entries)
    {
        var parts = new List<ImportFile>();
        var room = ForeignFile.Largest;
        var buffer = new byte[1 << 16];
        foreach (var entry in entries)
        {
            using var from = entry.Open();
            using var to = new MemoryStream();
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                room -= read;
                if (room < 0)
                {
                    return null;
                }

                to.Write(buffer, 0, read);
            }

            parts.Add(new ImportFile($"{file.Path}/{entry.FullName}", to.ToArray()));
        }

        return parts;
    }
}
