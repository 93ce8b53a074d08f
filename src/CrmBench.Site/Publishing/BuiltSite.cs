using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrmBench.Site.Publishing;

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
