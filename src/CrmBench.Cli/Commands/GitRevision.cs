using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CrmBench.Cli.Console;
using CrmBench.Data.Files;

namespace CrmBench.Cli.Commands;

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

/// <summary>The files of a revision, in memory.</summary>
internal sealed class RevisionTree : FileTree
{
    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, FileEntry>> _folders = new(StringComparer.Ordinal);

    /// <summary>Arranges files in their folders.</summary>
    /// <param name="files">Paths from the root with forward slashes, whether each is a link, and the bytes.</param>
    public RevisionTree(IEnumerable<(string Path, bool IsLink, byte[] Content)> files)
    {
        foreach (var (path, isLink, content) in files)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            AddTo(FolderOf(path), new FileEntry(name, isLink ? EntryKind.Link : EntryKind.File, isLink ? 0 : content.Length));
            if (!isLink)
            {
                _contents[path] = content;
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<FileEntry> List(string folder) =>
        _folders.TryGetValue(folder, out var entries) ? [.. entries.Values] : [];

    /// <inheritdoc/>
    public override byte[] Read(string path) =>
        _contents.TryGetValue(path, out var content) ? content : throw new FileNotFoundException($"There is no file '{path}'.", path);

    /// <inheritdoc/>
    public override long LengthOf(string path) => Read(path).Length;

    private void AddTo(string folder, FileEntry entry)
    {
        if (!_folders.TryGetValue(folder, out var entries))
        {
            entries = new SortedDictionary<string, FileEntry>(StringComparer.Ordinal);
            _folders.Add(folder, entries);
            if (folder.Length > 0)
            {
                AddTo(FolderOf(folder), new FileEntry(folder[(folder.LastIndexOf('/') + 1)..], EntryKind.Folder));
            }
        }

        entries[entry.Name] = entry;
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";
}

/// <summary>Runs git in a repository as a child process.</summary>
internal static class GitProcess
{
    /// <summary>What git answered, or null where it refused.</summary>
    /// <param name="folder">Full path of a folder in the repository.</param>
    /// <param name="arguments">Arguments of git. Nothing that somebody typed stands first in one of them.</param>
    /// <exception cref="IOException">There is no git.</exception>
    public static byte[]? Ask(string folder, params string[] arguments) => Ask(folder, input: null, arguments);

    /// <summary>What git answered to an input, or null where it refused.</summary>
    public static byte[]? Ask(string folder, byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A clone may lack objects and would ask the network for them, or a person for a password.
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using var process = Start(start);

        // All three streams at once: whichever waits for another would wait for ever.
        var writing = Task.Run(() => Write(process, input));
        var complaints = process.StandardError.ReadToEndAsync();
        using var answer = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(answer);
        process.WaitForExit();
        writing.Wait();
        complaints.Wait();
        return process.ExitCode == 0 ? answer.ToArray() : null;
    }

    /// <summary>What git answered, as one line of text; null where it refused.</summary>
    public static string? AskLine(string folder, params string[] arguments) =>
        Ask(folder, arguments) is { } answer ? Encoding.UTF8.GetString(answer).TrimEnd('\n', '\r') : null;

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new IOException(Wording.NoGit);
        }
    }

    private static void Write(Process process, byte[]? input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A git that ended before it read everything; its exit code says so.
        }
    }
}
