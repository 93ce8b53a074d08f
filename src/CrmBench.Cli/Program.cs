using CrmBench.Cli;
using CrmBench.Cli.Console;

LeaveGarbageAtFirst();
return CommandLine.Run(args, Environment.CurrentDirectory, Terminal.OfThisProcess());

// Puts off collecting garbage until the first 256 MB are used up, or an eighth of the memory there is. What is read and scored stays in
// use until the site is written, so the collector finds little to free and stops all threads to move the rest about: a third of the time
// that a site of a thousand models takes. Afterwards it works as ever.
static void LeaveGarbageAtFirst()
{
    // Enough for a site of a thousand models.
    const long most = 256L << 20;

    // The rest of the machine, or of the container, is for others.
    const int share = 8;

    GC.TryStartNoGCRegion(Math.Min(most, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / share));
}
