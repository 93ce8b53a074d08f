namespace CrmBench.Tests.Support;

/// <summary>
/// A folder of <c>tests/sites/broken</c>: the files that are laid over a good site, what cannot be said with files, and what must be
/// printed. <c>tests/sites/README.md</c> tells the forms.
/// </summary>
internal sealed class BrokenFolder
{
    private static readonly string[] Notes = ["expected.txt", "changes.txt", "command.txt", "paths.txt", "values.txt"];

    private const string BuiltFolder = "built/";

    private readonly string _folder;

    /// <summary>Opens the folder of a code.</summary>
    public BrokenFolder(string code)
    {
        _folder = Path.Combine(Root, code);
        Files = Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/'))
            .Where(path => !Notes.Contains(path) && !path.StartsWith(BuiltFolder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(path => path, path => File.ReadAllBytes(Path.Combine(_folder, path)), StringComparer.Ordinal);
        var built = Path.Combine(_folder, BuiltFolder);
        Built = Directory.Exists(built) ? FolderContent.Read(built) : [];
    }

    /// <summary>The folder of all of them.</summary>
    public static string Root { get; } = Repository.PathOf("tests", "sites", "broken");

    /// <summary>The codes that have a folder.</summary>
    public static IEnumerable<string> Codes => Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)!);

    /// <summary>The files that are laid over a good site, by path.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>The files that go with the pages of <c>output/</c> as the data would give them, by path; empty where the fault is in a page.</summary>
    public Dictionary<string, byte[]> Built { get; }

    /// <summary>What files cannot say, as words: <c>remove PATH</c> and so on.</summary>
    public string[][] Changes => [.. LinesOf("changes.txt").Select(line => line.Split(' '))];

    /// <summary>The arguments of the program, or null where it is not run.</summary>
    public string? Command => LinesOf("command.txt").SingleOrDefault();

    /// <summary>Paths and origins of pages, where the fault is in these alone.</summary>
    public string[] Paths => LinesOf("paths.txt");

    /// <summary>Keys and numbers that were computed for the page at <c>/</c>.</summary>
    public string[] Values => LinesOf("values.txt");

    /// <summary>What must be printed. With ACCEPT_SNAPSHOTS=1 what is printed is written there, to be read in review.</summary>
    public string Expected(string printed) => Approved.Text(Path.Combine(_folder, "expected.txt"), printed);

    private string[] LinesOf(string note) => File.Exists(Path.Combine(_folder, note)) ? File.ReadAllLines(Path.Combine(_folder, note)) : [];
}
