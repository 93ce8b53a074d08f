
namespace CrmBench.Data.Files;

/// <summary>What an entry of a folder is.</summary>
public enum EntryKind
{
    /// <summary>A file with bytes.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link, wherever it leads; links are never followed.</summary>
    Link,

    /// <summary>A pipe, a socket or a device; none is ever opened.</summary>
    Other,
}
