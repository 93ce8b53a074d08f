namespace CrmBench.Tests.Support;

/// <summary>Everything that somebody may have put at a path before a program comes to use it.</summary>
public enum Obstacle
{
    LinkToFile,
    LinkToFolder,
    LinkToItself,
    LinkUpward,
    DanglingLink,
    HardLink,
    FolderWithFile,
    FileWithText,
    Pipe,
}

/// <summary>Puts obstacles at a path, beside a folder of things that must stay as they are.</summary>
public static class Obstacles
{
    /// <summary>Every kind but pipes where this machine has none.</summary>
    public static IEnumerable<Obstacle> All => Enum.GetValues<Obstacle>().Where(kind => kind != Obstacle.Pipe || OperatingSystem.IsLinux());

    /// <summary>Makes the folder <c>victim</c>, with a file, a site's mark and a repository in it.</summary>
    public static void MakeVictim(TemporaryFolder folder)
    {
        folder.Write("victim/thesis.txt", "years of work");
        folder.Write("victim/.nojekyll", "");
        folder.Write("victim/index.html", "somebody's page");
        folder.Write("victim/.git/HEAD", "ref: refs/heads/main");
    }

    /// <summary>Puts an obstacle at a path, in place of what is there.</summary>
    public static void Put(this TemporaryFolder folder, Obstacle kind, string relative)
    {
        var path = folder.PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        File.Delete(path);
        switch (kind)
        {
            case Obstacle.LinkToFile:
                File.CreateSymbolicLink(path, folder.PathOf("victim/thesis.txt"));
                break;
            case Obstacle.LinkToFolder:
                Directory.CreateSymbolicLink(path, folder.PathOf("victim"));
                break;
            case Obstacle.LinkToItself:
                File.CreateSymbolicLink(path, Path.GetFileName(path));
                break;
            case Obstacle.LinkUpward:
                Directory.CreateSymbolicLink(path, "..");
                break;
            case Obstacle.DanglingLink:
                File.CreateSymbolicLink(path, folder.PathOf("victim/not-there.txt"));
                break;
            case Obstacle.HardLink:
                Run("ln", folder.PathOf("victim/thesis.txt"), path);
                break;
            case Obstacle.FolderWithFile:
                folder.Write($"{relative}/notes.txt", "notes");
                break;
            case Obstacle.FileWithText:
                folder.Write(relative, "notes");
                break;
            default:
                Run("mkfifo", path);
                break;
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
