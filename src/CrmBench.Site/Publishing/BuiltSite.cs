using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;

namespace CrmBench.Site.Publishing;

/// <summary>One file of the site.</summary>
/// <param name="Path">Path below the site's root, with forward slashes and without one in front: <c>models/index.html</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SiteFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>SHA-256 of its bytes in hexadecimal, made when it is first asked for.</summary>
    public string Hash => field ??= Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}

/// <summary>The finished site as a value: every file with its bytes. It can be looked at, served, verified and written.</summary>
public sealed class BuiltSite
{
    private readonly FrozenDictionary<string, SiteFile> _byPath;

    /// <summary>Puts the files of a site together.</summary>
    /// <param name="files">In any order.</param>
    /// <exception cref="ArgumentException">Two files have the same path.</exception>
    public BuiltSite(IEnumerable<SiteFile> files)
    {
        Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        for (var i = 1; i < Files.Length; i++)
        {
            if (Files[i].Path == Files[i - 1].Path)
            {
                throw new ArgumentException($"Two files have the path '{Files[i].Path}'.", nameof(files));
            }
        }

        _byPath = Files.ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
    }

    /// <summary>All files by path, in ordinal order.</summary>
    public ImmutableArray<SiteFile> Files { get; }

    /// <summary>The file at a path such as <c>models/index.html</c>, or null.</summary>
    public SiteFile? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>SHA-256 over all paths and contents, as 64 lower-case hexadecimal digits: equal for equal sites.</summary>
    public string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Path}\0{file.Content.Length}\0")));
            hash.AppendData(file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Reads a written site back as a value.</summary>
public static class SiteReader
{
    /// <summary>
    /// Reads every file below <paramref name="folder"/> but the list of them that <see cref="SiteWriter"/> keeps there, and the
    /// <c>.gitignore</c> that a repository keeps the folder by.
    /// </summary>
    /// <param name="folder">A folder that <see cref="SiteWriter"/> wrote.</param>
    /// <param name="diagnostics">Takes links, pipes, sockets and devices, which are neither followed nor opened.</param>
    public static BuiltSite Read(string folder, DiagnosticBag diagnostics)
    {
        var tree = new DiskTree(folder);
        return new BuiltSite(tree.FilesBelow("", diagnostics)
            .Where(path => path is not (WrittenFolder.ListName or WrittenFolder.Ignored))
            .Select(path => new SiteFile(path, tree.Read(path))));
    }
}

/// <summary>The bytes of a file that is written piece by piece.</summary>
internal static class FileBytes
{
    // Names stay readable; such a file is data, never part of a page.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one file.</summary>
    public static byte[] Of(Action<ArrayBufferWriter<byte>> write) => Of(new ArrayBufferWriter<byte>(), write);

    /// <summary>Writes one file of JSON, without spaces and with a line break at its end.</summary>
    public static byte[] OfJson(Action<Utf8JsonWriter> write) => Of(buffer => WriteJson(buffer, write));

    /// <summary>Writes JSON as <see cref="OfJson"/> does.</summary>
    public static void WriteJson(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            write(json);
        }

        buffer.Write("\n"u8);
    }

    /// <summary>A copy of the bytes, whose memory is not filled with zeros first.</summary>
    public static byte[] Copy(ReadOnlySpan<byte> bytes)
    {
        var copy = GC.AllocateUninitializedArray<byte>(bytes.Length);
        bytes.CopyTo(copy);
        return copy;
    }

    /// <summary>Writes one file into a buffer that served others before and will again: long files outgrow many small ones.</summary>
    public static byte[] Of(ArrayBufferWriter<byte> buffer, Action<ArrayBufferWriter<byte>> write)
    {
        buffer.ResetWrittenCount();
        write(buffer);
        return Copy(buffer.WrittenSpan);
    }
}
