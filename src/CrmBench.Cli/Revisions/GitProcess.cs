using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CrmBench.Cli.Console;

namespace CrmBench.Cli.Revisions;

/// <summary>Runs git in a repository as a child process.</summary>
internal static class GitProcess
{
    /// <summary>What git answered, or null where it refused.</summary>
    /// <param name="folder">Full path of a folder in the repository.</param>
    /// <param name="arguments">Arguments of git. Nothing that somebody typed stands first in one of them.</param>
    /// <exception cref="IOException">There is no git.</exception>
    public static byte[]? Ask(string folder, params string[] arguments) => Ask(folder, input: null, arguments);

    /// <summary>What git answered to an input, or null where it refused.</summary>
    public static byte[]? Ask(string folder, byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A clone may lack objects and would ask the network for them, or a person for a password.
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using var process = Start(start);

        // All three streams at once: whichever waits for another would wait for ever.
        var writing = Task.Run(() => Write(process, input));
        var complaints = process.StandardError.ReadToEndAsync();
        using var answer = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(answer);
        process.WaitForExit();
        writing.Wait();
        complaints.Wait();
        return process.ExitCode == 0 ? answer.ToArray() : null;
    }

    /// <summary>What git answered, as one line of text; null where it refused.</summary>
    public static string? AskLine(string folder, params string[] arguments) =>
        Ask(folder, arguments) is { } answer ? Encoding.UTF8.GetString(answer).TrimEnd('\n', '\r') : null;

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new IOException(Wording.NoGit);
        }
    }

    private static void Write(Process process, byte[]? input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A git that ended before it read everything; its exit code says so.
        }
    }
}
