namespace CrmBench.Tests.Support;

/// <summary>Programs of the system that tests and benchmarks use.</summary>
public static class Installed
{
    /// <summary>Full path of a program that may be installed, or null.</summary>
    /// <param name="program">Its name without extension: <c>npm</c>.</param>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => OperatingSystem.IsWindows()
            ? new[] { Path.Combine(folder, program + ".exe"), Path.Combine(folder, program + ".cmd") }
            : [Path.Combine(folder, program)])
        .FirstOrDefault(File.Exists);
}
