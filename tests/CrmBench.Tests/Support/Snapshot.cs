using System.Runtime.CompilerServices;

namespace CrmBench.Tests.Support;

/// <summary>
/// Compares text with an approved file beside the test, <c>Class.Test.verified.ext</c>. A difference leaves
/// <c>Class.Test.received.ext</c> there; <c>ACCEPT_SNAPSHOTS=1</c> approves what was received instead.
/// </summary>
public static class Snapshot
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    /// <summary>Asserts that <paramref name="received"/> is what was approved.</summary>
    /// <param name="received">The text; line ends are compared as LF.</param>
    /// <param name="extension">Extension of the file without a dot, such as <c>html</c>.</param>
    /// <param name="file">The test's file; the compiler fills it in.</param>
    /// <param name="test">The test's name; the compiler fills it in. A theory's cases share one file.</param>
    public static void Match(string received, string extension, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var name = Path.Combine(FolderOf(file), $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        var (approvedFile, receivedFile) = ($"{name}.verified.{extension}", $"{name}.received.{extension}");
        var text = received.ReplaceLineEndings("\n");
        if (Accept)
        {
            File.WriteAllText(approvedFile, text);
        }

        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : null;
        if (approved == text)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, text);
        Assert.True(approved is not null, $"There is no {approvedFile}. Read {receivedFile} and approve it with ACCEPT_SNAPSHOTS=1.");
        Assert.Equal(approved, text);
    }

    // Paths are mapped to "/" in the assembly, so that it is the same wherever the repository lies.
    private static string FolderOf(string file) =>
        Path.GetDirectoryName(File.Exists(file) ? file : Repository.PathOf(file.TrimStart('/', '\\')))!;
}
