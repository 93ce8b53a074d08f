namespace CrmBench.Tests.Support;

/// <summary>Programs that tests need and the SDK lacks, from the system's packages.</summary>
internal static class DebianPackages
{
    private static readonly Dictionary<string, string> Quietly = new() { ["DEBIAN_FRONTEND"] = "noninteractive" };

    // Several tests may miss something at once, and apt lets only one in.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Installs packages through apt where there is one and we may use it; where not, nothing happens.</summary>
    /// <param name="packages">Names of the packages.</param>
    public static async Task TryInstallAsync(params string[] packages)
    {
        if (!File.Exists("/usr/bin/apt-get"))
        {
            return;
        }

        string[] asRoot = Environment.UserName == "root" ? [] : ["sudo", "-n"];
        await OneAtATime.WaitAsync();
        try
        {
            await InstallAsync(asRoot, packages);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task InstallAsync(string[] asRoot, string[] packages)
    {
        string[][] steps = [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", .. packages]];
        foreach (var step in steps)
        {
            string[] command = [.. asRoot, .. step];
            if (!File.Exists($"/usr/bin/{command[0]}") || (await ChildProcess.Run(command[0], Quietly, command[1..])).ExitCode != 0)
            {
                return;
            }
        }
    }
}
