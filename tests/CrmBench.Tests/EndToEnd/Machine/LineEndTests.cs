using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Tests.Data;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd.Machine;

/// <summary>Git may end lines with CR and LF where it puts a repository on a disk: nothing that comes of it is different.</summary>
public class LineEndTests
{
    private static readonly string[] Texts = [".csv", ".json", ".md", ".html", ".css", ".js", ".svg"];

    [Fact]
    public void The_same_repository_gives_the_same_bytes()
    {
        using TemporaryFolder plain = new(), other = new();
        foreach (var folder in (TemporaryFolder[])[plain, other])
        {
            folder.Copy(Repository.PathOf("tests", "sites", "minimal"));
            folder.Copy(Repository.PathOf("templates"), "templates");
        }

        foreach (var file in Directory.GetFiles(other.Path, "*", SearchOption.AllDirectories).Where(IsText))
        {
            File.WriteAllBytes(file, WithCarriageReturns(File.ReadAllBytes(file)));
        }

        Assert.All((TemporaryFolder[])[plain, other], folder => Assert.Equal(0, CrmBenchRun.In(folder.Path, "build", "--no-verify").ExitCode));

        Assert.Equal(FolderContent.Fingerprint(plain.PathOf("output")), FolderContent.Fingerprint(other.PathOf("output")));
    }

    [Fact]
    public void Every_problem_has_the_same_place_and_the_same_words()
    {
        foreach (var code in Problems.All.Select(kind => kind.Code))
        {
            Assert.Equal((code, Read(BrokenSite.Open(code))), (code, Read(new CarriageReturns(BrokenSite.Open(code)))));
        }
    }

    private static string Read(FileTree tree)
    {
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(tree, diagnostics);
        return string.Concat(diagnostics.ToSorted().Select(diagnostic => diagnostic + "\n"));
    }

    private static bool IsText(string path) => Texts.Contains(Path.GetExtension(path));

    // Where a lone CR stands already, or text is none, a file is left as it is.
    private static byte[] WithCarriageReturns(byte[] content) => content.AsSpan().IndexOfAny((byte)'\r', (byte)0) >= 0
        ? content
        : [.. content.SelectMany(unit => unit == '\n' ? "\r\n"u8.ToArray() : [unit])];

    private sealed class CarriageReturns(FileTree inner) : FileTree
    {
        public override ImmutableArray<FileEntry> List(string folder) => inner.List(folder);

        public override byte[] Read(string path) => IsText(path) ? WithCarriageReturns(inner.Read(path)) : inner.Read(path);

        public override long LengthOf(string path) => inner.LengthOf(path);
    }
}
