using System.Text;

namespace CrmBench.Site.Publishing;

/// <summary>The text of a template or of prose; a byte order mark is no part of it.</summary>
internal static class FileText
{
    /// <summary>The text of a file that is UTF-8, or UTF-16 or UTF-32 with a byte order mark.</summary>
    public static string Of(byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content, writable: false), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
