using System.Collections.Immutable;
using System.Threading.Channels;

namespace CrmBench.Cli.Preview;

/// <summary>
/// Tells when the sources of a site change. The system's own messages make it quick; as they get lost where folders are deleted, disks
/// are remote or much happens at once, a look every second makes it sure.
/// </summary>
internal sealed class SourceWatch : IDisposable
{
    private static readonly string[] Folders = [SourceChanges.DataFolder, "content", "templates"];

    // An editor writes a file in several steps; a state in the middle would be read as an error for nothing.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    private readonly string _root;
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);
    private ImmutableDictionary<string, int> _seen;

    /// <summary>Begins to watch: what changes from now on is told.</summary>
    /// <param name="root">Full path of the repository.</param>
    public SourceWatch(string root)
    {
        _root = root;
        WatchFolders();
        _seen = Look();
    }

    /// <summary>Waits until the sources are other than they were at the last call, or at the beginning, and have come to rest.</summary>
    public async Task<SourceChanges> WaitForChangeAsync(CancellationToken stop)
    {
        while (true)
        {
            await WaitForSignalAsync(stop);
            WatchFolders();
            var now = Look();
            if (Differing(_seen, now).IsEmpty)
            {
                continue;
            }

            // At rest: two looks that show the same.
            for (var before = _seen; !Differing(before, now).IsEmpty; now = Look())
            {
                before = now;
                await Task.Delay(Pause, stop);
            }

            var changes = SourceChanges.In(Differing(_seen, now));
            _seen = now;
            return changes;
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

    private static ImmutableArray<string> Differing(ImmutableDictionary<string, int> before, ImmutableDictionary<string, int> now) =>
        [.. before.Keys.Union(now.Keys).Where(part => !before.TryGetValue(part, out var old) || !now.TryGetValue(part, out var mark) || old != mark)];

    /// <summary>
    /// A number for each part of the sources, made from every path, length and time of change in it: equal as long as nothing was saved, moved
    /// or deleted.
    /// </summary>
    private ImmutableDictionary<string, int> Look()
    {
        var fingerprints = new Dictionary<string, int>(StringComparer.Ordinal);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        foreach (var name in Folders)
        {
            fingerprints[name] = 0;
            try
            {
                foreach (var entry in new DirectoryInfo(Path.Combine(_root, name)).EnumerateFileSystemInfos("*", options))
                {
                    var part = SourceChanges.PartOf(Path.GetRelativePath(_root, entry.FullName));
                    // Folders list what they hold in any order, so that the order must not count.
                    fingerprints[part] = fingerprints.GetValueOrDefault(part)
                        ^ HashCode.Combine(entry.FullName, (entry as FileInfo)?.Length, entry.LastWriteTimeUtc.Ticks);
                }
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // Deleted while we looked, or not there at all: the next look sees what there is then.
                fingerprints[name] ^= 1;
            }
        }

        return fingerprints.ToImmutableDictionary(StringComparer.Ordinal);
    }
}
