using System.Diagnostics;

namespace CrmBench.Tests.Support;

/// <summary>A program run to its end in a process of its own.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record ChildProcess(int ExitCode, string Output, string Error)
{
    /// <summary>Runs crmbench as it was built beside these tests, in a process whose environment may differ from ours.</summary>
    /// <param name="environment">Variables to set, such as <c>TZ</c>.</param>
    /// <param name="arguments">Arguments of crmbench.</param>
    public static Task<ChildProcess> CrmBench(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Run("dotnet", environment, [Path.Combine(AppContext.BaseDirectory, "crmbench.dll"), .. arguments]);

    /// <summary>Runs a program found through <c>PATH</c> or by its full path, without input.</summary>
    public static async Task<ChildProcess> Run(string program, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ChildProcess(process.ExitCode, await output, await error);
    }
}
