namespace CrmBench.Tests.Support;

/// <summary>Files that people approved; with ACCEPT_SNAPSHOTS=1 they are written instead, to be read in review.</summary>
internal static class Approved
{
    /// <summary>Whether what is received is approved without asking.</summary>
    public static bool Accepts { get; } = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    /// <summary>The approved text.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="received">What to write there, if so asked.</param>
    public static string Text(string path, string received)
    {
        if (Accepts)
        {
            File.WriteAllText(path, received);
        }

        return File.ReadAllText(path).ReplaceLineEndings("\n");
    }
}
