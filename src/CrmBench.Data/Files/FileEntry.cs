namespace CrmBench.Data.Files;

/// <summary>One entry of a folder.</summary>
/// <param name="Name">Its name, without the folder. Not to be trusted: it may hold any character.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Length in bytes; 0 unless it is a file.</param>
public sealed record FileEntry(string Name, EntryKind Kind, long Length = 0);
