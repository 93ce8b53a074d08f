using CrmBench.Cli;
using CrmBench.Cli.Console;

namespace CrmBench.Tests.Support;

/// <summary>The program run within the test's process.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record CrmBenchRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the program as if called in <paramref name="folder"/>, with nobody watching.</summary>
    public static CrmBenchRun In(string folder, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exitCode = CommandLine.Run(arguments, folder, new Terminal(output, error));
        return new CrmBenchRun(exitCode, output.ToString(), error.ToString());
    }
}
