using System.Text;
using CrmBench.Cli.Console;
using CrmBench.Data.Files;

namespace CrmBench.Cli.Revisions;

/// <summary>A state of the repository that git remembers.</summary>
/// <param name="Name">As somebody typed it: <c>main</c>, <c>HEAD~1</c>.</param>
/// <param name="Commit">The full name of the commit or tree.</param>
internal sealed record GitRevision(string Name, string Commit)
{
    private const string Link = "120000";
    private const int ShortName = 8;

    /// <summary>The revision, or null where git knows none of that name or the folder is in no repository of git's.</summary>
    /// <param name="root">Full path of the repository of the data, which may be a folder within git's.</param>
    /// <param name="name">What somebody typed; it does not begin with a hyphen.</param>
    /// <exception cref="IOException">There is no git.</exception>
    public static GitRevision? Find(string root, string name) =>
        (Verify(root, $"{name}^{{commit}}") ?? Verify(root, $"{name}^{{tree}}")) is { } commit ? new GitRevision(name, commit) : null;

    /// <summary>Whether git keeps the folder.</summary>
    public static bool KnowsFolder(string root) => GitProcess.AskLine(root, "rev-parse", "--is-inside-work-tree") == "true";

    /// <summary>The name with the commit behind it, for people.</summary>
    public string Label => Commit.StartsWith(Name, StringComparison.Ordinal) ? Commit[..ShortName] : $"{Name} ({Commit[..ShortName]})";

    /// <summary>Reads the data of the repository as they were.</summary>
    /// <exception cref="IOException">Git cannot give them.</exception>
    public FileTree Read(string root)
    {
        var entries = List(root).ToList();
        var contents = ReadBlobs(root, entries.Select(entry => entry.Blob));
        return new RevisionTree(entries.Zip(contents, (entry, content) => (entry.Path, entry.IsLink, content)));
    }

    private static string? Verify(string root, string name) => GitProcess.AskLine(root, "rev-parse", "--verify", "--quiet", name);

    // Paths come relative to the folder git runs in, ended by zeros so that no character needs quotes.
    private IEnumerable<(string Path, string Blob, bool IsLink)> List(string root) =>
        from line in Encoding.UTF8.GetString(Answer(root, null, "ls-tree", "-r", "-z", Commit, "data/")).Split('\0', StringSplitOptions.RemoveEmptyEntries)
        let tab = line.IndexOf('\t', StringComparison.Ordinal)
        let words = line[..tab].Split(' ')
        where words is [_, "blob", _]
        select (line[(tab + 1)..], words[2], words[0] == Link);

    private static List<byte[]> ReadBlobs(string root, IEnumerable<string> blobs)
    {
        var names = string.Concat(blobs.Select(blob => blob + "\n"));
        var answer = Answer(root, Encoding.ASCII.GetBytes(names), "cat-file", "--batch");
        var contents = new List<byte[]>();
        for (var at = 0; at < answer.Length;)
        {
            // "<name> blob <length>" and a line end, the bytes, a line end.
            var end = at + answer.AsSpan(at).IndexOf((byte)'\n');
            if (Encoding.ASCII.GetString(answer, at, end - at).Split(' ') is not [_, "blob", var length])
            {
                throw new IOException(Wording.GitGaveNothing);
            }

            var bytes = int.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
            contents.Add(answer.AsSpan(end + 1, bytes).ToArray());
            at = end + 1 + bytes + 1;
        }

        return contents;
    }

    private static byte[] Answer(string root, byte[]? input, params string[] arguments) =>
        GitProcess.Ask(root, input, arguments) ?? throw new IOException(Wording.GitGaveNothing);
}
