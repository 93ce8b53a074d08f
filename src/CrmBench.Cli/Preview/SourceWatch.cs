using System.Threading.Channels;

namespace CrmBench.Cli.Preview;

/// <summary>
/// Tells when the sources of a site change. The system's own messages make it quick; as they get lost where folders are deleted, disks
/// are remote or much happens at once, a look every second makes it sure.
/// </summary>
internal sealed class SourceWatch : IDisposable
{
    private const string Data = "data";
    private static readonly string[] Folders = [Data, "content", "templates"];

    // An editor writes a file in several steps; a state in the middle would be read as an error for nothing.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    private readonly string _root;
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);
    private Fingerprints _seen;

    /// <summary>Begins to watch: what changes from now on is told.</summary>
    /// <param name="root">Full path of the repository.</param>
    public SourceWatch(string root)
    {
        _root = root;
        WatchFolders();
        _seen = Look();
    }

    /// <summary>Waits until the sources are other than they were at the last call, or at the beginning, and have come to rest.</summary>
    /// <returns>Whether nothing but <c>data/</c> changed.</returns>
    public async Task<bool> WaitForChangeAsync(CancellationToken stop)
    {
        while (true)
        {
            await WaitForSignalAsync(stop);
            WatchFolders();
            var now = Look();
            if (now == _seen)
            {
                continue;
            }

            // At rest: two looks that show the same.
            for (var before = _seen; now != before; now = Look())
            {
                before = now;
                await Task.Delay(Pause, stop);
            }

            var onlyData = now.Others == _seen.Others;
            _seen = now;
            return onlyData;
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Dispose();
        }
    }

    private async Task WaitForSignalAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LookAnyway);
        try
        {
            await _signals.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Nothing was told for a second: look.
        }
    }

    // A folder that was deleted takes its watcher with it; one that comes, or comes back, gets a new one.
    private void WatchFolders()
    {
        foreach (var folder in Folders)
        {
            var path = Path.Combine(_root, folder);
            var exists = Directory.Exists(path);
            if (_watchers.TryGetValue(folder, out var old) && !exists)
            {
                old.Dispose();
                _watchers.Remove(folder);
            }
            else if (old is null && exists)
            {
                _watchers.Add(folder, Watch(path));
            }
        }
    }

    private FileSystemWatcher Watch(string path)
    {
        var watcher = new FileSystemWatcher(path) { IncludeSubdirectories = true };
        void Signal(object? sender, EventArgs change) => _signals.Writer.TryWrite(true);
        watcher.Changed += Signal;
        watcher.Created += Signal;
        watcher.Deleted += Signal;
        watcher.Renamed += Signal;
        watcher.Error += Signal;
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private Fingerprints Look() => new(Fingerprint([Data]), Fingerprint(Folders.Where(folder => folder != Data)));

    /// <summary>A number made from every path, length and time of change: equal as long as nothing was saved, moved or deleted.</summary>
    private int Fingerprint(IEnumerable<string> folders)
    {
        var fingerprint = 0;
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        foreach (var folder in folders.Select(folder => new DirectoryInfo(Path.Combine(_root, folder))))
        {
            try
            {
                foreach (var entry in folder.EnumerateFileSystemInfos("*", options))
                {
                    // Folders list what they hold in any order, so that the order must not count.
                    fingerprint ^= HashCode.Combine(entry.FullName, (entry as FileInfo)?.Length, entry.LastWriteTimeUtc.Ticks);
                }
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // Deleted while we looked, or not there at all: the next look sees what there is then.
                fingerprint ^= 1;
            }
        }

        return fingerprint;
    }

    private readonly record struct Fingerprints(int Data, int Others);
}
