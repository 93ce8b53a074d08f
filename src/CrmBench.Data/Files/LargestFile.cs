namespace CrmBench.Data.Files;

/// <summary>
/// The greatest size in bytes of every kind of file that is read. What is larger is refused before it is opened, so that what a check
/// costs is bounded by what it is given.
/// </summary>
public static class LargestFile
{
    /// <summary>A JSON file of ours or a mapping: 1 MB, a hundred times the longest that anybody wrote.</summary>
    public const long Json = 1 << 20;

    /// <summary>A table that people write by hand, such as the models or published scores: 8 MB.</summary>
    public const long Table = 8 << 20;

    /// <summary>A table of single ratings, sums or calls: 64 MB, more than a million ratings of one submission.</summary>
    public const long Results = 64 << 20;

    /// <summary>A text in Markdown: 128 KB, some fifty pages.</summary>
    public const long Prose = 128 << 10;

    /// <summary>A template: 256 KB.</summary>
    public const long Template = 256 << 10;

    /// <summary>A style, a script or an image: 8 MB.</summary>
    public const long Asset = 8 << 20;

    /// <summary>What another tool wrote, and all that an archive holds: 512 MB, since logs keep every message of every sample.</summary>
    public const long Foreign = 512 << 20;

    /// <summary>A workbook as it is packed: 64 MB.</summary>
    public const long Workbook = 64 << 20;
}
