using System.Globalization;

namespace CrmBench.Site.Publishing;

/// <summary>An address that one asset gives for another, such as the one in <c>import "./rank.js"</c>.</summary>
/// <param name="Start">Index of its first character in the text.</param>
/// <param name="Text">The address as it is written, without quotes.</param>
/// <param name="IsImport">Whether a module imports it before it runs, and not while it runs.</param>
/// <param name="IsUnmapped">Whether a module makes the address by itself, so that no import map leads it to the published file.</param>
internal sealed record AssetReference(int Start, string Text, bool IsImport = false, bool IsUnmapped = false)
{
    /// <summary>Whether it leads to another server.</summary>
    public bool IsForeign => Text.StartsWith("//", StringComparison.Ordinal) || Text.Contains("://", StringComparison.Ordinal);

    /// <summary>The name of the asset that it means, seen from <paramref name="from"/>; null when it leaves the assets folder.</summary>
    public string? Resolve(string from)
    {
        var segments = new List<string>(from.Split('/')[..^1]);
        foreach (var segment in PathOnly().Split('/'))
        {
            switch (segment)
            {
                case ".":
                    break;
                case ".." when segments.Count == 0:
                    return null;
                case "..":
                    segments.RemoveAt(segments.Count - 1);
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return string.Join('/', segments);
    }

    /// <summary>The same address with another file name; folders, query and fragment stay.</summary>
    public string WithFileName(string fileName)
    {
        var path = PathOnly();
        var folder = path[..(path.LastIndexOf('/') + 1)];
        return string.Create(CultureInfo.InvariantCulture, $"{folder}{fileName}{Text.AsSpan(path.Length)}");
    }

    private string PathOnly() => Text.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? Text[..end] : Text;
}
