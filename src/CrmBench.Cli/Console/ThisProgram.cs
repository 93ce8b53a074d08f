using System.Reflection;
using CrmBench.Import.Kernel;
using CrmBench.Site.Pages;

namespace CrmBench.Cli.Console;

/// <summary>What the program says of itself: its version, and every kind of problem that it can report.</summary>
internal static class ThisProgram
{
    /// <summary>Version of the program, such as <c>0.1.0</c>.</summary>
    // What follows the plus sign names a commit; the same source must not speak differently in a clone and in an archive.
    public static string Version { get; } =
        typeof(ThisProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>The names of the files that came with the program and begin so, ordinal.</summary>
    public static IEnumerable<string> Resources(string start) => typeof(ThisProgram).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(start, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The bytes of a file that came with the program.</summary>
    public static byte[] Resource(string name)
    {
        using var stream = typeof(ThisProgram).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"There is no file '{name}'.", nameof(name));
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>The kinds of problems: those of data and site, and those of its importers.</summary>
    public static ProblemCatalogue Problems { get; } = new(ImportProblems.All);
}

/// <summary>What the program tells the shell.</summary>
internal static class ExitCodes
{
    /// <summary>Everything is right; warnings do not change that.</summary>
    public const int Right = 0;

    /// <summary>The input has errors; nothing was written.</summary>
    public const int InputProblems = 1;

    /// <summary>The machine failed: disk, permissions.</summary>
    public const int MachineTrouble = 2;

    /// <summary>The command line was wrong; <c>EX_USAGE</c> of BSD's sysexits.</summary>
    public const int WrongUse = 64;
}
