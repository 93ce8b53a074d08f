namespace CrmBench.Cli;

/// <summary>How the program uses memory.</summary>
internal static class Memory
{
    // Enough for a site of a thousand models.
    private const long Most = 256L << 20;

    // The rest of the machine, or of the container, is for others.
    private const int Share = 8;

    /// <summary>
    /// Puts off collecting garbage until the first 256 MB are used up, or an eighth of the memory there is. What is read and scored
    /// stays in use until the site is written, so the collector finds little to free and stops all threads to move the rest about:
    /// a third of the time that a site of a thousand models takes. Afterwards it works as ever.
    /// </summary>
    public static void LeaveGarbageAtFirst() =>
        GC.TryStartNoGCRegion(Math.Min(Most, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Share));
}
